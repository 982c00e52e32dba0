import Kernel

/// What a status cell says, as one of the five colours of a plan's status.
struct WrittenStatus: Equatable {
    /// `blue`, `green`, `amber`, `red` or `grey`, or nil where the words don't tell.
    var status: String?
    /// The words name a colour, rather than a state that is taken for one.
    var namesColour = false
    /// The words are known, even where they stand for no colour (“Open”).
    var isUnderstood = false
    /// More than one colour is named.
    var isTorn = false

    private static let colours: [String: String] = [
        "red": "red", "amber": "amber", "green": "green", "blue": "blue", "grey": "grey", "gray": "grey", "white": "grey",
        "yellow": "amber", "orange": "amber", "r": "red", "a": "amber", "g": "green", "b": "blue",
    ]
    private static let circles: [Character: String] = [
        "🔴": "red", "🟥": "red", "🟠": "amber", "🟧": "amber", "🟡": "amber", "🟨": "amber", "🟢": "green", "🟩": "green",
        "🔵": "blue", "🟦": "blue", "⚪": "grey", "⬜": "grey",
    ]
    /// Longer phrases first: “not complete” is not “complete”.
    private static let phrases: [(words: [String], status: String?)] = [
        ("not yet started", "grey"), ("not started", "grey"), ("yet to start", "grey"), ("yet to commence", "grey"), ("not commenced", "grey"),
        ("not begun", "grey"), ("to start", "grey"), ("not due", "grey"), ("not applicable", "grey"), ("no longer required", "grey"),
        ("no longer applicable", "grey"), ("on hold", "grey"), ("paused", "grey"), ("deferred", "grey"), ("suspended", "grey"),
        ("superseded", "grey"), ("withdrawn", "grey"), ("cancelled", "grey"), ("planned", "grey"), ("future", "grey"), ("scheduled", "grey"),
        ("partial", "green"), ("partially", "green"), ("partly", "green"), ("partially complete", "green"), ("partially completed", "green"), ("partly complete", "green"), ("partly completed", "green"),
        ("part complete", "green"), ("nearly complete", "green"), ("substantially complete", "green"), ("near completion", "green"),
        ("nearing completion", "green"), ("mostly complete", "green"), ("on track to complete", "green"),
        ("to be completed", nil), ("not completed", nil), ("not complete", nil), ("not yet complete", nil), ("incomplete", nil), ("not achieved", nil),
        ("not closed", nil), ("not delivered", nil), ("not done", nil), ("outstanding", nil), ("open", nil), ("due", nil), ("tbc", nil), ("tba", nil),
        ("tbd", nil), ("n a", nil), ("na", nil), ("none", nil), ("new", nil), ("active", nil), ("live", nil),
        ("overdue", "red"), ("over due", "red"), ("off track", "red"), ("off target", "red"), ("not on track", "red"), ("failed", "red"),
        ("missed", "red"), ("stalled", "red"), ("blocked", "red"), ("late", "red"), ("critical", "red"), ("significantly behind", "red"),
        ("at risk", "amber"), ("delayed", "amber"), ("delay", "amber"), ("behind schedule", "amber"), ("behind", "amber"), ("slipping", "amber"),
        ("slipped", "amber"), ("slippage", "amber"), ("some concern", "amber"), ("minor issues", "amber"), ("some risk", "amber"),
        ("on track", "green"), ("on target", "green"), ("on schedule", "green"), ("in progress", "green"), ("progressing", "green"),
        ("under way", "green"), ("underway", "green"), ("ongoing", "green"), ("on going", "green"), ("started", "green"), ("commenced", "green"),
        ("in train", "green"), ("in hand", "green"), ("in delivery", "green"), ("work in progress", "green"), ("wip", "green"),
        ("complete", "blue"), ("completed", "blue"), ("done", "blue"), ("closed", "blue"), ("delivered", "blue"), ("achieved", "blue"),
        ("finished", "blue"), ("implemented", "blue"), ("embedded", "blue"), ("discharged", "blue"), ("signed off", "blue"), ("bau", "blue"),
        ("business as usual", "blue"), ("closed down", "blue"), ("resolved", "blue"),
    ].map { (String($0.0).plainWords, $0.1) }.sorted { $0.0.count > $1.0.count }

    init(status: String? = nil, namesColour: Bool = false, isUnderstood: Bool = false) {
        self.status = status
        self.namesColour = namesColour
        self.isUnderstood = isUnderstood
    }

