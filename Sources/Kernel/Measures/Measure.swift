/// One thing that is measured, as Prometheus reads it: a name, what it means, and its values by label.
///
/// A label's values come from a fixed list, such as the patterns of routes: never from what somebody sent.
public struct Measure: Sendable {
    public enum Kind: String, Sendable { case counter, gauge, histogram }

    public typealias Labels = KeyValuePairs<String, String>

    enum Reading: Sendable {
        case number(Double)
        case durations(counts: [Int], seconds: Double)
    }

    public let name: String
    /// A sentence.
    public let meaning: String
    public let kind: Kind
    private(set) var readings: [(labels: Labels, Reading)] = []

    public init(_ kind: Kind, _ name: String, _ meaning: String) {
        self.kind = kind
        self.name = name
        self.meaning = meaning
    }

    /// A measure with one value and no labels.
    public init(_ kind: Kind, _ name: String, _ meaning: String, _ value: Double) {
        self.init(kind, name, meaning)
        add(value)
    }

    public mutating func add(_ value: Double, _ labels: Labels = [:]) { readings.append((labels, .number(value))) }
    public mutating func add(_ tally: Tally, _ labels: Labels = [:]) { add(Double(tally.value), labels) }
    public mutating func add(_ durations: Durations, _ labels: Labels = [:]) {
        readings.append((labels, .durations(counts: durations.counts, seconds: durations.seconds)))
    }
}
