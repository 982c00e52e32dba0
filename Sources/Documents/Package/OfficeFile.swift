import Kernel

/// A Word document or an Excel workbook: an archive of XML parts that refer to each other (ECMA-376, part 2).
struct OfficeFile {
    let archive: Archive

    init(_ bytes: UnsafeRawBufferPointer) throws {
        archive = try Archive(bytes)
    }

    /// Reads whatever the archive turns out to be.
    func read(sheet: String?) throws -> Reading {
        let root = try Relationships(of: "", in: archive)
        guard let main = root.first("officeDocument"), archive.holds(main.target) else { throw try notOffice() }
        if main.target.lowercased().hasSuffix(".bin") {
            throw Refusal.notATableDocument("an Excel binary workbook (.xlsb)", "Open it in Excel and save it as .xlsx.")
        }
        let element = FirstElement()
        try read(main.target, to: element)
        let title = try root.first("core-properties").flatMap { try CoreTitle.of($0.target, in: self) }
        return switch element.name {
        case "document": try WordDocument(self, main.target).read(title: title)
        case "workbook": try ExcelBook(self, main.target).read(title: title, sheet: sheet)
        case "presentation":
            throw Refusal.notATableDocument("a PowerPoint presentation", "Copy its table into a Word or Excel document.")
        default: throw try notOffice()
        }
    }

    /// Reads a part if there is one. False when there is none.
    @discardableResult
    func read(_ part: String, to listener: any XMLListener, elements: Int = Limits.elements) throws -> Bool {
        guard let part = try archive.part(part) else { return false }
        try XML.read(part, to: listener, elements: elements)
        return true
    }

    private func notOffice() throws -> Refusal {
        if let kind = try archive.part("mimetype")?.start(atMost: 100) {
            let kind = String(decoding: kind, as: UTF8.self)
            if kind.contains("opendocument.text") {
                return .notATableDocument("an OpenDocument text (.odt)", "Open it in Word or LibreOffice and save it as .docx.")
            }
            if kind.contains("opendocument.spreadsheet") {
                return .notATableDocument("an OpenDocument spreadsheet (.ods)", "Open it in Excel or LibreOffice and save it as .xlsx.")
            }
        }
        if archive.holds("[Content_Types].xml") { return .damaged("its main part") }
        return .notATableDocument("a zip archive and no Word or Excel document", "Unpack it and choose the file itself.")
    }
}

/// What a part refers to, by the relationship's identifier.
final class Relationships: XMLListener {
    struct Relationship {
        let id: String
        let type: String
        /// The part's name within the archive.
        let target: String
    }

    private(set) var all: [Relationship] = []
    private let folder: Substring

    /// - Parameter part: the part whose relationships are read; empty for the archive's own.
    init(of part: String, in archive: Archive) throws {
        let slash = part.lastIndex(of: "/")
        folder = slash.map { part[..<$0] } ?? ""
        let name = slash.map { part[part.index(after: $0)...] } ?? part[...]
        let path = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
        if let part = try archive.part(path) { try XML.read(part, to: self) }
    }

    /// The first of a type, by the last word of the type's address.
    func first(_ type: String) -> Relationship? { all.first { $0.type.hasSuffix("/" + type) } }

    func opened(_ tag: Tag, _ attributes: Attributes) {
        guard tag == "Relationship", all.count < Limits.parts, attributes["TargetMode"] != "External",
              let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"] else { return }
        all.append(Relationship(id: id, type: type, target: resolve(target)))
    }

    func closed(_ tag: Tag) {}
    func heard(_ text: UnsafeBufferPointer<UInt8>) {}

    private func resolve(_ target: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for part in target.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}

/// The name of a part's outermost element.
private final class FirstElement: XMLListener {
    private(set) var name = ""

    func opened(_ tag: Tag, _ attributes: Attributes) throws {
        name = String(cString: tag.name)
        throw XML.Enough()
    }

    func closed(_ tag: Tag) {}
    func heard(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// The title in a document's properties.
private final class CoreTitle: XMLListener {
    private var isTitle = false
    private var bytes: [UInt8] = []

    static func of(_ part: String, in file: OfficeFile) throws -> String? {
        let listener = CoreTitle()
        try file.read(part, to: listener)
        let title = tidied(listener.bytes, keepingLines: false)
        return title.isEmpty ? nil : title
    }

    func opened(_ tag: Tag, _ attributes: Attributes) { isTitle = tag == "title" }
    func closed(_ tag: Tag) { isTitle = false }
    func heard(_ text: UnsafeBufferPointer<UInt8>) {
        if isTitle && bytes.count < 1000 { bytes.append(contentsOf: text) }
    }
}
