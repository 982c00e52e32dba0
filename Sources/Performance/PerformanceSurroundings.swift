import Synchronization

/// What the commands of measures are told by the program, which knows what figures the other slices offer. A command does its work on a thread of the
/// database, where nothing is bound that was bound around the command tree, so it is kept here.
public enum PerformanceSurroundings {
    private static let held = Mutex(Performance())

    static var given: Performance { held.withLock { $0 } }

    /// Said once, before any command is run.
    public static func offer(_ performance: Performance) { held.withLock { $0 = performance } }
}
