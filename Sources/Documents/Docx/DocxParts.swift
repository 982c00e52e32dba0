import Kernel
import Markup

/// The parts of a Word file around its body. HTML's escapes are XML's too, so they are written with the same literal.
enum DocxParts {
    private static let head: HTML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let names: HTML = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """
    private static let office: HTML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let word: HTML = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    static func part(_ xml: HTML) -> [UInt8] { (head + xml).bytes }

    static func types(header: Bool) -> [UInt8] {
        let overrides = [("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"), ("footer1", "footer"), ("footer2", "footer")]
            + (header ? [("header1", "header")] : [])
        return part("""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>\
            \(overrides.map { "<Override PartName=\"/word/\($0.0).xml\" ContentType=\"\(word).\($0.1)+xml\"/>" as HTML })\
            <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """)
    }

    static let relationships = part("""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
        <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
        </Relationships>
        """)

    static func relationships(header: Bool, links: [String], pictures: Int) -> [UInt8] {
        let own = [("rStyles", "styles"), ("rNumbering", "numbering"), ("rSettings", "settings")].map { id, name -> HTML in
            "<Relationship Id=\"\(id)\" Type=\"\(office)/\(name)\" Target=\"\(name).xml\"/>"
        } + ["1", "2"].map { number -> HTML in
            "<Relationship Id=\"rFooter\(number)\" Type=\"\(office)/footer\" Target=\"footer\(number).xml\"/>"
        } + (header ? ["<Relationship Id=\"rHeader\" Type=\"\(office)/header\" Target=\"header1.xml\"/>"] : [])
        let outer = links.enumerated().map { index, address -> HTML in
            "<Relationship Id=\"rLink\(index + 1)\" Type=\"\(office)/hyperlink\" Target=\"\(address)\" TargetMode=\"External\"/>"
        }
        let images = (0..<pictures).map { index -> HTML in
            "<Relationship Id=\"rPicture\(index + 1)\" Type=\"\(office)/image\" Target=\"media/picture\(index + 1).png\"/>"
        }
        return part("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(own)\(outer)\(images)</Relationships>")
    }

    static func properties(of paper: Document) -> [UInt8] {
        let made = String(paper.made.iso.prefix(19)) + "Z"
        return part("""
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
            <dc:title>\(paper.title)</dc:title>\(paper.under.map { "<dc:subject>\($0)</dc:subject>" as HTML })\
            \(paper.author.map { "<dc:creator>\($0)</dc:creator><cp:lastModifiedBy>\($0)</cp:lastModifiedBy>" as HTML })\
            <dc:identifier>\(paper.reference)</dc:identifier><dc:language>en-GB</dc:language><cp:keywords>\(paper.reference)</cp:keywords>\
            <dcterms:created xsi:type="dcterms:W3CDTF">\(made)</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">\(made)</dcterms:modified></cp:coreProperties>
            """)
    }

    static let settings = part("""
        <w:settings \(names)><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>\
        <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
        <w:themeFontLang w:val="en-GB"/></w:settings>
        """)

    /// Bullets of two levels are list 1; each numbered list is one of its own, so that it begins at 1.
    static func numbering(lists: Int) -> [UInt8] {
        func level(_ number: Int, _ format: String, _ text: String) -> HTML {
            """
            <w:lvl w:ilvl="\(number)"><w:start w:val="1"/><w:numFmt w:val="\(format)"/><w:lvlText w:val="\(text)"/><w:lvlJc w:val="left"/>\
            <w:pPr><w:ind w:left="\(397 * (number + 1))" w:hanging="397"/></w:pPr></w:lvl>
            """
        }
        let numbers = (0..<lists).map { index -> HTML in
            "<w:num w:numId=\"\(index + 2)\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
        }
        return part("""
            <w:numbering \(names)><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>\(level(0, "bullet", "•"))\(level(1, "bullet", "–"))</w:abstractNum>\
            <w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>\(level(0, "decimal", "%1."))\(level(1, "bullet", "–"))</w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>\(numbers)</w:numbering>
            """)
    }

    static func header(_ marking: String) -> [UInt8] {
        part("<w:hdr \(names)><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t>\(marking)</w:t></w:r></w:p></w:hdr>")
    }

    static func footer(_ foot: String, width: Int) -> [UInt8] {
        func field(_ name: String) -> HTML {
            """
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> \(name) </w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
            """
        }
        return part("""
            <w:ftr \(names)><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="\(width)"/></w:tabs></w:pPr>\
            <w:r><w:t xml:space="preserve">\(foot)</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">Page </w:t></w:r>\(field("PAGE"))\
            <w:r><w:t xml:space="preserve"> of </w:t></w:r>\(field("NUMPAGES"))</w:p></w:ftr>
            """)
    }
}
