import Kernel
import Markup
import Web

extension PremisesFilter {
    /// What the address of the list asks for; what can't be read is left out.
    init(_ query: AddressQuery) {
        self.init()
        type = query["type"].flatMap { PremisesType(rawValue: $0) }
        area = query["area"]
        sleeping = query["sleeping"].flatMap(Sleeping.init)
        holder = query["holder"].flatMap { Int64($0) }.map { ID($0) }
        isMerged = query["merged"] == "yes"
        if let written = query["sort"] { _ = sort(by: written) }
    }

    /// What its address asks for beside its order.
    var asked: [(String, String)] {
        [("type", type?.rawValue), ("area", area), ("sleeping", sleeping?.rawValue), ("holder", holder.map { "\($0)" }), ("merged", isMerged ? "yes" : nil)]
            .compactMap { name, value in value.map { (name, $0) } }
    }

    /// The same view as a link, so that it can be kept, sent and taken away.
    func link(_ page: Link) -> Link {
        asked.reduce(page) { $0.adding($1.0, $1.1) }.adding("sort", sort == "name" ? nil : sort)
    }
}

extension DutyHolderFilter {
    init(_ query: AddressQuery) {
        self.init()
        kind = query["kind"].flatMap(DutyHolder.Kind.init)
        name = query["name"]
    }

    func link(_ page: Link) -> Link { page.adding("kind", kind?.rawValue).adding("name", name) }
}

/// A page of a long list that is asked for by what stands at its end, so that a page far down is as fast as the first.
struct Leaf<Kind> {
    static var size: Int { 50 }

    /// What the page begins after, or ends before.
    let last: ID<Kind>?
    let isBackwards: Bool

    init(_ query: AddressQuery) {
        let (after, before) = (query["after"].flatMap { Int64($0) }, query["before"].flatMap { Int64($0) })
        (last, isBackwards) = ((after ?? before).map { ID($0) }, after == nil && before != nil)
    }

    /// The rows of the page, asked for with one more than it holds, and where its neighbours are.
    func turned<Row>(_ found: [Row], at page: Link, _ id: (Row) -> ID<Kind>) -> (rows: [Row], back: Link?, on: Link?) {
        let hasMore = found.count > Leaf.size
        let rows = isBackwards ? Array(found.suffix(Leaf.size)) : Array(found.prefix(Leaf.size))
        let hasBack = isBackwards ? hasMore : last != nil
        let hasOn = isBackwards || hasMore
        return (rows, hasBack ? rows.first.map { page.adding("before", "\(id($0))") } : nil, hasOn ? rows.last.map { page.adding("after", "\(id($0))") } : nil)
    }
}
