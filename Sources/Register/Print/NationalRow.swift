import Kernel

/// An entry as a line of the national register of enforcement notices: 11 columns, days as DD/MM/YYYY, codes in capitals.
///
/// Columns and forms are those of the register that the National Fire Chiefs Council publishes.
struct NationalRow {
    static let columns = [
        "uprn", "FRS", "issue_date", "notice_type", "premises_type", "status", "address_label", "responsible_person", "date_complied_with", "reasons",
        "Additional Information",
    ]

    let entry: PublicEntry
    /// The service that served it.
    let service: String

    var cells: [String] {
        [
            entry.uprn?.description ?? "", entry.source?.name ?? service, entry.served.map(written) ?? "", entry.kind?.rawValue.uppercased() ?? "", premisesType, status,
            address, entry.persons.map(\.name).joined(separator: ", "), entry.complied.map(written) ?? "", entry.articles.map { "A" + $0 }.joined(separator: ","),
            [entry.substance, entry.more].compactMap(\.self).joined(separator: " "),
        ]
    }

    /// `FACTORY WAREHOUSE`
    private var premisesType: String {
        entry.premisesType?.words.uppercased().replacing(" OR ", with: " ").replacing("-", with: " ") ?? ""
    }

    private var status: String {
        switch entry.status {
        case .inForce: "IN FORCE"
        case .complied: "COMPLIED"
        case .withdrawn: "WITHDRAWN"
        case .ended: "ENDED"
        case nil: ""
        }
    }

    /// Its lines with CRLF between, as there.
    private var address: String {
        ([entry.premises] + entry.addressLines).filter { !$0.isEmpty }.joined(separator: "\r\n")
    }

    private func written(_ day: Day) -> String {
        let (year, month, number) = day.parts
        return "\(padded(number, to: 2))/\(padded(month, to: 2))/\(year)"
    }
}
