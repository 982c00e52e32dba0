public import Kernel

/// Where a register is read from: the service's own records, or a file.
public struct RegisterSource: Sendable {
    /// How many entries the journal has, as far as was heard: it asks nobody and costs nothing.
    let heard: @Sendable () -> Int64
    /// How many it has.
    let size: @Sendable () async throws -> Int64
    /// All that stands in the register on a day.
    let contents: @Sendable (Day) async throws -> RegisterContents

    public init(
        heard: @escaping @Sendable () -> Int64, size: @escaping @Sendable () async throws -> Int64,
        contents: @escaping @Sendable (Day) async throws -> RegisterContents
    ) {
        (self.heard, self.size, self.contents) = (heard, size, contents)
    }

    /// Contents that never change but for their day.
    public init(_ contents: RegisterContents) {
        self.init(heard: { contents.version.size }, size: { contents.version.size }) { day in
            var contents = contents
            contents.version.day = day
            return contents
        }
    }
}
