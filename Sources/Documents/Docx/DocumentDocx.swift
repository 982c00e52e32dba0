import Kernel
import Markup

extension Document {
    /// The document as a Word file that an officer can go on editing: true headings, lists and tables. The same bytes each time.
    ///
    /// - Throws: `printer-missing` and `printing-took-too-long` where it has charts or a code, which are drawn as pictures;
    ///   `CancellationError`
    public func docx(by printer: Printer = .usual) async throws -> [UInt8] {
        let paper = printable
        let drawings = try paper.blocks.turned.flatMap { block, turn -> [Drawing] in
            switch block {
            case .figure(let figure): figure.drawings(on: turn).map(\.drawing)
            case .seal(let seal): try seal.drawing.map { [$0] } ?? []
            default: []
            }
        }
        var body = DocxBody(paper, drawings)
        body.write()
        return try Zip.archive(parts(paper, body, try await drawings.pictures(by: printer, made: made)))
    }

    /// The media type that `docx` is sent as.
    public static let docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    private func parts(_ paper: Document, _ body: DocxBody, _ pictures: [[UInt8]]) -> [(name: String, bytes: [UInt8])] {
        var parts: [(name: String, bytes: [UInt8])] = [
            ("[Content_Types].xml", DocxParts.types(header: paper.marking != nil)),
            ("_rels/.rels", DocxParts.relationships),
            ("docProps/core.xml", DocxParts.properties(of: paper)),
            ("word/document.xml", body.part),
            ("word/_rels/document.xml.rels", DocxParts.relationships(header: paper.marking != nil, links: body.links, pictures: pictures.count)),
            ("word/styles.xml", PackageResources.styles_xml),
            ("word/numbering.xml", DocxParts.numbering(lists: body.numbered)),
            ("word/settings.xml", DocxParts.settings),
            ("word/footer1.xml", DocxParts.footer(paper.foot, width: DocxPage.width(.upright))),
            ("word/footer2.xml", DocxParts.footer(paper.foot, width: DocxPage.width(.across))),
        ]
        if let marking = paper.marking { parts.append(("word/header1.xml", DocxParts.header(marking))) }
        for (index, picture) in pictures.enumerated() { parts.append(("word/media/picture\(index + 1).png", picture)) }
        return parts
    }
}

/// A4 in twentieths of a point, with margins of 24 mm, or of 20 mm where it lies across.
enum DocxPage {
    static let (short, long) = (11_906, 16_838)

    static func margin(_ turn: Block.Turn) -> Int { turn == .upright ? 1361 : 1134 }
    static func width(_ turn: Block.Turn) -> Int { (turn == .upright ? short : long) - 2 * margin(turn) }

    /// Where a section ends: how its pages lie, and what stands above and below them.
    static func section(_ turn: Block.Turn, header: Bool) -> HTML {
        let size: HTML = turn == .upright
            ? "<w:pgSz w:w=\"\(short)\" w:h=\"\(long)\"/>" : "<w:pgSz w:w=\"\(long)\" w:h=\"\(short)\" w:orient=\"landscape\"/>"
        let margin = margin(turn)
        return """
            <w:sectPr>\(header ? "<w:headerReference w:type=\"default\" r:id=\"rHeader\"/>" : HTML.empty)\
            <w:footerReference w:type="default" r:id="\(turn == .upright ? "rFooter1" : "rFooter2")"/><w:type w:val="nextPage"/>\(size)\
            <w:pgMar w:top="\(margin)" w:right="\(margin)" w:bottom="\(margin)" w:left="\(margin)" w:header="680" w:footer="680" w:gutter="0"/></w:sectPr>
            """
    }
}
