import Kernel
public import Storage

extension Gazetteer {
    /// Premises and duty holders as other slices speak of them.
    public static let naming = [
        NamedKind(Premises.self, "Premises", offered: "merged_into IS NULL", all: { premises, _ in
            premises.map { Name($0.line, at: ["premises", $0.reference.text]) }
        }),
        NamedKind(DutyHolder.self, "Duty holders") { Name($0.name, at: ["duty-holders", "\($0.id)"]) },
    ]
}
