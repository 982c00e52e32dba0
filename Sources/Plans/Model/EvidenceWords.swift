import Kernel

extension EvidenceView {
    /// `The rota is published (rota.pdf)`, for tables and terminals.
    var inWords: String { "\(evidence.shows) (\(place))" }

    /// Where it is to be seen: a file's name, an address, a record.
    var place: String { file?.name ?? evidence.link ?? evidence.record?.description ?? "a file" }
}

extension PlanFacts {
    /// What an action or a finding is known by, of which a piece of evidence shows something.
    func reference(shownBy evidence: Evidence) -> (action: Reference?, finding: Reference?) {
        (evidence.action.flatMap { id in actions.first { $0.id == id }?.reference },
         evidence.finding.flatMap { id in findings.first { $0.id == id }?.reference })
    }
}
