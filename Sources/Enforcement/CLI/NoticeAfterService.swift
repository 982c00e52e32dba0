import ArgumentParser
import Kernel
import People
import Storage

/// Service, and what is recorded of a notice from then on.
extension NoticeCommand {
    struct Serve: WritingCommand {
        static let configuration = CommandConfiguration("serve", "Record that a notice was served on somebody.", examples: "muster notice serve N-2026-0001 --who 'Harbour Homes Ltd' --method by-hand --note 'Receipt signed'")
        @OptionGroup var deed: DeedArguments
        @Option(help: "Whom, as the notice names them.") var who: String?
        @Option(help: "How: \(NoticeEvent.Method.allCases.map(\.rawValue).joined(separator: ", ")).") var method: String?
        @Option(help: "The proof of service.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> { try deed.record(.services, ["who": who, "method": method, "note": note], work) }
    }

    struct Extend: WritingCommand {
        static let configuration = CommandConfiguration("extend", "Extend the time to comply.", examples: "muster notice extend N-2026-0001 --until 2027-02-28 --note 'Parts are late'")
        @OptionGroup var deed: DeedArguments
        @Option(help: "The new last day: YYYY-MM-DD.") var until: String?
        @Option(help: "Why.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> { try deed.record(.extensions, ["until": until, "note": note], work) }
    }

    struct Appeal: WritingCommand {
        static let configuration = CommandConfiguration("appeal", "Record that an appeal was brought.", examples: "muster notice appeal N-2026-0001 --who 'Northshire magistrates’ court'")
        @OptionGroup var deed: DeedArguments
        @Option(help: "Who appeals, as the notice names them; needed where it can be several.") var recipient: String?
        @Option(help: "The court.") var who: String?
        @Option(help: "A note.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> { try deed.record(.appeals, ["recipient": recipient, "who": who, "note": note], work) }
    }

    struct Dispose: WritingCommand {
        static let configuration = CommandConfiguration("dispose", "Record how an appeal ended.", examples: "muster notice dispose N-2026-0001 --outcome affirmed")
        @OptionGroup var deed: DeedArguments
        @Option(help: "Whose appeal, as the notice names them; needed where it can be several.") var recipient: String?
        @Option(help: "How: \(NoticeHistory.Appeal.Outcome.allCases.map(\.rawValue).joined(separator: ", ")).") var outcome: String?
        @Option(help: "The last day to comply, where the court set one: YYYY-MM-DD.") var until: String?
        @Option(help: "A note.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> { try deed.record(.disposals, ["recipient": recipient, "outcome": outcome, "until": until, "note": note], work) }
    }

    struct Direct: WritingCommand {
        static let configuration = CommandConfiguration("direct", "Record that the court suspended a prohibition.", examples: "muster notice direct N-2026-0002 --who 'Northshire magistrates’ court'")
        @OptionGroup var deed: DeedArguments
        @Option(help: "On whose appeal, as the notice names them; needed where it can be several.") var recipient: String?
        @Option(help: "The court.") var who: String?
        @Option(help: "A note.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> { try deed.record(.directions, ["recipient": recipient, "who": who, "note": note], work) }
    }

    struct Object: WritingCommand {
        static let configuration = CommandConfiguration("object", "Record an objection that an entry would disclose a trade secret.", examples: "muster notice object N-2026-0001 --note 'The process is secret'")
        @OptionGroup var deed: DeedArguments
        @Option(help: "Who objects, as the notice names them; needed where it can be several.") var recipient: String?
        @Option(help: "What they say.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> { try deed.record(.objections, ["recipient": recipient, "note": note], work) }
    }

    struct Resolve: WritingCommand {
        static let configuration = CommandConfiguration("resolve", "Resolve an objection, so that a full entry is made.", examples: "muster notice resolve N-2026-0001 --note 'They agreed to the draft'")
        @OptionGroup var deed: DeedArguments
        @Option(help: "Whose objection, as the notice names them; needed where it can be several.") var recipient: String?
        @Option(help: "How.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> { try deed.record(.resolutions, ["recipient": recipient, "note": note], work) }
    }

    struct Inspect: WritingCommand {
        static let configuration = CommandConfiguration("inspect", "Record an inspection for compliance.", examples: "muster notice inspect N-2026-0001 --satisfied yes --note 'The stairs are clear'")
        @OptionGroup var deed: DeedArguments
        @Option(help: "Whether it was complied with: yes or no.") var satisfied: String?
        @Option(help: "What was seen.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> { try deed.record(.inspections, ["satisfied": satisfied, "note": note], work) }
    }

    struct Withdraw: WritingCommand {
        static let configuration = CommandConfiguration("withdraw", "Withdraw a notice.", examples: "muster notice withdraw N-2026-0001 --note 'Served on the wrong company'")
        @OptionGroup var deed: DeedArguments
        @Option(help: "Why.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> { try deed.record(.withdrawal, ["note": note], work) }
    }
}
