public import Markup

/// What a slice says of a page; the frame around it is the house's.
public struct Page: Sendable {
    /// The heading's words, which the browser's tab shows before the service's name.
    public let title: String
    /// The way here from the top, without the page itself.
    public let crumbs: [(String, Link)]
    /// The first part of the address of its entry in the list at the side: `plans`. Nil to go by the page's own address.
    public let section: String?
    /// False where a day would mean nothing: no day control and no band.
    public let hasDay: Bool
    /// A page with one thing to do and nothing around it, such as signing in.
    public let isBare: Bool
    /// What it shows, as the journal names it (`plan/1`): whoever has it open learns when that has changed. Nil to leave it.
    public let scope: String?
    public let body: HTML

    public init(
        title: String, crumbs: [(String, Link)] = [], section: String? = nil, hasDay: Bool = true, isBare: Bool = false,
        scope: String? = nil, body: HTML
    ) {
        self.title = title
        self.crumbs = crumbs
        self.section = section
        self.hasDay = hasDay
        self.isBare = isBare
        self.scope = scope
        self.body = body
    }
}

extension PageContext {
    /// The address asked for, with its query: for a filter's form, a sorted table, the way back here.
    public var here: Link {
        let parts = arrival.path.split(separator: "/").map { URLEncoded.decoded($0.utf8, plus: false) }
        return arrival.query.pairs.reduce(Link(parts: parts)) { $0.adding($1.name, $1.value) }
    }

    /// The document around a page, in two halves: the way here belongs to the first, and so does a bare page's heading.
    func frame(of page: Page) -> (before: HTML, after: HTML) {
        let section = page.section.map { "/" + $0 } ?? "/" + (arrival.path.split(separator: "/").first ?? "")
        let frame = PageFrame(
            title: page.title, service: house.name, assets: house.assets.links,
            navigation: arrival.navigation.map {
                NavigationItem($0.words, $0.link, count: $0.count, isCurrent: $0.link.path == section)
            },
            person: arrival.visit?.name, token: csrf, on: day, today: today, here: here, hasDay: page.hasDay && arrival.isReading,
            version: house.version, said: arrival.said.map { "\($0)" },
            watched: on == nil ? page.scope.map { ($0, arrival.entries) } : nil)
        if page.isBare { return bareDocument(frame) }
        let (before, after) = document(frame)
        return page.crumbs.isEmpty
            ? (before, after) : (before + crumbs(page.crumbs.map { ($0.0, $0.1) } + [(page.title, nil)]), after)
    }
}
