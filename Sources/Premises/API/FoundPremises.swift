import Kernel
import Web

/// Premises as a search tells of them.
struct FoundPremises: Encodable, Sendable {
    static let schema = Schema.object("FoundPremises", [
        "reference": .text, "name": .text, "line": Schema.text.meaning("Its name and address."), "type": .text, "uprn": .text.optional,
    ])

    let reference: String
    let name: String
    /// Its name and address.
    let line: String
    let type: String
    let uprn: String?

    init(_ premises: Premises) {
        (reference, name, line, type) = (premises.reference.text, premises.name, premises.line, premises.type.words)
        uprn = premises.uprn?.description
    }
}
