import Kernel
import Storage
@testable import Plans

extension RefusalTests {
    private static func shown(_ scene: Scene, _ work: Work) throws -> Evidence {
        try scene.plans.show(NewEvidence(shows: "x", link: "https://a.example"), for: scene.action, of: scene.plan, naming: Naming(), work)
    }

    /// What is refused about evidence.
    static let evidenceDeeds: [(code: String, deed: Deed)] = [
        ("evidence-not-found", { _ = try $1.session.evidence(ID(999), in: $0.plan) }),
        ("evidence-not-found", { _ = try $1.session.evidence(shown($0, $1).id, for: $0.done, in: $0.plan) }),
        ("evidence-is-no-file", { _ = try $1.session.file(of: shown($0, $1)) }),
        ("evidence-taken-back", {
            let taken = try $0.plans.takeBack(shown($0, $1), in: $0.plan, because: "x", $1)
            try $0.plans.takeBack(taken, in: $0.plan, because: "x", $1)
        }),
        ("evidence-taken-back", {
            let taken = try $0.plans.takeBack(shown($0, $1), in: $0.plan, because: "x", $1)
            try $0.plans.look(at: taken, in: $0.plan, $1)
        }),
        ("fields-need-attention", {
            try $0.plans.show(NewEvidence(shows: "x", record: $0.plan.subject), for: $0.action, of: $0.plan, naming: Naming(), $1)
        }),
        ("fields-need-attention", { try $0.plans.look(at: shown($0, $1), in: $0.plan, through: $1.today.adding(days: -1), $1) }),
        ("action-withdrawn", { try $0.plans.show(NewEvidence(shows: "x", link: "https://a"), for: $0.goneAction, of: $0.plan, naming: Naming(), $1) }),
        ("finding-withdrawn", { try $0.plans.show(NewEvidence(shows: "x", link: "https://a"), for: $0.gone, of: $0.plan, naming: Naming(), $1) }),
    ]
}
