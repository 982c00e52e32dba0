public import Kernel
public import Markup

/// Words on a line, with their links, their weight and the standings among them; written as itself.
///
///     "By \(day), \("3 actions", to: late) stand as \("Late", .red), \(strong: "two") of them since January."
///
/// A line feed within is a new line.
public struct Words: Sendable, Hashable, ExpressibleByStringInterpolation {
    public private(set) var runs: [Run]

    public init(_ runs: [Run]) { self.runs = runs.filter { !$0.text.isEmpty } }
    public init(_ text: String) { self.init([Run(text)]) }
    public init(stringLiteral text: String) { self.init(text) }
    public init(stringInterpolation: Interpolation) { self.init(stringInterpolation.runs) }

    /// The words alone.
    public var text: String { runs.map(\.text).joined() }
    public var isEmpty: Bool { runs.isEmpty }

    public static func + (a: Words, b: Words) -> Words { Words(a.runs + b.runs) }
    public static func += (a: inout Words, b: Words) { a.runs += b.runs }

    public struct Interpolation: StringInterpolationProtocol {
        var runs: [Run] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) { append(Run(literal)) }
        public mutating func appendInterpolation(_ text: String) { append(Run(text)) }
        public mutating func appendInterpolation(_ text: Substring) { append(Run(String(text))) }
        public mutating func appendInterpolation(_ text: String?) { if let text { append(Run(text)) } }
        public mutating func appendInterpolation(_ number: some BinaryInteger) { append(Run(String(number))) }
        public mutating func appendInterpolation(_ day: Day) { append(Run("\(day)")) }
        public mutating func appendInterpolation(_ moment: Moment) { append(Run(moment.inWords)) }
        public mutating func appendInterpolation(_ reference: Reference) { append(Run(reference.text)) }
        public mutating func appendInterpolation(_ words: Words) { runs += words.runs }
        public mutating func appendInterpolation(strong text: String) { append(Run(text, .strong)) }
        public mutating func appendInterpolation(emphasis text: String) { append(Run(text, .emphasis)) }
        public mutating func appendInterpolation(_ text: String, to link: Link?) { append(Run(text, to: link.map { Address($0) })) }
        public mutating func appendInterpolation(_ text: String, to address: Address?) { append(Run(text, to: address)) }

        /// A standing: a shape, a word and a colour.
        public mutating func appendInterpolation(_ text: String, _ tone: Tone) { append(Run(text, tone: tone)) }

        private mutating func append(_ run: Run) {
            guard let last = runs.last, last.isPlain, run.isPlain else { return runs.append(run) }
            runs[runs.count - 1].text += run.text
        }
    }
}

/// Words of one look.
public struct Run: Sendable, Hashable, Codable {
    public enum Look: String, Sendable, Hashable, Codable { case strong, emphasis }

    public var text: String
    public var look: Look?
    public var to: Address?
    /// That of a standing.
    public var tone: Tone?

    public init(_ text: String, _ look: Look? = nil, to: Address? = nil, tone: Tone? = nil) {
        self.text = text
        self.look = look
        self.to = to
        self.tone = tone
    }

    var isPlain: Bool { look == nil && to == nil && tone == nil }
}

extension Words: Codable {
    public init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode([Run].self)) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(runs)
    }
}
