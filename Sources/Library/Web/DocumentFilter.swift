import Foundation
import Kernel
import Markup
import People
import Web

/// What the register shows and in which order, as its address says.
struct DocumentFilter: Hashable, Sendable {
    enum Order: String, CaseIterable, Sendable { case title, kind, owner, review, standing }

    var kind: ControlledDocument.Kind?
    var standing: DocumentStanding?
    var owner: ID<Party>?
    var words: String?
    var order: Order?
    var isDescending = false
    /// As it stood in the address: `-review`.
    var sort: String?

    /// Everything that counts, by title.
    init() {}

    init(_ query: AddressQuery) {
        kind = query["kind"].flatMap(ControlledDocument.Kind.init)
        standing = query["standing"].flatMap(DocumentStanding.init)
        owner = query["owner"].flatMap { Int64($0) }.map { ID($0) }
        words = query["words"]
        sort = query["sort"]
        if let sort {
            isDescending = sort.hasPrefix("-")
            order = Order(rawValue: isDescending ? String(sort.dropFirst()) : sort)
        }
    }

    var isNarrow: Bool { kind != nil || standing != nil || owner != nil || words != nil }

    /// The same view as a link, so that it can be kept, sent and taken away.
    func link(_ page: Link) -> Link {
        page.adding("kind", kind?.rawValue).adding("standing", standing?.rawValue).adding("owner", owner.map { String($0.number) })
            .adding("words", words).adding("sort", sort)
    }

    /// Those of the documents that are asked for, in the order asked for. What counts no more stands at the end, unless it is asked for.
    func shown(_ views: [DocumentView]) -> [DocumentView] {
        let kept = views.filter(keeps)
        let sorted: [DocumentView] = switch order {
        case nil: kept.stablySorted { $0.standing.counts ? 0 : 1 }
        case .title: kept
        case .kind: kept.stablySorted { $0.facts.document.kind.words }
        case .owner: kept.stablySorted { $0.facts.owner?.lowercased() ?? "~" }
        case .review: kept.stablySorted { $0.standing.counts ? $0.nextReview?.number ?? Int.max - 1 : Int.max }
        case .standing: kept.stablySorted { $0.standing.urgency }
        }
        return isDescending ? sorted.reversed() : sorted
    }

    private func keeps(_ view: DocumentView) -> Bool {
        let document = view.facts.document
        if let kind, document.kind != kind { return false }
        if let standing, view.standing != standing { return false }
        if let owner, document.owner != owner { return false }
        guard let words else { return true }
        let text = ([document.title, document.reference.text, document.purpose ?? "", view.facts.owner ?? ""]
            + view.versions.flatMap { [$0.label, $0.change] }).joined(separator: " ")
        return text.holds(words: words)
    }
}
