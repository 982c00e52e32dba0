import Kernel
import People
import Storage

extension PlanFacts {
    /// The last proposal to close it, where that was declined or taken back, as it was entered: whoever proposes again need not write it all once more.
    ///
    /// - Parameters:
    ///   - plans: those under which something can go on.
    ///   - findings: what can be answered there.
    func proposedBefore(_ plans: [Plan], _ findings: [Finding]) -> (closure: PlanClosure, fields: Fields)? {
        guard let last = closing.closures.last, !last.isOpen, !last.isAgreed else { return nil }
        var written = [
            "words": last.words, "residual-risk": last.residualRisk, "onward-owner": name(last.onwardOwner), "review-on": last.reviewOn.iso,
            "decision": last.decision?.description ?? "",
        ]
        for item in closing.items where item.closure == last.id {
            guard let reference = actions.first(where: { $0.id == item.action })?.reference else { continue }
            written["kind-\(reference)"] = item.kind.rawValue
            written["because-\(reference)"] = item.because
            written["onto-\(reference)"] = plans.first { $0.id == item.onto }?.reference.text
            written["finding-\(reference)"] = findings.first { $0.id == item.ontoFinding }.flatMap { finding in
                plans.first { $0.id == finding.plan }.map { "\($0.reference)/\(finding.reference)" }
            }
            written["owner-\(reference)"] = item.owner.flatMap { parties[$0]?.name }
            written["due-\(reference)"] = item.due?.iso
        }
        for said in closing.findings where said.closure == last.id {
            guard let reference = finding(said.finding)?.reference else { continue }
            written["residual-risk-\(reference)"] = said.residualRisk
            written["onward-owner-\(reference)"] = said.onwardOwner.flatMap { parties[$0]?.name }
            written["review-on-\(reference)"] = said.reviewOn?.iso
        }
        return (last, Fields(written.mapValues { [$0] }))
    }

    private func finding(_ id: ID<Finding>) -> Finding? { findings.first { $0.id == id } }
}
