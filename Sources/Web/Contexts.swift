public import Hummingbird
public import Kernel

/// What every handler has, whoever asks. The rungs of the ladder are the types that conform.
public protocol PageContext: RequestContext {
    var arrival: Arrival { get }
}

/// Anyone: the sign-in page, the public's register.
public struct PublicContext: PageContext {
    public typealias Source = Arrival

    public var coreContext: CoreRequestContextStorage
    public let arrival: Arrival

    public init(source arrival: Arrival) {
        coreContext = .init(source: arrival)
        self.arrival = arrival
    }
}

/// Someone who has signed in. There is no way to make one without a visit, so no handler that takes one is reached without.
public struct MemberContext: PageContext, ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let arrival: Arrival
    public let visit: Visit

    /// - Throws: `sign-in-first`
    public init(context: PublicContext) throws {
        guard let visit = context.arrival.visit else { throw Refusal.signInFirst }
        coreContext = context.coreContext
        arrival = context.arrival
        self.visit = visit
    }

    /// Who the journal will say did it.
    public var actor: Actor { visit.actor }
}

extension Refusal {
    static let signInFirst = Refusal("sign-in-first", .unauthenticated, "Sign in first. You were not signed in, or were away for too long.")
}

extension PageContext {
    public var house: House { arrival.house }
    /// When the request came: the one reading of the clock that everything in it uses.
    public var moment: Moment { arrival.moment }
    /// The day it is in Britain.
    public var today: Day { arrival.moment.day }
    /// The day asked for by `?on=`; nil when none was.
    public var on: Day? { arrival.on }
    /// The day to show: the one asked for, or today.
    public var day: Day { arrival.on ?? today }
    public var query: AddressQuery { arrival.query }
    /// The address the request came from, for a throttle's key.
    public var client: String { arrival.client }
    /// The token each form carries; empty where nobody has signed in, and then none is asked for.
    public var csrf: String { arrival.visit?.csrf ?? "" }

    /// A part of the path that is a reference: `plan` of `plans/:plan`.
    ///
    /// - Throws: `not-here`, since nothing can stand under a name that is no reference.
    public func reference(_ name: String) throws(Refusal) -> Reference {
        guard let text = parameters.get(name), let reference = Reference(checking: text) else { throw .notHere }
        return reference
    }

    /// A part of the path that is a record's number.
    ///
    /// - Throws: `not-here`
    public func id<Kind>(_ name: String, of kind: Kind.Type = Kind.self) throws(Refusal) -> ID<Kind> {
        guard let text = parameters.get(name), let number = Int64(text), number > 0 else { throw .notHere }
        return ID(number)
    }

    /// A part of the path as it was written, without its percents.
    ///
    /// - Throws: `not-here`
    public func part(_ name: String) throws(Refusal) -> String {
        guard let text = parameters.get(name) else { throw .notHere }
        return text
    }
}

extension Refusal {
    static let notHere = Refusal.missing("not-here", "There is nothing at this address. It may have been mistyped, or what it showed may have gone.")
}
