import Documents
import Kernel
import Storage

/// Premises of a list, to take away as a table.
struct PremisesExport {
    /// The most that a page or a program takes away at once; the command line takes all there are.
    static let most = 20_000
    static let mostInWords = "20,000"

    let rows: [Premises]
    let responsible: [ID<Premises>: [String]]
    let day: Day

    static let columns = [
        "Reference", "UPRN", "Name", "Address", "Postcode", "Area", "Latitude", "Longitude", "Type", "Storeys", "Height in metres", "Sleeping",
        "Responsible", "On record since",
    ]

    /// What fits on one table.
    ///
    /// - Parameter words: what was looked for among them; the likeliest are taken then, in that order, as the page shows them.
    /// - Throws: `premises-too-many`
    init(_ filter: PremisesFilter, words: String? = nil, on day: Day, _ session: Session) throws {
        if let words {
            let rows = try session.premises(matching: words, among: filter, on: day, limit: PremisesListPage.mostFound)
            self.init(rows, on: day, try session.responsible(for: rows, on: day))
            return
        }
        let rows = try session.premises(filter, on: day, limit: PremisesExport.most + 1)
        guard rows.count <= PremisesExport.most else {
            throw Refusal("premises-too-many", .invalid, """
                More than \(PremisesExport.mostInWords) premises fit these choices, and that is the most for one table. \
                Narrow them by type or area, or run: muster premises export, which writes all there are.
                """)
        }
        self.init(rows, on: day, try session.responsible(for: rows, on: day))
    }

    init(_ rows: [Premises], on day: Day, _ responsible: [ID<Premises>: [String]]) {
        (self.rows, self.day, self.responsible) = (rows, day, responsible)
    }

    /// `premises 2026-03-31.csv`
    func name(as format: TableFile.Format) -> String { "premises \(day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: "Premises", tab: "Premises", header: PremisesExport.columns, rows: rows.map(cells), on: day).bytes(as: format)
    }

    /// The rows alone, to follow others in a file of comma-separated values.
    var lines: [UInt8] {
        rows.reduce(into: []) { text, premises in CSV.append(cells(premises).map(\.inText), to: &text) }
    }

    private func cells(_ premises: Premises) -> [Workbook.Value] {
        [
            .text(premises.reference.text), .init(premises.uprn?.description), .text(premises.name), .init(premises.address.joined(separator: ", ")),
            .init(premises.postcode?.text), .init(premises.area), premises.place.map { .number($0.latitude) } ?? .blank,
            premises.place.map { .number($0.longitude) } ?? .blank, .text(premises.type.words), premises.storeys.map { .number(Double($0)) } ?? .blank,
            premises.height.map { .number($0.number) } ?? .blank, .init(premises.sleeping.map { $0 ? "Yes" : "No" }),
            .init(responsible[premises.id]?.joined(separator: "; ")), .day(premises.since),
        ]
    }
}
