import Kernel
public import Storage

extension Plans {
    /// Plans as other slices speak of them: by title, at the plan's own page.
    public static let naming = [NamedKind(Plan.self) { Name($0.title, at: ["plans", $0.reference.text]) }]
}
