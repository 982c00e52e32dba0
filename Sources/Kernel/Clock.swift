import Foundation
import Synchronization

/// Where the present comes from. It is read once, at the edge of a request or a command.
public struct Clock: Sendable {
    private let read: @Sendable () -> Moment

    public init(_ read: @escaping @Sendable () -> Moment) { self.read = read }

    public var now: Moment { read() }
    public var today: Day { now.day }

    public static let system = Clock { Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }

    public static func fixed(_ moment: Moment) -> Clock { Clock { moment } }
}

/// A clock that is set by hand: tests and the example service live through months with it.
public final class MovingClock: Sendable {
    private let moment: Mutex<Moment>

    public init(_ start: Moment) { moment = Mutex(start) }

    public var clock: Clock { Clock { [self] in moment.withLock { $0 } } }

    public func set(_ new: Moment) { moment.withLock { $0 = new } }
}
