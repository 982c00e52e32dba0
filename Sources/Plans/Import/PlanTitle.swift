import Documents
import Kernel

/// What a document calls the plan in it; its file's name where it says nothing.
enum PlanTitle {
    private static let empty: Set = ["", "untitled", "title", "document", "template", "sheet1", "book1", "plan", "action plan template", "word document", "agenda item"]

    static func of(_ reading: Reading, _ tables: [PlanTable]) -> String? {
        let paragraphs = reading.paragraphs.prefix(6).filter { !$0.endsAsSentence }
        let lines = ([reading.title].compactMap { $0 } + (tables.first?.above ?? []) + paragraphs).filter(isUsable).map(\.oneLine)
        return lines.first { !namesService($0) } ?? reading.fileName.flatMap(title) ?? lines.first
    }

    private static func isUsable(_ text: String) -> Bool {
        let words = text.sameness
        guard !empty.contains(words), (1...20).contains(text.plainWords.count), text.contains(where: \.isLetter) else { return false }
        if words.hasPrefix("microsoft word") || words.hasPrefix("document1") || words.hasSuffix("docx") || words.hasSuffix("xlsx") { return false }
        let opening = text.plainWords.first ?? ""
        let facts: Set = ["version", "date", "updated", "owner", "author", "official", "last", "page", "key", "draft", "status"]
        return !(facts.contains(opening) && text.contains(":")) && WrittenDay.read(text).day == nil && !["official", "official sensitive", "not protectively marked"].contains(words)
    }

    /// Whether a line gives only the name of a fire and rescue service or authority.
    private static func namesService(_ text: String) -> Bool {
        let words = text.sameness
        let ends = ["fire and rescue service", "fire and rescue authority", "fire and rescue", "fire service", "fire authority", "fire brigade", "frs", "fras"]
        return text.plainWords.count <= 8 && ends.contains { words.hasSuffix($0) }
    }

    /// `Peer review plan` for `Peer_review_plan.docx`.
    private static func title(of fileName: String) -> String? {
        var name = fileName.lastIndex(of: ".").map { String(fileName[..<$0]) } ?? fileName
        if !name.contains(" ") { name = name.replacing("_", with: " ").replacing("-", with: " ") }
        return isUsable(name) ? name.oneLine.capitalisedFirst : nil
    }
}
