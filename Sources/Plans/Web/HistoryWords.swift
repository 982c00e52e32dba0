import Foundation
import Kernel
import Markup
import Storage

/// The journal's entries in words, with what changed between one state of a record and the next.
struct HistoryWords {
    let names: [String: String]
    /// References by subject: `action/3` is `2.1`.
    let references: [Subject: String]

    func told(_ entries: [Entry]) -> [HistoryEntry] {
        var before: [Subject: [String: JSONValue]] = [:]
        return entries.map { entry in
            let now = entry.state.flatMap { try? JSONDecoder().decode([String: JSONValue].self, from: Data($0.utf8)) } ?? [:]
            defer { before[entry.subject] = now }
            let name = names[entry.who] ?? entry.who
            return HistoryEntry(
                entry.moment, "entry \(entry.sequence)", "\(name.capitalisedFirst) \(deed(entry, now)).",
                detail: detail(entry, from: before[entry.subject], to: now))
        }
    }

    /// The verb with its thing named: `recorded action 2.1 as done`.
    private func deed(_ entry: Entry, _ now: [String: JSONValue]) -> String {
        var words = entry.verb
        guard let reference = references[entry.subject] else { return words }
        for noun in ["finding", "action"] { words = words.replacing("the \(noun)", with: "\(noun) \(reference)") }
        return words.replacing("the milestone", with: "the milestone “\(now["text"]?.words ?? "")” of action \(reference)")
    }

    private func detail(_ entry: Entry, from old: [String: JSONValue]?, to new: [String: JSONValue]) -> HTML? {
        let reason: HTML? = entry.reason.map { "<p>Because: \($0)</p>" }
        guard let old else {
            let said = [new["narrative"], new["because"], isMilestone(new) ? nil : new["text"]].compactMap(\.self).first?.words
            return said.map { "<p>\($0)</p>\(reason)" } ?? reason
        }
        let changes = new.keys.sorted().compactMap { key -> HTML? in
            guard key != "version", key != "owners", let label = HistoryWords.labels[key], new[key] != old[key] else { return nil }
            return line(label, was: old[key].map { shown($0, key) }, now: new[key].map { shown($0, key) })
        } + old.keys.sorted().compactMap { key -> HTML? in
            guard new[key] == nil, let label = HistoryWords.labels[key], let was = old[key] else { return nil }
            return line(label, was: shown(was, key), now: nil)
        }
        let list: HTML? = changes.isEmpty ? nil : "<ul>\(changes)</ul>"
        return list == nil && reason == nil ? nil : "\(list)\(reason)"
    }

    private func isMilestone(_ state: [String: JSONValue]) -> Bool { state["text"] != nil && state["reference"] == nil }

    private func line(_ label: String, was: String?, now: String?) -> HTML {
        guard let was else { return "<li>\(label): \(now ?? "none")</li>" }
        return "<li>\(label): \(now ?? "none"), was \(was)</li>"
    }

    /// What the record holds as a code is told in the words that pages have for it.
    private func shown(_ value: JSONValue, _ key: String) -> String {
        let written = value.words
        return switch key {
        case "kind": Plan.Kind(rawValue: written)?.words ?? Finding.Kind(rawValue: written)?.words ?? written
        case "rules": RuleSet.Name(rawValue: written).map { RuleSet.named($0).title } ?? written
        default: written
        }
    }

    private static let labels = [
        "reference": "Reference", "title": "Title", "kind": "Kind", "source": "Source", "rules": "Rules", "text": "Text",
        "fullText": "Full wording", "due": "Due day", "dueWritten": "Instead of a day", "successMeasure": "Success measure",
        "place": "Place", "since": "In the plan since", "reachedOn": "Reached on", "takenBackOn": "Taken back on",
        "restoredOn": "Put back on", "period": "Period",
    ]
}

/// Just enough of JSON to tell two states of a record apart and print them.
enum JSONValue: Decodable, Equatable {
    case text(String), number(Double), flag(Bool), list([JSONValue]), object([String: JSONValue]), null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() { self = .null }
        else if let flag = try? container.decode(Bool.self) { self = .flag(flag) }
        else if let number = try? container.decode(Double.self) { self = .number(number) }
        else if let text = try? container.decode(String.self) { self = .text(text) }
        else if let list = try? container.decode([JSONValue].self) { self = .list(list) }
        else { self = .object(try container.decode([String: JSONValue].self)) }
    }

    var words: String {
        switch self {
        case .text(let text): Day(iso: text).map(\.description) ?? text
        case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .list(let list): listed(list.map(\.words))
        case .object(let object):
            if let from = object["from"], let through = object["through"] { "\(from.words) to \(through.words)" }
            else { object.keys.sorted().map { "\($0) \(object[$0]?.words ?? "")" }.joined(separator: ", ") }
        case .null: "none"
        }
    }
}
