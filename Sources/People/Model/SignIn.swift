public import Kernel

/// How long a sign-in lasts.
public struct SignInLimits: Sendable, Equatable {
    /// Seconds with nothing asked after which it ends.
    public let idle: Int
    /// Seconds after which it ends whatever was asked.
    public let longest: Int

    public init(idle: Int = 60 * 60, longest: Int = 12 * 60 * 60) {
        self.idle = idle
        self.longest = longest
    }

    public static let standard = SignInLimits()
}

/// One time that somebody signed in, from one browser.
public struct SignIn: Sendable, Equatable {
    public let id: ID<SignIn>
    public let account: ID<Account>
    /// The address it came from.
    public let origin: String
    /// As the browser called itself, in few words: `Firefox on Windows`.
    public let browser: String
    public let createdAt: Moment
    /// The last time anything was asked, to the minute.
    public let seenAt: Moment
    public let endsAt: Moment
    public let endedAt: Moment?
    let csrf: String

    public func isInForce(at moment: Moment, _ limits: SignInLimits) -> Bool {
        endedAt == nil && moment < endsAt && moment < seenAt.adding(seconds: limits.idle)
    }

    /// A browser's name for itself in words a person knows; `A browser` when it says nothing familiar.
    public static func browser(named agent: String) -> String {
        let names = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]
        let systems = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")]
        let name = names.first { agent.contains($0.0) }?.1 ?? "A browser"
        return systems.first { agent.contains($0.0) }.map { "\(name) on \($0.1)" } ?? name
    }
}

/// A link that lets somebody choose a password, once.
public struct OneTimeLink: Sendable, Equatable {
    /// From the first slash on: `/invitation/…`, or `/welcome/…` for the first administrator.
    public let path: String
    /// The last moment it works; nil for the first administrator's, which works until there is one.
    public let endsAt: Moment?

    /// Seven days, in seconds.
    static let goodFor = 7 * 24 * 60 * 60
}
