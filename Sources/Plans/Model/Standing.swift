import Kernel

/// How a thing stands on a day: a colour, and the reasons for it.
public struct Standing: Equatable, Sendable, Codable {
    public let colour: Colour
    /// Facts, most telling first: `due in 12 days`, `1 of 3 milestones reached`.
    public let reasons: [String]
    /// What its tag says where its colour's word is not enough: `Verified`. Nil where it is.
    public let label: String?

    public init(_ colour: Colour, _ reasons: [String], label: String? = nil) {
        self.colour = colour
        self.label = label
        self.reasons = reasons
    }

    /// The same with more to say.
    func adding(_ more: [String]) -> Standing { more.isEmpty ? self : Standing(colour, reasons + more, label: label) }

    /// `Amber: due in 12 days, 1 of 3 milestones reached, last update 41 days ago.`
    public var sentence: String { "\(colour.name): \(told)" }

    /// The reasons alone, as a sentence.
    public var why: String { told.capitalisedFirst }

    /// A reason that somebody gave may end with a full stop of its own.
    private var told: String {
        let words = reasons.joined(separator: ", ")
        return words.endsSentence ? words : words + "."
    }
}

extension RuleSet {
    /// How an action stands: in the colour of the first rule that fits, with what every rule of that colour that fits has
    /// to add, and how far the action is.
    public func standing(in now: Circumstances) -> Standing {
        var colour: Colour?
        var words: [String] = []
        for rule in rules where colour == nil || rule.colour == colour {
            guard let reasons = rule.fits(now) else { continue }
            colour = rule.colour
            words += reasons
            // Of what is done no rule about days, milestones or updates has anything to say.
            if now.doneOn != nil { return Standing(rule.colour, words) }
        }
        let found = colour ?? .green
        switch found {
        case .blue: return Standing(found, words)
        case .grey, .red: return Standing(found, words + now.waits + now.progress)
        case .amber, .green: return Standing(found, now.timeLeft + words + now.waits + now.progress)
        }
    }
}
