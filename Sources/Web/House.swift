public import Kernel
public import Markup

/// The service that this Muster serves, and how its pages are dressed. Made once, when the program starts.
public struct House: Sendable {
    /// The name of the fire and rescue service.
    public let name: String
    /// Where people find it: `https://muster.northshire.example`. It decides whether cookies are for https alone.
    public let address: String
    public let version: String
    /// Tells what only a developer should see, such as the page of every part.
    public let isDevelopment: Bool
    /// Whether the proxy in front is trusted to say which address a request came from (`X-Forwarded-For`).
    public let trustsProxy: Bool
    /// How many entries the journal has, as far as this server has heard. It asks no database.
    public let entries: @Sendable () -> Int64
    /// What the list at the side holds for this visit, seen on this day. Asked once a page, before its handler.
    public let navigation: @Sendable (Visit?, Day) async throws -> [NavigationItem]
    public let assets: Assets
    /// What is counted of refusals.
    public let refusals = RefusalWatch()

    public init(
        name: String, address: String, version: String, isDevelopment: Bool = false, trustsProxy: Bool = false,
        assets: Assets = .muster, entries: @escaping @Sendable () -> Int64 = { 0 },
        navigation: @escaping @Sendable (Visit?, Day) async throws -> [NavigationItem] = { _, _ in [] }
    ) {
        self.name = name
        self.address = address
        self.version = version
        self.isDevelopment = isDevelopment
        self.trustsProxy = trustsProxy
        self.assets = assets
        self.entries = entries
        self.navigation = navigation
    }

    /// Whether people come by https, so that nothing of theirs may travel without it.
    public var isSecure: Bool { address.lowercased().hasPrefix("https://") }
}
