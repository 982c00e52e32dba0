public import Hummingbird

/// A program with a token in force. There is no way to make one without, so no handler that takes one is reached without.
public struct ProgramContext: PageContext, ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let arrival: Arrival
    public let visit: Visit

    /// - Throws: `sign-in-first`, `token-not-good`, `tried-too-often`
    public init(context: PublicContext) throws {
        if let refusal = context.arrival.tokenRefused { throw refusal }
        guard let visit = context.arrival.visit, visit.scopes != nil else { throw Problem.tokenMissing }
        coreContext = context.coreContext
        arrival = context.arrival
        self.visit = visit
    }

    /// The same request as anybody's.
    var asked: PublicContext {
        var context = PublicContext(source: arrival)
        context.coreContext = coreContext
        return context
    }
}
