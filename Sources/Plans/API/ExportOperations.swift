import Documents
import Kernel
import People
import Storage
import Web

extension PlanOperations {
    /// Taking a plan away, filtered and sorted as its page is.
    var exports: [Operation] {
        [
            .handing("exportPlan", "plans/{plan}/export/{format}", "A plan's actions on a day as a table to keep, filtered and sorted",
                     .scope(.plansRead), takes: [.day, .part("format", .reference, "csv or xlsx.")] + filters + [sorting],
                     types: PlanExport.Format.allCases.map(\.type), refuses: ["plan-not-found", "no-such-format"]) { call in
                try PlanPolicy.reads.check(call.actor)
                let format = try PlanExport.Format(named: call.part("format"))
                let view = try await call.desk.read { session in
                    PlanView(try session.facts(of: session.plan(call.part("plan"))), on: call.day)
                }
                let export = PlanExport(view: view, filter: PlanFilter(call.query))
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
        ]
    }
}
