import Foundation

/// How numbers stand in sentences: `1 day`, `2 days`, `no days`.
public func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    let many = many ?? one + "s"
    return switch number {
    case 0: "no \(many)"
    case 1: "1 \(one)"
    default: "\(number) \(many)"
    }
}

/// A whole number with a comma between every three digits: `7,723`.
public func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude).reversed())
    var place = 3
    while place < digits.count {
        digits.insert(",", at: place)
        place += 4
    }
    return (number < 0 ? "-" : "") + String(digits.reversed())
}

/// A count of tenths, hundredths or whatever so many places make of it, with no more places than it needs: 7,600,000 of six places are `7.6`.
public func decimal(_ count: Int64, places: Int) -> String {
    var digits = String(count.magnitude)
    while digits.utf8.count <= places { digits = "0" + digits }
    var behind = digits.suffix(places)
    while behind.last == "0" { behind.removeLast() }
    return (count < 0 ? "-" : "") + digits.dropLast(places) + (behind.isEmpty ? "" : "." + behind)
}

/// A number to so many places, and no more of them than it needs, never with an exponent; what is too large for that is nought.
public func decimal(_ number: Double, places: Int) -> String {
    decimal(Int64(exactly: (number * (0..<places).reduce(1) { power, _ in power * 10 }).rounded()) ?? 0, places: places)
}

/// A share from 0 to 1, to a tenth of a hundredth: `54.7%`.
public func percent(_ share: Double) -> String { decimal(share * 100, places: 1) + "%" }

/// How often something happened: `never`, `once`, `twice`, `3 times`.
public func howOften(_ times: Int) -> String {
    switch times { case 0: "never"; case 1: "once"; case 2: "twice"; default: "\(times) times" }
}

/// `a`, `a and b`, `a, b and c`.
public func listed(_ words: [String], joinedBy last: String = "and") -> String {
    guard words.count > 1, let final = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) \(final)"
}

extension StringProtocol {
    /// Whether each of some words stands in it, in letters of either size: how a list is narrowed as somebody types.
    public func holds(words: String) -> Bool { words.split(separator: " ").allSatisfy { localizedCaseInsensitiveContains($0) } }

    /// With a capital at the front, as a sentence begins.
    public var capitalisedFirst: String { (first.map { $0.uppercased() } ?? "") + dropFirst() }
}

extension String {
    /// Sixteen digits at most that stand for the whole text: they tell one state from the next, and prove nothing (FNV-1a of 64 bits).
    public var mark: String {
        String(utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }, radix: 16)
    }
}

extension [String] {
    /// One line each, without blank ones.
    public var asLines: [String] { flatMap { $0.split(whereSeparator: \.isNewline) }.map { String($0.trimmed) }.filter { !$0.isEmpty } }
}
