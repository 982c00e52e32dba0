import Documents
import Kernel

/// Decides which column is which from the headings and, where those leave room, from what stands beneath them.
struct Columns {
    let headings: [Heading]
    /// The cells under each heading.
    let beneath: [Contents]
    private(set) var fields: [ColumnMap.Field]

    /// What stands in one column, in shares of its written cells.
    struct Contents {
        var count = 0
        var days = 0.0, statuses = 0.0, references = 0.0
        var words = 0.0
        var shades = 0.0
        /// Different texts among the written cells.
        var distinct = 0

        init(_ cells: [Cell]) {
            let written = cells.filter { !$0.isBlank }.prefix(60)
            count = written.count
            let shaded = cells.filter { !$0.continuesAbove && !$0.continuesLeft && Shade($0.shade).status != nil }.count
            shades = cells.isEmpty ? 0 : Double(shaded) / Double(cells.count)
            guard count > 0 else { return }
            distinct = Set(written.map(\.written.sameness)).count
            func share(_ isOne: (Cell) -> Bool) -> Double { Double(written.filter(isOne).count) / Double(count) }
            days = share { $0.date != nil || WrittenDay.looksLikeOne($0.written) }
            statuses = share { WrittenStatus($0.written).isUnderstood && $0.written.count <= 40 }
            references = share { WrittenReference.isOne($0.written) }
            words = Double(written.reduce(0) { $0 + $1.written.plainWords.count }) / Double(count)
        }
    }

    init(headings: [Heading], body: [[Cell]]) {
        self.headings = headings
        // A row with a single text is a heading over others, or the rest of one.
        let rows = body.prefix(300).filter { $0.filter { !$0.isBlank || $0.shade != nil }.count > 1 }
        beneath = headings.indices.map { column in Contents((rows.isEmpty ? Array(body.prefix(300)) : rows).map { $0[column] }) }
        fields = headings.map { $0.best ?? .ignored }
        for column in fields.indices { settle(column) }
        nameReferences()
        choose(.finding)
        choose(.action)
        choose(.due)
        for field in [ColumnMap.Field.status, .fullText, .startDate, .completedOn, .revisedDue, .section] { choose(field) }
        fillGaps()
    }

    private func has(_ field: ColumnMap.Field) -> Bool { fields.contains(field) }

    /// Corrects what a heading says by what stands beneath it.
    private mutating func settle(_ column: Int) {
        let contents = beneath[column]
        guard contents.count >= 2 || (contents.count == 1 && (contents.days == 1 || (contents.statuses == 1 && contents.words <= 4))) else { return }
        func other(than field: ColumnMap.Field) -> ColumnMap.Field {
            headings[column].guesses.first { $0.field != field }?.field ?? .ignored
        }
        switch fields[column] {
        case .due, .revisedDue, .startDate:
            if contents.days < 0.2 {
                let name = headings[column].text.sameness
                if name.hasSuffix("by") { fields[column] = .owner }
                else if name == "target" { fields[column] = .successMeasure }
                else if contents.words > 6 { fields[column] = other(than: fields[column]) }
            }
        case .owner, .jointOwner:
            if contents.days > 0.6 { fields[column] = .due }
            else if contents.words > 15 { fields[column] = other(than: fields[column]) }
        case .status:
            if contents.days > 0.6, contents.statuses < 0.5 { fields[column] = .completedOn }
            else if contents.words > 8, contents.statuses < 0.3, contents.shades < 0.3 { fields[column] = .progress }
        case .progress:
            if contents.statuses >= 0.7, contents.words <= 4, !has(.status) { fields[column] = .status }
            else if contents.days > 0.8, headings[column].text.plainWords.contains("completed") { fields[column] = .completedOn }
        case .finding:
            if contents.references > 0.6, contents.words <= 4,
               fields.indices.contains(where: { $0 != column && fields[$0] == .finding && beneath[$0].words > 2.5 }) {
                fields[column] = .findingReference
            }
        case .action:
            if contents.references > 0.6, contents.words <= 2 { fields[column] = .actionReference }
            else if contents.days > 0.7 { fields[column] = .due }
        case .reference:
            if contents.words > 4 { fields[column] = has(.action) ? (has(.finding) ? .ignored : .finding) : .action }
        default: break
        }
    }

    /// A plain “Ref” belongs to the finding or to the action by where it stands.
    private mutating func nameReferences() {
        let plain = fields.indices.filter { fields[$0] == .reference }
        guard let action = fields.firstIndex(of: .action), let finding = fields.firstIndex(of: .finding), finding < action else { return }
        for column in plain {
            if column > finding, column < action { fields[column] = .actionReference }
            else if column < finding, plain.count > 1 || has(.actionReference) { fields[column] = .findingReference }
        }
    }

    /// Leaves one column for a field that a plan has once; the others become what else they may mean.
    private mutating func choose(_ field: ColumnMap.Field) {
        let columns = fields.indices.filter { fields[$0] == field }
        guard columns.count > 1 else { return }
        func weight(_ column: Int) -> Int {
            let guess = headings[column].guesses.first { $0.field == field }
            return (guess?.weight ?? 0) * 10 + Int((guess?.coverage ?? 0) * 10)
        }
        guard let kept = columns.max(by: { (weight($0), -$0) < (weight($1), -$1) }) else { return }
        for column in columns where column != kept {
            switch field {
            // A gap analysis says beside each recommendation what is missing.
            case .finding where column > kept && !has(.fullText) && headings[column].saysGap: fields[column] = .fullText
            // What stands before the findings and is the same for several of them is their section.
            case .finding: fields[column] = beneath[column].distinct < beneath[kept].distinct && column < kept ? .section : .ignored
            case .action:
                // A coarser column before the actions is what they answer.
                fields[column] = !has(.finding) && column < kept ? .finding : .ignored
            case .due where beneath[column].days >= 0.3 && column > kept && !has(.revisedDue): fields[column] = .revisedDue
            default: fields[column] = .ignored
            }
        }
    }

    /// Gives a field that is still missing to a column whose contents or second meaning fit.
    private mutating func fillGaps() {
        for column in fields.indices where headings[column].text.isEmpty {
            if !has(.reference), !has(.actionReference), column == 0, beneath[column].count >= 2, beneath[column].references > 0.7 {
                fields[column] = .reference
            } else if !has(.status), beneath[column].shades >= 0.3 {
                fields[column] = .status
            }
        }
        if !has(.action) {
            // “Actions taken” are the actions where nothing else is.
            let fits = fields.indices.first { column in
                [.progress, .ignored, .successMeasure].contains(fields[column]) && beneath[column].words >= 2
                    && (headings[column].guesses.contains { $0.field == .action } || headings[column].text.plainWords.first == "actions")
            }
            if let fits { fields[fits] = .action }
        }
        if !has(.due), let column = fields.firstIndex(of: .revisedDue) ?? fields.firstIndex(of: .completedOn) { fields[column] = .due }
        if !has(.finding), let column = fields.firstIndex(of: .fullText) { fields[column] = .finding }
        if !has(.owner), let column = fields.firstIndex(of: .jointOwner) { fields[column] = .owner }
        if !has(.finding), let column = fields.firstIndex(of: .section), has(.action), beneath[column].words >= 4 { fields[column] = .finding }
    }

    /// A status shown by shading alone, in a column with some other heading; only where no column is for statuses.
    var shadedColumn: Int? {
        guard !has(.status) else { return nil }
        let shaded = fields.indices.filter { beneath[$0].shades >= 0.5 }
        return shaded.count == 1 ? shaded.first : nil
    }
}
