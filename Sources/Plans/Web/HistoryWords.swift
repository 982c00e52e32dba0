import Foundation
import Kernel
import Markup
import People
import Storage

/// The journal's entries in words, with what changed between one state of a record and the next.
struct HistoryWords {
    /// Names of those who did it, by how the journal calls them.
    let names: [String: String]
    /// Names of owners and sponsors, those of other days too.
    let parties: [ID<Party>: String]
    /// References by subject: `action/3` is `2.1`.
    let references: [Subject: String]

    /// - Parameter earlier: the last entry before these about each record, where there is one.
    func told(_ entries: [Entry], after earlier: [Subject: Entry] = [:]) -> [HistoryEntry] {
        var before = earlier.mapValues(members)
        return entries.map { entry in
            let now = members(entry)
            defer { before[entry.subject] = now }
            let name = names[entry.who] ?? entry.who
            return HistoryEntry(
                entry.moment, "entry \(entry.sequence)", "\(name.capitalisedFirst) \(deed(entry, now)).",
                detail: detail(entry, from: before[entry.subject], to: now))
        }
    }

    private func members(_ entry: Entry) -> [String: JSONValue] {
        entry.state.flatMap { try? JSONDecoder().decode([String: JSONValue].self, from: Data($0.utf8)) } ?? [:]
    }

    /// The verb with its thing named: `recorded action 2.1 as done`.
    private func deed(_ entry: Entry, _ now: [String: JSONValue]) -> String {
        var words = entry.verb
        if entry.subject.kind == Attachment.table.name { return words.replacing("the file", with: "the file “\(now["name"]?.words ?? "")”") }
        guard let reference = references[entry.subject] else { return words }
        for noun in ["finding", "action"] { words = words.replacing("the \(noun)", with: "\(noun) \(reference)") }
        if let measure = now["title"]?.words { words = words.replacing("the measure", with: "the measure “\(measure)”") }
        if entry.subject.kind == MeasureReading.table.name { words = words.replacing("the measure", with: "a measure of \(reference)") }
        return words.replacing("the milestone", with: "the milestone “\(now["text"]?.words ?? "")” of action \(reference)")
    }

    private func detail(_ entry: Entry, from old: [String: JSONValue]?, to new: [String: JSONValue]) -> HTML? {
        let reason = entry.reason.map { prose("Because: \($0)") }
        guard let old else {
            if entry.subject.kind == DateMove.table.name {
                let days = line("Day", was: new["from"]?.words, now: new["to"]?.words)
                return "<ul>\(days)</ul>\(prose(new["because"]?.words ?? ""))"
            }
            if entry.subject.kind == MeasureReading.table.name {
                return "<ul>\(line("Read", was: nil, now: "\(new["value"]?.words ?? ""), on \(new["on"]?.words ?? "")"))</ul>\(new["note"].map { prose($0.words) })"
            }
            if entry.subject.kind == Override.table.name {
                let set = line("Standing", was: nil, now: new["colour"].map { shown($0, "colour") }) + line("Until", was: nil, now: new["until"]?.words)
                return "<ul>\(set)</ul>\(prose(new["because"]?.words ?? ""))"
            }
            if entry.subject.kind == Dependency.table.name {
                let other = new["awaited"].flatMap { $0.id(of: Action.self) }.flatMap { references[Action.subject($0)] }
                return "<ul>\(line("Waits for", was: nil, now: other))</ul>\(new["note"].map { prose($0.words) })"
            }
            if entry.subject.kind == Need.table.name {
                let told = ["text", "oneOff", "yearly", "fte", "from", "through", "isFunded"].compactMap { key -> HTML? in
                    new[key].map { line(key == "text" ? "What" : needWords[key] ?? key, was: nil, now: shown($0, key)) }
                }
                return "<ul>\(told)</ul>\(new["note"].map { prose($0.words) })"
            }
            if entry.subject.kind == ClosureFinding.table.name {
                let told = ["onwardOwner", "reviewOn"].compactMap { key -> HTML? in new[key].map { line(HistoryWords.labels[key] ?? key, was: nil, now: shown($0, key)) } }
                return "\(told.isEmpty ? nil : "<ul>\(told)</ul>" as HTML)\(new["residualRisk"].map { prose($0.words) })"
            }
            let text = entry.subject.kind == Milestone.table.name ? nil : new["text"]
            let said = [new["narrative"], new["because"], new["lookedAt"], new["words"], text, new["shows"]].compactMap(\.self).first?.words
            // A withdrawal's reason stands in its record and in the entry alike.
            let isTold = entry.reason == new["because"]?.words
            let figure: HTML? = new["stated"]?.figure.map { "<ul>\(line("What it said", was: nil, now: $0))</ul>" }
            guard let words = said.map({ "\(prose($0))\(isTold ? nil : reason)" as HTML }) ?? reason else { return figure }
            return "\(words)\(figure)"
        }
        let changes = Set(new.keys).union(old.keys).sorted().compactMap { key -> HTML? in
            guard new[key] != old[key], let label = (entry.subject.kind == Need.table.name ? needWords[key] : nil) ?? HistoryWords.labels[key] else { return nil }
            return line(label, was: old[key].map { shown($0, key) }, now: new[key].map { shown($0, key) })
        }
        let list: HTML? = changes.isEmpty ? nil : "<ul>\(changes)</ul>"
        return list == nil && reason == nil ? nil : "\(list)\(reason)"
    }

