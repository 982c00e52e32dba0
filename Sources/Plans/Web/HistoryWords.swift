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
            let reference = references[entry.subject].map { " \($0)" } ?? ""
            return HistoryEntry(
                entry.moment, "entry \(entry.sequence)", "\(name.capitalisedFirst) \(entry.verb)\(reference).",
                detail: detail(entry, from: before[entry.subject], to: now))
        }
    }

    private func detail(_ entry: Entry, from old: [String: JSONValue]?, to new: [String: JSONValue]) -> HTML? {
        let reason: HTML? = entry.reason.map { "<p>Because: \($0)</p>" }
        guard let old else {
            let said = [new["narrative"], new["because"], new["text"]].compactMap(\.self).first?.words
            return said.map { "<p>\($0)</p>\(reason)" } ?? reason
        }
        let changes = new.keys.sorted().compactMap { key -> HTML? in
            guard key != "version", key != "owners", let label = HistoryWords.labels[key], new[key] != old[key] else { return nil }
            return "<li>\(label): \(old[key]?.words ?? "none") → \(new[key]?.words ?? "none")</li>"
        } + old.keys.sorted().compactMap { key -> HTML? in
            guard new[key] == nil, let label = HistoryWords.labels[key], let was = old[key] else { return nil }
            return "<li>\(label): \(was.words) → none</li>"
        }
        let list: HTML? = changes.isEmpty ? nil : "<ul>\(changes)</ul>"
        return list == nil && reason == nil ? nil : "\(list)\(reason)"
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

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
