import Documents
import Kernel

/// The rows of a plan put under the findings that they answer.
struct Findings {
    struct Group {
        /// As the document gives it.
        var reference: String?
        /// Empty where the document gives only a reference.
        var text: String
        var fullText: String?
        var section: String?
        let location: String
        var rows: [PlanRow] = []
    }

    private(set) var groups: [Group] = []
    private(set) var notes: [String] = []
    var questions: Questions
    /// Whether a plain reference column numbers the actions, for each table.
    private(set) var numbersActions: [Int: Bool] = [:]

    /// For tables that answer one finding each: the line that names it.
    private(set) var headings: [Int: String] = [:]

    private var current: Int?
    /// The finding is the heading that the rows stand under.
    private var isUnderHeading = false
    private var byText: [String: Int] = [:]
    private var section: String?
    private var gathered = 0

    init(_ rows: [PlanRow], tables: [PlanTable], items: [ListItem], title: String?, questions: Questions) {
        self.questions = questions
        for index in tables.indices { numbersActions[index] = Self.numbersActions(rows.filter { $0.table == index }, tables[index]) }
        headings = Self.headings(of: tables, items)
        var lastTable: Int?
        for (index, row) in rows.enumerated() {
            if row.table != lastTable {
                if !tables[row.table].continues, lastTable != nil {
                    section = nil
                    if !tables[row.table].has(.finding) || tables[row.table].sheet.name != nil { current = nil }
                }
                if let heading = headings[row.table] { open(heading, row, reference: nil, isNew: true); isUnderHeading = true }
                lastTable = row.table
            }
            let below = rows.indices.contains(index + 1) && rows[index + 1].table == row.table ? rows[index + 1] : nil
            take(row, below, tables[row.table], title)
        }
        if gathered > 0 { notes.append("\(counted(gathered, "row").capitalisedFirst) whose finding also stands elsewhere in the table \(gathered == 1 ? "was" : "were") put under that one finding.") }
    }

    // MARK: Taking rows

    private mutating func take(_ row: PlanRow, _ below: PlanRow?, _ table: PlanTable, _ title: String?) {
        if let banner = row.banner {
            let isFinding = !table.has(.finding) || (below.map { $0.banner == nil && $0[.finding].isEmpty && !$0.isBlank } ?? false)
            isUnderHeading = isFinding && below?.banner == nil
            if isUnderHeading { open(banner, row, reference: nil, isNew: false) }
            else {
                section = banner
                if !table.has(.finding) { current = nil }
            }
            return
        }
        let plainIsFinding = !(numbersActions[row.table] ?? true)
        let ownReference = !row[.findingReference].isEmpty ? row[.findingReference] : plainIsFinding ? row[.reference] : ""
        let reference = ownReference.isEmpty ? nil : WrittenReference.read(ownReference) ?? WrittenReference.usable(ownReference)
        var text = row[.finding]
        if Self.repeatsAbove(text) { text = "" }
        if !row[.section].isEmpty, table.has(.finding) { section = row[.section].oneLine }
        if !text.isEmpty {
            isUnderHeading = false
            open(text, row, reference: reference, isNew: false)
        } else if let reference, current.map({ groups[$0].reference }) != .some(reference), !row.merged.contains(.finding) {
            openByReference(reference, row, table)
        } else if !table.has(.finding), !isUnderHeading, let parent = dottedParent(row), current.map({ groups[$0].reference == nil && !groups[$0].rows.isEmpty || groups[$0].reference != parent && groups[$0].reference != nil }) ?? true {
            openByReference(parent, row, table)
        } else if !table.has(.finding), !isUnderHeading, !row[.section].isEmpty, current.map({ groups[$0].text.sameness != row[.section].sameness }) ?? true {
            open(row[.section], row, reference: nil, isNew: false)
        }
        if current == nil { openUnnamed(row, table, title) }
        if let current { groups[current].rows.append(row) }
        if let current, groups[current].fullText == nil, !row[.fullText].isEmpty { groups[current].fullText = row[.fullText].oneLine }
    }

    private static func repeatsAbove(_ text: String) -> Bool {
        ["as above", "same as above", "see above", "ditto", "do", "\"", "''", "”", "〃", "-"].contains(text.oneLine.lowercased().trimmedMarks) || text == "\"" || text == "〃" || text == "”"
    }

    private mutating func open(_ written: String, _ row: PlanRow, reference: String?, isNew: Bool) {
        var text = Self.withoutContinued(Self.paragraphs(written))
        var reference = reference
        if let prefix = WrittenReference.prefix(of: text) {
            // The number before the words is the reference; a cell with nothing else keeps its words.
            if reference == nil { reference = prefix.reference }
            text = prefix.rest
        }
        let key = text.isEmpty ? "#\(reference ?? "")" : text.sameness
        if let current, !isNew, groups[current].text.sameness == text.sameness, !text.isEmpty,
           reference == nil || groups[current].reference == nil || groups[current].reference == reference {
            if groups[current].reference == nil { groups[current].reference = reference }
            return
        }
        if let same = byText[key], !isNew, reference == nil || groups[same].reference == reference {
            if same != current { gathered += 1 }
            current = same
            return
        }
        byText[key] = byText[key] ?? groups.count
        current = groups.count
        groups.append(Group(reference: reference, text: text, section: section, location: row.location))
    }

