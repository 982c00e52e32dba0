public import Kernel

/// What a person enters to plan a sample.
public struct NewSamplingPlan: Sendable, Equatable {
    public var title: String
    public var from: Day
    public var through: Day
    public var due: Day
    public var rules: [SamplingRule]
    public var faultPercent: Int
    public var wantedPercent: Int
    /// The names of persons or posts on record.
    public var reviewers: [String]

    public init(title: String, from: Day, through: Day, due: Day, rules: [SamplingRule], faultPercent: Int = 20, wantedPercent: Int = 90, reviewers: [String]) {
        (self.title, self.from, self.through, self.due, self.rules) = (title, from, through, due, rules)
        (self.faultPercent, self.wantedPercent, self.reviewers) = (faultPercent, wantedPercent, reviewers)
    }

    public init(reading fields: inout Fields) {
        title = fields.line("title", "Title", atMost: 200)
        from = fields.day("from", "From")
        through = fields.day("through", "Through")
        due = fields.day("due", "Checks done by")
        fields.checkOrder(from, "through", through)
        fields.checkOrder(through, "due", due)
        var rules: [SamplingRule] = fields.lines("every").map { .every(outcome: $0) }
        if let least = fields.number("each-officer", "At least of each officer", in: 1...100) { rules.append(.eachOfficer(least: least)) }
        rules += fields.shares("types", "Per cent by premises type") { .type(code: $0, percent: $1) }
        rules += fields.shares("outcomes", "Per cent by outcome") { .outcome(code: $0, percent: $1) }
        if let percent = fields.number("all", "Per cent of all", in: 1...100) { rules.append(.all(percent: percent)) }
        self.rules = rules
        faultPercent = fields.number("fault", "The fault rate", in: 1...100) ?? 20
        wantedPercent = fields.number("wanted", "The probability", in: 1...99) ?? 90
        reviewers = fields.lines("reviewers").flatMap { $0.split(separator: ";").map { String($0.trimmed) } }.filter { !$0.isEmpty }
        if reviewers.isEmpty { fields.refuse("reviewers", "Name at least one reviewer, each on a line.") }
        if reviewers.count > 60 { fields.refuse("reviewers", "Name 60 reviewers at most.") }
    }
}

extension SamplingPlan {
    /// What was planned, under the names of its form.
    ///
    /// - Parameter names: of its reviewers, in their order.
    func entries(reviewers names: [String]) -> [String: [String]] {
        var entries: [String: [String]] = [
            "title": [title], "from": [from.iso], "through": [through.iso], "due": [due.iso], "fault": ["\(faultPercent)"], "wanted": ["\(wantedPercent)"], "reviewers": names,
            "every": [], "each-officer": [""], "types": [], "outcomes": [], "all": [""],
        ]
        for rule in rules {
            switch rule {
            case .every(let outcome): entries["every"]?.append(outcome)
            case .eachOfficer(let least): entries["each-officer"] = ["\(least)"]
            case .type(let code, let percent): entries["types"]?.append("\(code): \(percent)")
            case .outcome(let code, let percent): entries["outcomes"]?.append("\(code): \(percent)")
            case .all(let percent): entries["all"] = ["\(percent)"]
            }
        }
        for (name, values) in entries where values.isEmpty { entries[name] = [""] }
        return entries
    }
}

extension Fields {
    /// Lines such as `hospital: 20`.
    fileprivate mutating func shares(_ name: String, _ label: String, _ rule: (String, Int) -> SamplingRule) -> [SamplingRule] {
        lines(name).compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1).map { String($0.trimmed) }
            guard parts.count == 2, let percent = Int(parts[1].hasSuffix("%") ? String(parts[1].dropLast()) : parts[1]), (1...100).contains(percent) else {
                refuse(name, "\(label): “\(line.prefix(40))” is no share. Write a code and a per cent from 1 to 100: hospital: 20.")
                return nil
            }
            return rule(parts[0], percent)
        }
    }
}
