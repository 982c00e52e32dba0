import Kernel

/// What a paper is written from: the things it covers as they tell of themselves, and who receives it.
struct Sources: Sendable {
    let paper: Paper
    let board: String
    let meeting: Occasion?
    /// In the paper's order. What is gone from the record is left out.
    let tellings: [Telling]

    /// A meeting by its name and day.
    struct Occasion: Sendable {
        let title: String
        let on: Day
    }

    func telling(_ subject: Subject?) -> Telling? { subject.flatMap { subject in tellings.first { $0.subject == subject } } }

    /// The tellings that a section is about: one, or all.
    func tellings(of section: Section) -> [Telling] { section.about == nil ? tellings : [telling(section.about)].compactMap(\.self) }
}

extension Section {
    /// What writes itself here from the records, as plain text: blank lines part paragraphs, a dash begins a point.
    func generated(from sources: Sources) -> String {
        let own: String = switch content {
        case .words: ""
        case .recommendations: SectionText.recommendations(sources)
        case .background: SectionText.background(sources)
        case .updates: sources.telling(about).map { SectionText.updates($0, appendix: sources.appendix(of: $0.subject)) } ?? SectionText.gone
        case .financial: SectionText.told(.money, sources)
        case .workforce: SectionText.told(.people, sources)
        case .fullPlan: sources.telling(about).map { SectionText.fullPlan($0) } ?? SectionText.gone
        }
        return [own, standing].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// What stands in the paper.
    func text(from sources: Sources) -> String { words ?? generated(from: sources) }

    /// The author wrote beside what the records say no more.
    func isOvertaken(by sources: Sources) -> Bool { words != nil && isOvertaken(beside: generated(from: sources)) }

    func isOvertaken(beside generated: String) -> Bool { words != nil && seen != generated }
}

extension Sources {
    /// Where among the appendices a thing stands, from 1.
    func appendix(of subject: Subject) -> Int? { paper.covers.firstIndex(of: subject).map { $0 + 1 } }
}

enum SectionText {
    static let gone = "What this section tells of is no longer on record."

    static func recommendations(_ sources: Sources) -> String {
        let span = "between \(sources.paper.from.adding(days: 1)) and \(sources.paper.to)"
        let (changed, unchanged) = (sources.tellings.filter { !$0.isUnchanged }, sources.tellings.filter(\.isUnchanged))
        let noted = [
            changed.isEmpty ? nil : "note what changed in \(listed(changed.map(\.title))) \(span)",
            unchanged.isEmpty ? nil : "note that no change is recorded of \(listed(unchanged.map(\.title)))\(changed.isEmpty ? " \(span)" : "")",
        ].compactMap(\.self)
        let asks = noted + sources.tellings.flatMap { $0.lines(.asked).map(\.words) } + [why(sources.tellings)].compactMap(\.self)
        return "Members of the \(sources.board) are asked to:\n" + points(asks.enumerated().map { $1 + ($0 == asks.count - 1 ? "." : "; and") })
    }

    /// A day is spoken of only where an owner named one that has not passed.
    private static func why(_ tellings: [Telling]) -> String? {
        let late = tellings.reduce(0) { $0 + $1.lines(.late).count }
        guard late > 0 else { return nil }
        let expected = tellings.reduce(0) { count, telling in
            count + telling.items.count { item in item.stands.colour == "red" && item.forecast.map { $0 >= telling.to } ?? false }
        }
        let days = switch expected {
        case 0: "ask on which \(late == 1 ? "day it" : "days they") will be done"
        case late: "the \(late == 1 ? "day" : "days") now expected"
        default: "the \(expected == 1 ? "day" : "days") now expected of \(expected) of them"
        }
        return "consider why \(counted(late, "action")) \(late == 1 ? "is" : "are") late, and \(days)"
    }

    static func background(_ sources: Sources) -> String {
        sources.tellings.flatMap { $0.lines(.background).map(\.written) }.joined(separator: "\n\n")
    }

    static func updates(_ telling: Telling, appendix: Int?) -> String {
        var parts = [telling.lines(.summary).map(\.written).joined(separator: "\n\n")]
        for part in [Telling.Part.reached, .changed, .closing, .late, .waiting, .set, .next, .left] {
            let lines = telling.lines(part)
            guard !lines.isEmpty else { continue }
            let heading = part == .next ? telling.next.map { "Due before the next meeting, on \($0):" } ?? "\(part.heading):" : "\(part.heading):"
            parts.append(heading + "\n\n" + written(lines))
        }
        if let next = telling.next {
            if telling.lines(.next).isEmpty { parts.append("Nothing falls due before the next meeting, on \(next).") }
        } else {
            parts.append("The meeting after this one is not called yet, so what falls due before it is not told.")
        }
        if let appendix { parts.append("The full plan, with what was said last of every action and its status, is Appendix \(appendix).") }
        return parts.joined(separator: "\n\n")
    }

    /// One part of each thing that the paper covers.
    static func told(_ part: Telling.Part, _ sources: Sources) -> String {
        sources.tellings.map { written($0.lines(part)) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// Sentences go on in one paragraph, and points stand in a list under it.
    private static func written(_ lines: [Telling.Line]) -> String {
        let (sentences, points) = (lines.filter { !$0.isPoint }, lines.filter(\.isPoint))
        return [sentences.map(\.written).joined(separator: "\n\n"), points.map(\.written).joined(separator: "\n")].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    static func fullPlan(_ telling: Telling) -> String { "\(telling.title) as it stood on \(telling.to), with what was said last of every action." }

    private static func points(_ lines: [String]) -> String { lines.map { "- \($0)" }.joined(separator: "\n") }
}

extension PaperFacts {
    /// All that stands in a draft, for a hand to say what was read.
    func words(from sources: Sources) -> String {
        sections.filter { !$0.isLeftOut }.map { "\($0.heading)\n\($0.text(from: sources))" }.joined(separator: "\n\n")
    }
}
