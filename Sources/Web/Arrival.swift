public import Hummingbird
public import Kernel
public import Logging
import Markup

/// What is known of a request before any handler sees it, read once at the door.
public struct Arrival: RequestContextSource, Sendable {
    public let house: House
    public let logger: Logger
    /// The request's id: in its answer's `X-Request-ID`, in each line logged for it, on the page of a fault.
    public let id: String
    public let moment: Moment
    /// The address it came from; empty where there is none to know.
    public let client: String
    public let visit: Visit?
    /// Why the token that a program sent was not taken; told where one is needed.
    let tokenRefused: (any Error)?
    /// The day asked for by `?on=`; nil when none was.
    public let on: Day?
    public let path: String
    /// Whether its address can be asked for again: it was got, not sent.
    public let isReading: Bool
    public let query: AddressQuery
    /// Whether it asks for JSON: below `/api/`, or by its Accept header.
    public let wantsJSON: Bool
    /// What the last answer left to be said on this page: "The action was added."
    let said: String?
    let navigation: [NavigationItem]
    /// How many entries the journal had when the request came, at the least: what the page shows is no older.
    let entries: Int64
    /// What a form brought, once it was read.
    let typed = Typed()
}

/// The edge of the program, as Hummingbird hands a request over.
public struct Edge: RequestContext {
    public var coreContext: CoreRequestContextStorage
    let address: String?

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress
    }

    var id: String { logger[metadataKey: "hb.request.id"].map { "\($0)" } ?? "none" }
}
