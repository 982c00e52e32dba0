import Documents
import Kernel
public import Markup
import People

/// Every address that plans have.
public enum PlanLinks {
    public static let home = Link()
    public static let work = Link("work")
    public static let list = Link("plans")
    public static let new = Link("plans", "new")
    public static let imports = Link("imports")
    public static let newImport = Link("imports", "new")

    public static func plan(_ plan: Plan) -> Link { Link("plans", plan.reference) }
    static func edit(_ plan: Plan) -> Link { Link("plans", plan.reference, "edit") }
    static func history(_ plan: Plan) -> Link { Link("plans", plan.reference, "history") }
    static func account(_ plan: Plan) -> Link { Link("plans", plan.reference, "account") }
    static func rules(_ plan: Plan) -> Link { Link("plans", plan.reference, "rules") }
    static func export(_ plan: Plan, _ format: String) -> Link { Link("plans", plan.reference, "export", format) }
    static func newImport(into plan: Plan) -> Link { newImport.adding("plan", plan.reference.text) }

    static func newFinding(_ plan: Plan) -> Link { Link("plans", plan.reference, "findings", "new") }
    static func findings(_ plan: Plan) -> Link { Link("plans", plan.reference, "findings") }
    static func finding(_ finding: Finding, _ plan: Plan) -> Link { Link("plans", plan.reference, "findings", finding.reference) }
    static func finding(_ finding: Finding, _ plan: Plan, _ part: String) -> Link {
        Link("plans", plan.reference, "findings", finding.reference, part)
    }
    static func item<Item: PlanItem>(_ item: Item, _ plan: Plan) -> Link {
        Link("plans", plan.reference, Item.noun + "s", item.reference)
    }
    static func item<Item: PlanItem>(_ item: Item, _ plan: Plan, _ part: String) -> Link {
        Link("plans", plan.reference, Item.noun + "s", item.reference, part)
    }
    static func newAction(_ finding: Finding, _ plan: Plan) -> Link {
        Link("plans", plan.reference, "findings", finding.reference, "actions", "new")
    }
    static func actions(_ finding: Finding, _ plan: Plan) -> Link { self.finding(finding, plan, "actions") }

    static func action(_ action: Action, _ plan: Plan) -> Link { Link("plans", plan.reference, "actions", action.reference) }
    static func action(_ action: Action, _ plan: Plan, _ part: String) -> Link {
        Link("plans", plan.reference, "actions", action.reference, part)
    }
    static func milestone(_ milestone: Milestone, _ action: Action, _ plan: Plan) -> Link {
        Link("plans", plan.reference, "actions", action.reference, "milestones", milestone.id, "reached")
    }
    static func milestone(_ milestone: Milestone, _ action: Action, _ plan: Plan, _ part: String) -> Link {
        Link("plans", plan.reference, "actions", action.reference, "milestones", milestone.id, part)
    }
    static func move(_ move: DateMove, _ action: Action, _ plan: Plan, _ part: String) -> Link {
        Link("plans", plan.reference, "actions", action.reference, "moves", move.id, part)
    }
    static func action(_ action: Action, _ plan: Plan, _ part: String, _ more: String) -> Link {
        Link("plans", plan.reference, "actions", action.reference, part, more)
    }
    static func finding(_ finding: Finding, _ plan: Plan, _ part: String, _ more: String) -> Link {
        Link("plans", plan.reference, "findings", finding.reference, part, more)
    }
    static func item<Item: PlanItem>(_ item: Item, _ plan: Plan, parts: String) -> Link {
        Link(parts: ["plans", plan.reference.text, Item.noun + "s", item.reference.text] + parts.split(separator: "/").map(String.init))
    }
    static func closure(_ plan: Plan) -> Link { Link("plans", plan.reference, "closure") }
    static func closure(_ plan: Plan, _ part: String) -> Link { Link("plans", plan.reference, "closure", part) }
    static func closureReport(_ plan: Plan, _ format: PaperFormat) -> Link { Link("plans", plan.reference, "closure", "report", format.rawValue) }
    static func newMeasure<Item: PlanItem>(_ item: Item, _ plan: Plan) -> Link {
        Link("plans", plan.reference, Item.noun + "s", item.reference, "measures", "new")
    }
    static func measures(_ plan: Plan) -> Link { Link("plans", plan.reference, "measures") }
    static func measure(_ measure: SuccessMeasure, _ plan: Plan) -> Link { Link("plans", plan.reference, "measures", measure.id) }
    static func measure(_ measure: SuccessMeasure, _ plan: Plan, _ part: String) -> Link {
        Link("plans", plan.reference, "measures", measure.id, part)
    }
    static func reading(_ reading: MeasureReading, _ measure: SuccessMeasure, _ plan: Plan) -> Link {
        Link("plans", plan.reference, "measures", measure.id, "readings", reading.id, "withdrawal")
    }
    static func evidence<Item: PlanItem>(of item: Item, _ plan: Plan) -> Link { self.item(item, plan, "evidence") }
    static func evidence<Item: PlanItem>(_ evidence: Evidence, of item: Item, _ plan: Plan, _ part: String) -> Link {
        Link("plans", plan.reference, Item.noun + "s", item.reference, "evidence", evidence.id, part)
    }
    static func evidence(_ evidence: Evidence, _ plan: Plan) -> Link { Link("plans", plan.reference, "evidence", evidence.id) }
    static func file(_ evidence: Evidence, _ plan: Plan) -> Link { Link("plans", plan.reference, "evidence", evidence.id, "file") }
    static func newUpdate(_ action: Action, _ plan: Plan) -> Link { Link("plans", plan.reference, "actions", action.reference, "updates", "new") }
    static func override(_ override: Override, _ action: Action, _ plan: Plan, _ part: String) -> Link {
        Link("plans", plan.reference, "actions", action.reference, "overrides", override.id, part)
    }
    public static let allForecasts = Link("forecasts")
    static func forecasts(_ plan: Plan) -> Link { Link("plans", plan.reference, "forecasts") }
    static func forecasts(of party: ID<Party>) -> Link { Link("forecasts", party) }
    static func needs(_ plan: Plan) -> Link { Link("plans", plan.reference, "needs") }
    static func need(_ need: Need, _ action: Action, _ plan: Plan, _ part: String) -> Link {
        Link("plans", plan.reference, "actions", action.reference, "needs", need.id, part)
    }
    static func dependency(_ dependency: Dependency, _ action: Action, _ plan: Plan) -> Link {
        Link("plans", plan.reference, "actions", action.reference, "dependencies", dependency.id, "ending")
    }
    static func restoration(_ withdrawal: Withdrawal, _ plan: Plan) -> Link {
        Link("plans", plan.reference, "withdrawals", withdrawal.id, "restoration")
    }
    static func draft(_ id: Int64) -> Link { Link("imports", String(id)) }
    static func draft(_ id: Int64, _ part: String) -> Link { Link("imports", String(id), part) }
}
