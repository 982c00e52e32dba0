import Documents
import Kernel

/// What a document calls the plan in it.
enum PlanTitle {
    private static let empty: Set = ["", "untitled", "title", "document", "template", "sheet1", "book1", "plan", "action plan template", "word document", "agenda item"]

    static func of(_ reading: Reading, _ tables: [PlanTable]) -> String? {
        if let title = reading.title, isUsable(title) { return title.oneLine }
        for line in tables.first?.above ?? [] where isUsable(line) { return line.oneLine }
        for paragraph in reading.paragraphs.prefix(6) where isUsable(paragraph) && !paragraph.endsAsSentence { return paragraph.oneLine }
        return nil
    }

    private static func isUsable(_ text: String) -> Bool {
        let words = text.sameness
        guard !empty.contains(words), (1...20).contains(text.plainWords.count), text.contains(where: \.isLetter) else { return false }
        if words.hasPrefix("microsoft word") || words.hasPrefix("document1") || words.hasSuffix("docx") || words.hasSuffix("xlsx") { return false }
        let opening = text.plainWords.first ?? ""
        let facts: Set = ["version", "date", "updated", "owner", "author", "official", "last", "page", "key", "draft", "status"]
        return !(facts.contains(opening) && text.contains(":")) && WrittenDay.read(text).day == nil && !["official", "official sensitive", "not protectively marked"].contains(words)
    }
}
