import Kernel
import Premises

/// Which audits are shown and in which order.
struct AuditFilter: Sendable {
    enum Order: String, CaseIterable, Sendable { case reference, premises, officer, day, state, next }

    /// Planned and under way.
    static let openWord = "open"

    var whose: String?
    var state: String?
    var kind: AuditKind?
    var outcome: AuditOutcome?
    var result: AuditResult?
    var type: PremisesType?
    var office: String?
    var officer: String?
    var words: String?
    var sort: String?

    init() {}

    var isNarrow: Bool {
        whose != nil || state != nil || kind != nil || outcome != nil || result != nil || type != nil || office != nil || officer != nil || words != nil
    }

    /// The order asked for; nil for the latest first.
    var order: Order? { sort.flatMap { Order(rawValue: isReversed ? String($0.dropFirst()) : $0) } }
    var isReversed: Bool { sort?.hasPrefix("-") ?? false }
}
