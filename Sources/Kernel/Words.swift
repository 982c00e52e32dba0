/// How numbers stand in sentences: `1 day`, `2 days`, `no days`.
public func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    let many = many ?? one + "s"
    return switch number {
    case 0: "no \(many)"
    case 1: "1 \(one)"
    default: "\(number) \(many)"
    }
}

/// A whole number as people write it: `1,200,000`.
public func grouped(_ number: Int) -> String {
    var digits = String(number)
    var end = digits.count - 3
    while end > 0 {
        digits.insert(",", at: digits.index(digits.startIndex, offsetBy: end))
        end -= 3
    }
    return digits
}

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
    /// With a capital at the front, as a sentence begins.
    public var capitalisedFirst: String { (first.map { $0.uppercased() } ?? "") + dropFirst() }
}
