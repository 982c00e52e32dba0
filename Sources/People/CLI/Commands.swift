public import ArgumentParser
public import Kernel
public import Storage

/// What a command has to say: the value for programs, and the same in words.
public struct Answer<Value: Encodable & Sendable>: Sendable {
    public let value: Value
    public let words: String

    public init(_ value: Value, _ words: String) {
        self.value = value
        self.words = words
    }
}

/// A command that only reads.
public protocol ReadingCommand: AsyncParsableCommand, Sendable {
    associatedtype Found: Encodable & Sendable
    var reading: ReadingOptions { get }
    /// Looks it up, having asked the policy.
    func find(_ session: Session, _ reader: Reader) throws -> Answer<Found>
}

/// Who reads, and on which day.
public struct Reader: Sendable {
    public let actor: Actor
    public let today: Day
}

extension ReadingCommand {
    public mutating func run() async throws {
        let (desk, actor) = try await reading.operating.begin(making: false)
        let (command, reader) = (self, Reader(actor: actor, today: desk.clock.today))
        let answer = try await desk.read(Operating.carried { session in try command.find(session, reader) })
        try reading.output.show(answer.value, answer.words)
    }
}

/// A command that changes what is kept, by one verb in one transaction.
public protocol WritingCommand: AsyncParsableCommand, Sendable {
    associatedtype Done: Encodable & Sendable
    var writing: WritingOptions { get }
    func change(_ work: Work) throws -> Answer<Done>
}

extension WritingCommand {
    public mutating func run() async throws {
        let (desk, actor) = try await writing.operating.begin()
        let command = self
        let answer = try await desk.write(by: actor, because: writing.because, Operating.carried { work in try command.change(work) })
        try writing.output.show(answer.value, answer.words)
    }
}

/// What every command that reads takes.
public struct ReadingOptions: ParsableArguments, Sendable {
    @OptionGroup public var operating: OperatorOptions
    @OptionGroup public var output: OutputOptions

    public init() {}
}

/// What every command that changes something takes.
public struct WritingOptions: ParsableArguments, Sendable {
    @OptionGroup public var operating: OperatorOptions
    @Option(help: "Why it is done, for the journal.") public var because: String?
    @OptionGroup public var output: OutputOptions

    public init() {}
}

/// `--on`: the day to look at.
public struct DayOption: ParsableArguments, Sendable {
    @Option(help: "The day to show, as 2026-03-31; today when left out.") public var on: Day?

    public init() {}
}

extension CommandConfiguration {
    /// A command that does one thing: what that is, what more there is to say, and how it is written.
    public init(_ name: String, _ abstract: String, _ more: String = "", examples: String...) {
        let shown = (examples.count == 1 ? "Example:\n" : "Examples:\n") + examples.map { "  \($0)" }.joined(separator: "\n")
        self.init(commandName: name, abstract: abstract, discussion: more.isEmpty ? shown : "\(more)\n\n\(shown)")
    }
}