    /// A row whose finding is given by its number alone.
    private mutating func openByReference(_ reference: String, _ row: PlanRow, _ table: PlanTable) {
        if let same = groups.firstIndex(where: { $0.reference == reference }) { current = same; return }
        current = groups.count
        groups.append(Group(reference: reference, text: "", section: section, location: row.location))
    }

    private mutating func openUnnamed(_ row: PlanRow, _ table: PlanTable, _ title: String?) {
        let suggestion = section ?? title
        let isWhole = !table.has(.finding)
        let query = Query(
            location: isWhole ? table.sheet.place : row.location, code: "finding-not-named", written: "", suggestion: suggestion,
            sentence: isWhole
                ? "The table has no column or heading for the findings; say what finding its actions answer."
                : "The first action stands under no finding; say what finding it answers.")
        let answer = questions.answer(to: query).flatMap { Questions.leavesEmpty($0) ? nil : $0 }
        current = groups.count
        groups.append(Group(reference: nil, text: answer ?? suggestion ?? "Actions without a finding", section: section, location: row.location))
    }

    private func dottedParent(_ row: PlanRow) -> String? {
        let written = row[.actionReference].isEmpty ? row[.reference] : row[.actionReference]
        let own = WrittenReference.read(written) ?? WrittenReference.prefix(of: row[.action])?.reference
        return own.flatMap(WrittenReference.parent)
    }

    // MARK: What the whole table shows

    /// A column “Ref” numbers the findings where it stands empty or repeats beside further actions, the actions otherwise.
    private static func numbersActions(_ rows: [PlanRow], _ table: PlanTable) -> Bool {
        let rows = rows.filter { $0.banner == nil }
        guard table.has(.reference) else { return true }
        if table.has(.actionReference) { return false }
        if !table.has(.action) { return false }
        let references = rows.map { $0[.reference] }
        let written = references.filter { !$0.isEmpty }
        if table.has(.finding) {
            let findings = rows.map { $0[.finding].sameness }
            let starts = rows.indices.filter { !findings[$0].isEmpty && ($0 == 0 || findings[$0] != findings[$0 - 1]) }
            if written.count < rows.count { return !rows.indices.allSatisfy { references[$0].isEmpty || starts.contains($0) } }
            if Set(written).count < written.count { return false }
            if starts.count < rows.count { return true }
            let column = table.map.column(.reference) ?? 0, finding = table.map.column(.finding) ?? 0, action = table.map.column(.action) ?? 0
            return column > finding && column < action && written.allSatisfy { $0.contains(".") }
        }
        return Set(written).count == written.count
    }

    /// A table for each finding, named in a heading of its own above it or in the text.
    private static func headings(of tables: [PlanTable], _ items: [ListItem]) -> [Int: String] {
        let bare = tables.indices.filter { !tables[$0].has(.finding) && !tables[$0].continues }
        guard bare.count >= 2, bare.count == tables.filter({ !$0.continues }).count else { return [:] }
        let above = bare.filter { tables[$0].above.count == 1 }
        if above.count == bare.count { return Dictionary(uniqueKeysWithValues: bare.compactMap { index in tables[index].above.first.map { (index, $0) } }) }
        for (_, list) in Dictionary(grouping: items.filter { $0.list != nil }, by: { $0.list ?? 0 }).sorted(by: { $0.key < $1.key }) where list.count == bare.count {
            return Dictionary(uniqueKeysWithValues: zip(bare, list).map { ($0, "\($1.reference.map { "\($0). " } ?? "")\($1.text)") })
        }
        if bare.allSatisfy({ tables[$0].sheet.name != nil }) {
            return Dictionary(uniqueKeysWithValues: bare.compactMap { index in tables[index].sheet.name.map { (index, $0) } })
        }
        return [:]
    }

    /// Without “(continued)” or “(cont’d)” at the end.
    private static func withoutContinued(_ text: String) -> String {
        guard text.suffix(14).lowercased().contains("cont") else { return text }
        return text.replacing(/(?i)[\s,–-]*(?:\((?:continued|contd|cont['’]?d?\.?)\)|\bcontinued|\bcont['’]d\.?)$/, with: "")
    }

    /// One paragraph, unless the cell holds a list.
    static func paragraphs(_ text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline).map { String($0.oneLine) }.filter { !$0.isEmpty }
        guard lines.count > 1 else { return lines.first ?? "" }
        let isList = lines.dropFirst().allSatisfy { line in
            line.first.map { "•-–*·▪●".contains($0) } ?? false || WrittenReference.prefix(of: line) != nil || (line.dropFirst().first == ")" && line.first?.isLetter ?? false)
        }
        return lines.joined(separator: isList ? "\n" : " ")
    }
}
