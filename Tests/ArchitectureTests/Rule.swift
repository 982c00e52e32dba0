import Testing

/// Something that may not be written, but in the places that are for it.
struct Rule: Sendable, CustomTestStringConvertible {
    let name: String
    /// What to write instead.
    let advice: String
    /// A line breaks the rule only where one of these stands in it: most lines are cleared by that alone.
    private let signs: [String]
    private let allowed: @Sendable (Source) -> Bool
    private let breaks: @Sendable (String) -> Bool

    init(
        _ name: String, advice: String, signs: [String], allowed: @escaping @Sendable (Source) -> Bool = { _ in false },
        breaks: @escaping @Sendable (String) -> Bool = { _ in true }
    ) {
        self.name = name
        self.advice = advice
        self.signs = signs
        self.allowed = allowed
        self.breaks = breaks
    }

    var testDescription: String { name }

    func breaches(in source: Source) -> [Breach] {
        guard !allowed(source) else { return [] }
        let suspects = signs.filter { source.text.contains($0) }
        guard !suspects.isEmpty else { return [] }
        return source.code.enumerated().compactMap { index, line in
            guard suspects.contains(where: { line.contains($0) }), breaks(line) else { return nil }
            return Breach(path: source.path, line: index + 1, sentence: "\(name). \(advice)")
        }
    }
}

/// `Date` in `Date.now`, and what stands before a bare `.now`: but not the `clock` of `clock.now`.
private func isTypeOrNothing(_ word: Substring) -> Bool { word.first?.isUppercase ?? true }

extension Rule {
    // A regular expression is not Sendable, so each is made where it is used.
    static let all: [Rule] = [
        Rule(
            "HTML(trusted:) is for Markup alone", advice: "Interpolate the value; it is escaped.",
            signs: ["HTML(trusted:"], allowed: { $0.target == "Markup" }),
        Rule(
            "SQL(trusted:) is for Storage alone", advice: "Interpolate the value; it is bound as a parameter.",
            signs: ["SQL(trusted:"], allowed: { $0.target == "Storage" }),
        Rule(
            "the present is read in Kernel and App alone", advice: "Take a Moment or a Clock as a parameter.",
            signs: ["Date()", "UUID()", ".now"], allowed: { ["Kernel", "App"].contains($0.target) },
            breaks: { line in
                line.contains(/\bDate\(\)|\bUUID\(\)/) || line.matches(of: /(\w*)\.now\b/).contains { isTypeOrNothing($0.1) }
            }),
        Rule(
            "nothing stops the program on purpose", advice: "Throw a Refusal for an answer, another error for a fault.",
            signs: ["fatalError(", "preconditionFailure(", "assertionFailure(", "try!", "as!"],
            breaks: { $0.contains(/\b(fatalError|preconditionFailure|assertionFailure)\(|\btry!|\bas!/) }),
        Rule(
            "nothing escapes the checks on data races", advice: "Make it Sendable, or guard it by a Mutex.",
            signs: ["nonisolated(unsafe)"]),
        Rule(
            "only a command prints", advice: "Log it, or return it to the command.",
            signs: ["print("], allowed: { ["App", "muster"].contains($0.target) || $0.folder == "CLI" },
            breaks: { $0.contains(/\bprint\(/) }),
        Rule(
            "a type has the field's noun for a name", advice: "Say what it is rather than what kind of code it is.",
            signs: ["Manager", "Helper", "Util", "DTO"],
            breaks: { $0.contains(/\b(struct|class|enum|actor|protocol|typealias) \w+(Manager|Helpers?|Utils?|DTO)\b/) }),
    ]
}
