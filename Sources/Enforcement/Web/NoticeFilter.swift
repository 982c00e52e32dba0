import Foundation
import Kernel
import Markup
import Premises
import Web

/// Which notices are shown and in which order, as the address says.
struct NoticeFilter: Sendable {
    enum Order: String, CaseIterable, Sendable { case reference, served, type, state, next }

    /// All that still ask something of somebody, or of us.
    static let openWord = "open"

    var state: String?
    var type: NoticeType?
    var register: RegisterState?
    var words: String?
    var sort: String?

    init() {}

    init(_ query: AddressQuery) {
        state = query["state"].flatMap { word in word == Self.openWord || NoticeState(rawValue: word) != nil ? word : nil }
        type = query["type"].flatMap(NoticeType.init)
        register = query["register"].flatMap(RegisterState.init)
        words = query["words"]
        sort = query["sort"]
    }

    var isNarrow: Bool { state != nil || type != nil || register != nil || words != nil }

    func link(_ page: Link) -> Link {
        page.adding("state", state).adding("type", type?.rawValue).adding("register", register?.rawValue).adding("words", words).adding("sort", sort)
    }

    /// Those asked for, in the order asked for; else the latest first.
    func shown(_ views: [NoticeView]) -> [NoticeView] {
        let kept = views.filter(keeps)
        let order = sort.flatMap { Order(rawValue: $0.hasPrefix("-") ? String($0.dropFirst()) : $0) }
        let sorted: [NoticeView] = switch order {
        case nil: kept.stablySorted { -$0.notice.id.number }
        case .reference: kept.stablySorted { $0.notice.id }
        case .served: kept.stablySorted { $0.clock?.served.lowerBound.number ?? Int.max }
        case .type: kept.stablySorted { $0.notice.type.rawValue }
        case .state: kept.stablySorted { view in NoticeState.allCases.firstIndex(of: view.state) ?? 0 }
        case .next: kept.stablySorted { $0.next?.day.number ?? Int.max }
        }
        return order != nil && sort?.hasPrefix("-") == true ? sorted.reversed() : sorted
    }

    private func keeps(_ view: NoticeView) -> Bool {
        if let state, state == Self.openWord ? !view.state.isOpen : view.state.rawValue != state { return false }
        if let type, view.notice.type != type { return false }
        if let register, view.register != register { return false }
        guard let words else { return true }
        let text = ([view.notice.reference.text, view.facts.premises.line, view.facts.premises.reference.text, view.facts.officer, view.facts.enforcementCase.reference.text]
            + view.notice.recipients.map(\.name)).joined(separator: " ")
        return text.holds(words: words)
    }
}

/// Which cases are shown.
struct CaseFilter: Sendable {
    enum Standing: String, CaseIterable, Sendable { case open, closed }

    var standing: Standing?
    var origin: EnforcementCase.Origin?
    var words: String?

    init() {}

    init(_ query: AddressQuery) {
        standing = query["standing"].flatMap(Standing.init)
        origin = query["origin"].flatMap(EnforcementCase.Origin.init)
        words = query["words"]
    }

    func link(_ page: Link) -> Link { page.adding("standing", standing?.rawValue).adding("origin", origin?.rawValue).adding("words", words) }

    var isNarrow: Bool { standing != nil || origin != nil || words != nil }

    func shown(_ cases: [CaseFacts], on day: Day) -> [CaseFacts] {
        cases.filter { facts in
            let own = facts.enforcementCase
            guard facts.isHere(on: day), standing.map({ own.isOpen(on: day) == ($0 == .open) }) ?? true, origin.map({ own.origin == $0 }) ?? true else { return false }
            let text = [own.reference.text, own.title, facts.officer, facts.premises.line, facts.premises.reference.text].joined(separator: " ")
            return words.map { text.holds(words: $0) } ?? true
        }
    }
}