    /// - Parameter key: what the document's own key says of its words, such as `on track` for green.
    init(_ text: String, key: [String: String] = [:], asksWhetherDone: Bool = false) {
        let words = text.plainWords
        let lettersAlone = words.count <= 2 && words.allSatisfy { $0.count == 1 && Self.colours[$0] != nil }
        var named = text.compactMap { character in Self.circles[character].map { (at: 0, colour: $0) } }
        for (index, word) in words.enumerated() {
            // A letter names a colour only by itself (“R”, “A/G”, not “a delay”), and Red Watch is a watch.
            guard word.count > 1 || lettersAlone, index + 1 == words.count || words[index + 1] != "watch",
                  let colour = Self.colours[word] else { continue }
            named.append((index, colour))
        }
        // “Green: on track, was amber in May” opens with what counts.
        if named.first?.at == 0 { named.removeAll { $0.at > 2 } }
        let distinct = named.reduce(into: [String]()) { if !$0.contains($1.colour) { $0.append($1.colour) } }
        if distinct.count == 1 {
            self.init(status: distinct[0], namesColour: true, isUnderstood: true)
        } else if distinct.count > 1 {
            self.init()
            isTorn = true
        } else if let status = key[words.joined(separator: " ")] {
            self.init(status: status, namesColour: true, isUnderstood: true)
        } else if asksWhetherDone, let answer = Self.yesOrNo(text) {
            self.init(status: answer ? "blue" : nil, isUnderstood: true)
        } else if let phrase = Self.phrase(in: words) {
            self.init(status: phrase.status, isUnderstood: true)
        } else if let percent = Self.percentage(text) {
            self.init(status: percent >= 100 ? "blue" : percent == 0 ? "grey" : nil, isUnderstood: true)
        } else {
            self.init(isUnderstood: words.isEmpty)
        }
    }

    private static func phrase(in words: [String]) -> (words: [String], status: String?)? {
        let present = Set(words)
        return phrases.first { phrase in phrase.words.first.map(present.contains) ?? false && contains(words, phrase.words) }
    }

    private static func contains(_ words: [String], _ phrase: [String]) -> Bool {
        guard words.count >= phrase.count else { return false }
        return (0...(words.count - phrase.count)).contains { words[$0...].starts(with: phrase) }
    }

    private static func yesOrNo(_ text: String) -> Bool? {
        switch text.oneLine.lowercased() {
        case "yes", "y", "✓", "✔", "✔️", "☑", "true", "x": true
        case "no", "n", "✗", "✘", "☐", "false", "not yet": false
        default: nil
        }
    }

    private static func percentage(_ text: String) -> Int? {
        let text = text.oneLine
        guard text.hasSuffix("%"), let number = Double(text.dropLast().trimmed), (0...1000).contains(number) else { return nil }
        return Int(number.rounded())
    }

    /// The document's own key: what each colour stands for, from lines such as “Amber – some slippage”.
    static func key(in lines: [String]) -> [String: String] {
        var key: [String: String] = [:]
        for line in lines {
            let parts = line.split(maxSplits: 1, whereSeparator: { ":=–—-|\n".contains($0) })
            guard parts.count == 2, let colour = colours[parts[0].sameness], parts[0].sameness.count > 1 else { continue }
            for meaning in parts[1].split(whereSeparator: { "/,;(".contains($0) }) where (1...4).contains(meaning.plainWords.count) {
                key[meaning.sameness] = colour
            }
        }
        return key
    }
}

/// A status as word and shading give it together.
struct StatedStatus: Equatable {
    var status: String?
    /// The kind of doubt, nil where there is none.
    var code: String?
    var suggestion: String?
    var reason = ""
    /// Said in a note: the words name a state that was taken for a colour.
    var isTaken = false

    init(text: String, shade: String?, key: [String: String], asksWhetherDone: Bool) {
        let word = WrittenStatus(text, key: key, asksWhetherDone: asksWhetherDone)
        let colour = Shade(shade).status
        status = word.status ?? colour
        if word.isTorn {
            status = nil
            code = "status-not-understood"
            suggestion = colour
            reason = "it names more than one colour"
        } else if !word.isUnderstood {
            status = colour
            guard colour == nil else { return }
            code = "status-not-understood"
            reason = "it is not a status that is known (blue, green, amber, red or grey, or words such as complete, on track, at risk)"
        } else if let said = word.status, let colour, said != colour {
            // A colour that is named must be the colour that is shown; a state leaves room, within reason.
            let apart: Bool = switch said {
            case _ where word.namesColour: colour != "grey"
            case "blue": ["amber", "red"].contains(colour)
            case "red": ["green", "blue"].contains(colour)
            case "amber": colour == "blue"
            default: false
            }
            if apart {
                status = nil
                code = "status-disagrees"
                suggestion = said
                reason = "the cell is shaded \(colour)"
            } else if !word.namesColour, said != "blue" {
                status = colour
            }
        } else {
            isTaken = word.status != nil && !word.namesColour && colour == nil
        }
    }
}
