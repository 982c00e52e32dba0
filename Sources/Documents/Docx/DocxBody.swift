import Kernel
import Markup

/// The body of a Word file as it grows, with what it refers to.
struct DocxBody {
    let paper: Document
    let drawings: [Drawing]
    private var xml = HTML.empty
    /// Where words lead outside the file, in the order met.
    private(set) var links: [String] = []
    /// How many numbered lists there are.
    private(set) var numbered = 0
    private var turn = Block.Turn.upright
    private var drawn = 0
    /// The number of each anchor. Word's own names for places have 40 letters at most, so a number stands for each.
    private let places: [String: Int]

    init(_ paper: Document, _ drawings: [Drawing]) {
        self.paper = paper
        self.drawings = drawings
        places = Dictionary(uniqueKeysWithValues: paper.blocks.flatMap(\.anchors).enumerated().map { ($1, $0 + 1) })
    }

    var part: [UInt8] {
        DocxParts.part("""
            <w:document \(DocxParts.names) xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">\
            <w:body>\(xml)\(DocxPage.section(turn, header: paper.marking != nil))</w:body></w:document>
            """)
    }

    mutating func write() {
        paragraph("Title", run(paper.title))
        paragraph("Subtitle", run(paper.under ?? ""))
        for block in paper.blocks { write(block) }
    }

    mutating func paragraph(_ style: HTML, _ runs: HTML, _ more: HTML = .empty) {
        xml += "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(more)</w:pPr>\(runs)</w:p>"
    }

    mutating func add(_ more: HTML) { xml += more }

    private mutating func write(_ block: Block) {
        switch block {
        case .heading(let heading): paragraph("Heading\(heading.level)", placed(heading.anchor, run(heading.words)))
        case .paragraph(let words): paragraph("Normal", runs(words))
        case .note(let words): paragraph("Note", runs(words))
        case .list(let list): write(list)
        case .table(let table): write(table, on: turn)
        case .figure(let figure):
            for (caption, drawing) in figure.drawings(on: turn) {
                paragraph("Caption", run(caption))
                picture(drawing)
            }
        case .facts(let facts):
            for fact in facts { paragraph("Fact", "\(run(fact.name, "FactName"))<w:r><w:tab/></w:r>\(runs(fact.words))") }
        case .callout(let callout): write(callout)
        case .seal(let seal): write(seal)
        case .contents(let title): contents(title)
        case .page(let next): page(next)
        }
    }

    private mutating func page(_ next: Block.Turn) {
        if next == turn {
            xml += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
        } else {
            xml += "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>\(DocxPage.section(turn, header: paper.marking != nil))</w:pPr></w:p>"
        }
        turn = next
    }

    private mutating func write(_ list: Block.List) {
        if list.isNumbered { numbered += 1 }
        for item in list.items {
            if list.isNumbered {
                paragraph("ListNumber", runs(item.words), "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(numbered + 1)\"/></w:numPr>")
            } else {
                paragraph("ListBullet", runs(item.words))
            }
            for words in item.items { paragraph("ListBullet2", runs(words)) }
        }
    }

    private mutating func write(_ callout: Block.Callout) {
        let (ink, tint) = callout.tone.inks
        let frame: HTML = """
            <w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="\(ink)"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="\(tint)"/>
            """
        if let title = callout.title {
            paragraph("Callout", run("\(callout.tone.sign)\u{A0}\(title)", "Standing\(callout.tone.name)"), "<w:keepNext/>" + frame)
        }
        for words in callout.paragraphs { paragraph("Callout", runs(words), frame) }
        paragraph("Normal", .empty, "<w:spacing w:before=\"0\" w:after=\"0\"/>")
    }

    private mutating func write(_ seal: Block.Seal) {
        paragraph("Caption", run(seal.title))
        // A proof is read as one, so no page parts it.
        paragraph("Normal", runs(seal.words), "<w:keepNext/>")
        for fact in seal.facts {
            paragraph("Note", run(fact.name), "<w:keepNext/><w:spacing w:after=\"20\"/>")
            paragraph("Hash", runs(fact.words), "<w:keepNext/>")
        }
        if !seal.code.isEmpty, drawn < drawings.count { picture(drawings[drawn]) }
    }

    /// A field that Word makes anew when it is asked to, with what it would say already in it.
    private mutating func contents(_ title: String) {
        let entries = paper.blocks.compactMap { block in if case .heading(let heading) = block, heading.level <= 2 { heading } else { nil } }
        paragraph("TOCHeading", run(title))
        for (index, heading) in entries.enumerated() {
            let before: HTML = index > 0 ? .empty : """
                <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\n \\h \\z </w:instrText></w:r>\
                <w:r><w:fldChar w:fldCharType="separate"/></w:r>
                """
            let after: HTML = index + 1 < entries.count ? .empty : "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            let entry: HTML = "<w:hyperlink w:anchor=\"\(place(heading.anchor))\" w:history=\"1\">\(run(heading.words))</w:hyperlink>"
            paragraph("TOC\(heading.level)", before + entry + after)
        }
    }

    private mutating func picture(_ drawing: Drawing) {
        drawn += 1
        // 36,000 English metric units to a millimetre; drawings are made to have room on a page, under their caption.
        let scale = PrintedSheet.pixel * 36_000
        let (wide, high) = (Int(Double(drawing.width) * scale), Int(Double(drawing.height) * scale))
        // A line that is higher than its letters, as those of text are, would make a picture's line higher than the picture.
        paragraph("Normal", """
            <w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="\(wide)" cy="\(high)"/>\
            <wp:docPr id="\(drawn)" name="Picture \(drawn)" descr="\(drawing.words)"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>\
            <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>\
            <pic:nvPicPr><pic:cNvPr id="\(drawn)" name="picture\(drawn).png" descr="\(drawing.words)"/><pic:cNvPicPr/></pic:nvPicPr>\
            <pic:blipFill><a:blip r:embed="rPicture\(drawn)"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
            <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="\(wide)" cy="\(high)"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>\
            </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
            """, "<w:keepLines/><w:spacing w:after=\"200\" w:line=\"240\" w:lineRule=\"auto\"/>")
    }
}

extension DocxBody {
    func place(_ anchor: String?) -> HTML { "place\(anchor.flatMap { places[$0] } ?? 0)" }

    /// Runs that can be led to.
    func placed(_ anchor: String?, _ runs: HTML) -> HTML {
        guard let anchor, let number = places[anchor] else { return runs }
        return "<w:bookmarkStart w:id=\"\(number)\" w:name=\"\(place(anchor))\"/>\(runs)<w:bookmarkEnd w:id=\"\(number)\"/>"
    }

    func isPlace(_ anchor: String) -> Bool { places[anchor] != nil }

    mutating func number(of link: String) -> Int {
        if let index = links.firstIndex(of: link) { return index + 1 }
        links.append(link)
        return links.count
    }
}