    private func line(_ label: String, was: String?, now: String?) -> HTML {
        guard let was else { return "<li>\(label): \(now ?? "none")</li>" }
        return "<li>\(label): \(now ?? "none"), was \(was)</li>"
    }

    /// What the record holds as a code or a number is told in the words that pages have for it.
    private func shown(_ value: JSONValue, _ key: String) -> String {
        let written = value.words
        return switch key {
        case "kind": Plan.Kind(rawValue: written)?.words ?? Finding.Kind(rawValue: written)?.words ?? written
        case "rules": RuleSet.Name(rawValue: written).map { RuleSet.named($0).title } ?? written
        case "outcome": AskedOutcome(rawValue: written)?.words ?? written
        case "stated", "colour": Colour(rawValue: written)?.words ?? written
        case "oneOff", "yearly": Hundredths(written: written)?.pounds ?? written
        case "fte": Hundredths(written: written)?.plain ?? written
        case "owners": value.members.isEmpty ? "none" : listed(value.members.map(party))
        case "sponsor", "onwardOwner", "owner": party(value)
        case "finding": value.id(of: Finding.self).flatMap { references[Finding.subject($0)] } ?? written
        default: written
        }
    }

    private func party(_ value: JSONValue) -> String { value.id().flatMap { parties[$0] } ?? "somebody not on record" }

    /// What a need says otherwise than a request for another day.
    private let needWords = ["oneOff": "Once", "yearly": "A year", "fte": "FTE", "from": "Needed from", "through": "Needed until", "isFunded": "Funded"]

    /// What members of a record are called where they change.
    static let labels = [
        "reference": "Reference", "title": "Title", "kind": "Kind", "source": "Source", "sponsor": "Sponsor", "rules": "Rules",
        "period": "Period", "text": "Text", "fullText": "Full wording", "finding": "Finding", "owners": "Owners", "due": "Due day",
        "dueWritten": "Instead of a day", "successMeasure": "Success measure", "place": "Place", "since": "In the plan since",
        "reachedOn": "Reached on", "asOf": "Speaks of", "narrative": "What happened", "stated": "Owner’s status",
        "forecast": "Expected on", "on": "On", "because": "Because", "reopenedOn": "Reopened on", "restoredOn": "Put back on",
        "from": "Day before", "to": "Day asked for", "decidedOn": "Decided on", "outcome": "Outcome", "answer": "Answer",
        "follows": "Read from", "unit": "Unit", "polarity": "Better", "threshold": "Holds at", "endedOn": "Ended on", "endedBecause": "Ended because",
        "value": "Read", "lookedAt": "Looked at", "letter": "Letter", "author": "Written by", "words": "What it says",
        "reopenedBecause": "Reopened because", "residualRisk": "Residual risk", "onwardOwner": "Looked after by", "reviewOn": "Looked at again on",
        "decision": "Board’s decision", "owner": "Owner", "note": "Note", "takenBackOn": "Taken back on", "takenBackBecause": "Taken back because",
        "shows": "What it shows", "link": "Link", "through": "Holds until", "withdrawnOn": "Taken back on", "withdrawnBecause": "Because",
        "oneOff": "Once", "yearly": "A year", "fte": "FTE", "isFunded": "Funded", "colour": "Standing", "until": "Until", "awaited": "Waits for",
    ]

    /// Members that say nothing to a person, or never change.
    static let untold: Set = ["id", "version", "plan", "action", "by", "askedOn", "askedBy", "decidedBy", "measure", "file", "record", "evidence", "withdrawnBy", "endedBy", "awaitedPlan",
                              "completion", "closure", "onto", "ontoFinding", "carriedAs"]
}
