public import Kernel

/// Where the stylesheet, the script and the icon are served, with the mark of their content in their names.
public struct PageAssets: Sendable {
    public let style: Link
    public let script: Link
    public let icon: Link

    public init(style: Link, script: Link, icon: Link) {
        self.style = style
        self.script = script
        self.icon = icon
    }
}

/// One entry of the side list.
public struct NavigationItem: Sendable {
    public let words: String
    public let link: Link
    /// A figure beside the words, such as `3` or `4 due`.
    public let count: String?
    public let isCurrent: Bool

    public init(_ words: String, _ link: Link, count: String? = nil, isCurrent: Bool = false) {
        self.words = words
        self.link = link
        self.count = count
        self.isCurrent = isCurrent
    }
}

/// Everything around the body of a page, as plain values.
public struct PageFrame: Sendable {
    public var title: String
    /// The name of the fire and rescue service.
    public var service: String
    public var assets: PageAssets
    public var navigation: [NavigationItem]
    /// Who is signed in; nil on a page for everyone.
    public var person: String?
    /// Where that person's own account is.
    public var account: Link
    /// Where signing out is posted to.
    public var signOut: Link
    /// The token its forms carry against forgery.
    public var token: String
    /// The day the page shows.
    public var on: Day
    public var today: Day
    /// The page's own address with its query, so that choosing another day keeps the rest.
    public var here: Link
    /// False where a day would mean nothing: no day control and no band.
    public var hasDay: Bool
    public var version: String?
    /// The head of the journal, as its first characters.
    public var journalHead: String?
    /// What was just done, said once.
    public var said: HTML?
    /// What the page shows, and how many entries the journal had then at the least; nil where nobody waits for changes.
    public var watched: (scope: String, since: Int64)?

    public init(
        title: String, service: String, assets: PageAssets, navigation: [NavigationItem] = [], person: String? = nil,
        account: Link = Link("account"), signOut: Link = Link("sign-out"), token: String = "", on: Day, today: Day, here: Link,
        hasDay: Bool = true, version: String? = nil, journalHead: String? = nil, said: HTML? = nil,
        watched: (scope: String, since: Int64)? = nil
    ) {
        self.title = title
        self.service = service
        self.assets = assets
        self.navigation = navigation
        self.person = person
        self.account = account
        self.signOut = signOut
        self.token = token
        self.on = on
        self.today = today
        self.here = here
        self.hasDay = hasDay
        self.version = version
        self.journalHead = journalHead
        self.said = said
        self.watched = watched
    }
}
