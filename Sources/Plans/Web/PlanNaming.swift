import Kernel
public import Storage

extension Plans {
    /// Plans as other slices speak of them: by title, at the plan's own page. Findings and actions by reference and text, and
    /// what measures them.
    public static let naming = [
        NamedKind(Plan.self, "Plans") { Name($0.title, at: ["plans", $0.reference.text]) },
        NamedKind(Finding.self, "Findings", all: names(of:_:)),
        NamedKind(Action.self, "Actions", all: names(of:_:)),
        NamedKind(SuccessMeasure.self, "Measures", all: { measures, session in
            let plans = try session.byNumber(Plan.self, Set(measures.map(\.plan)))
            return measures.map { measure in
                Name("Measure: \(measure.title)", at: ["plans", plans[measure.plan]?.reference.text ?? "", "measures", "\(measure.id)"])
            }
        }),
    ]

    private static func names<Item: PlanItem>(of items: [Item], _ session: Session) throws -> [Name] {
        let plans = try session.byNumber(Plan.self, Set(items.map(\.plan)))
        return items.map { item in
            Name(
                "\(Item.noun.capitalisedFirst) \(item.reference): \(shortened(item.text))",
                at: ["plans", plans[item.plan]?.reference.text ?? "", Item.noun + "s", item.reference.text])
        }
    }

    /// As much of a text as has room in a list.
    private static func shortened(_ text: String) -> String { text.count <= 80 ? text : text.prefix(79).trimmed + "…" }
}
