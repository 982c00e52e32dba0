import Documents
import Kernel
import Storage

/// Scored premises to take away as a table.
struct RiskExport {
    /// The most that a page, a program or a workbook takes at once; a CSV at the command line has all there are.
    static let most = 20_000
    static let mostInWords = "20,000"

    let items: [ScoredItem]
    let edition: RiskEdition
    let day: Day

    static let columns = [
        "Reference", "Name", "Area", "Type", "Storeys", "Height in metres", "Sleeping", "Compliance", "Found on", "Markers", "Score", "Band", "Next audit", "Overdue", "Edition of the method",
    ]

    /// - Throws: `risk-too-many`
    init(_ filter: RiskFilter, _ edition: RiskEdition, on day: Day, _ session: Session) throws {
        let (items, count) = try session.scored(filter, edition, on: day, limit: RiskExport.most)
        guard count <= RiskExport.most else {
            throw Refusal("risk-too-many", .invalid, """
                \(grouped(count)) premises fit these choices, and \(RiskExport.mostInWords) is the most for one table. \
                Narrow them by band or type, or run: muster risk export, which writes all there are.
                """)
        }
        (self.items, self.edition, self.day) = (items, edition, day)
    }

    /// `risk scores 2026-03-31.csv`
    func name(as format: TableFile.Format) -> String { "risk scores \(day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: "Risk scores", tab: "Scores", header: Self.columns, rows: items.map { Self.cells($0, edition, on: day) }, on: day).bytes(as: format)
    }

    static func cells(_ scored: ScoredItem, _ edition: RiskEdition, on day: Day) -> [Workbook.Value] {
        let (item, facts) = (scored.item, scored.item.facts)
        return [
            .text(item.reference), .text(item.name), .init(item.area), .text(facts.type.words), facts.storeys.map { .number(Double($0)) } ?? .blank, facts.height.map { .number($0.number) } ?? .blank,
            .init(facts.sleeping.map { $0 ? "Yes" : "No" }), facts.compliance.map { .number(Double($0.level)) } ?? .blank, .init(facts.compliance?.on), .text(facts.markers.joined(separator: "; ")),
            .number(scored.score.value.number), .text(scored.band.title), .text(scored.result.due.inTable), .text(scored.result.due.isOverdue(on: day) ? "Yes" : "No"), .text(edition.name),
        ]
    }
}

/// Those who move between two editions, to take away.
struct RiskMovesExport {
    let items: [MovedItem]
    let compared: (before: RiskEdition, after: RiskEdition)
    let day: Day

    /// - Throws: `risk-too-many`
    init(_ filter: RiskMoveFilter, _ before: RiskEdition, _ after: RiskEdition, on day: Day, _ session: Session) throws {
        let (items, count) = try session.moved(filter, before, after, on: day, limit: RiskExport.most)
        guard count <= RiskExport.most else {
            throw Refusal("risk-too-many", .invalid, "\(grouped(count)) premises move, and \(RiskExport.mostInWords) is the most for one table. Narrow them by band, type or reason.")
        }
        (self.items, compared, self.day) = (items, (before, after), day)
    }

    /// `risk moves 2026-03-31.csv`
    func name(as format: TableFile.Format) -> String { "risk moves \(day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        let header = ["Reference", "Name", "Type", "Band by \(compared.before.name)", "Band by \(compared.after.name)", "Score by \(compared.before.name)", "Score by \(compared.after.name)", "Why"]
        return try TableFile(title: "Who moves band", tab: "Moves", header: header, rows: items.map { moved in
            let move = moved.move
            return [
                .text(moved.item.reference), .text(moved.item.name), .text(moved.item.facts.type.words), .text(move.before.band.title), .text(move.after.band.title),
                .number(move.before.score.value.number), .number(move.after.score.value.number), .text(move.reasons.map(\.words).joined(separator: "; ")),
            ]
        }, on: day).bytes(as: format)
    }
}

extension RiskDue {
    var inTable: String {
        switch self {
        case .atOnce: "now"
        case .by(let day): day.iso
        case .sample: "by sample"
        }
    }
}
