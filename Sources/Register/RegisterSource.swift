public import Kernel

/// Where a register is read from: the service's own records, or a file.
public struct RegisterSource: Sendable {
    /// How many entries the journal has, as far as was heard: it asks nobody and costs nothing.
    let heard: @Sendable () -> Int64
    /// How many it has, and whether any of those after a number is of what the register shows.
    let news: @Sendable (_ seen: Int64) async throws -> News
    /// All that stands in the register on a day.
    let contents: @Sendable (Day) async throws -> RegisterContents

    public struct News: Sendable {
        let size: Int64
        let concerns: Bool

        /// - Parameters:
        ///   - size: how many entries the journal has.
        ///   - concerns: whether the register may show anything else for what is new.
        public init(size: Int64, concerns: Bool) { (self.size, self.concerns) = (size, concerns) }
    }

    public init(
        heard: @escaping @Sendable () -> Int64, news: @escaping @Sendable (_ seen: Int64) async throws -> News,
        contents: @escaping @Sendable (Day) async throws -> RegisterContents
    ) {
        (self.heard, self.news, self.contents) = (heard, news, contents)
    }

    /// Contents that never change but for their day.
    public init(_ contents: RegisterContents) {
        self.init(heard: { contents.version.size }, news: { _ in News(size: contents.version.size, concerns: false) }) { day in
            var contents = contents
            contents.version.day = day
            return contents
        }
    }
}
