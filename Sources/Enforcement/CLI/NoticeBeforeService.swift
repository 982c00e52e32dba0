import ArgumentParser
import Kernel
import People
import Storage

/// What is asked of everything that is recorded of a notice: which one, and when it happened.
struct DeedArguments: ParsableArguments, Sendable {
    @OptionGroup var notice: NoticeArgument
    @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: String?

    func record(_ deed: NoticeDeed, _ written: KeyValuePairs<String, String?>, version: Int? = nil, _ work: Work) throws -> Answer<NoticePayload> {
        var fields = Fields(written, over: ["on": [on ?? work.today.iso]])
        let new = deed.read(&fields)
        try fields.finish()
        let notice = try notice.find(work.session)
        try NoticeCommand.enforcement.record(deed, new, of: notice, version: version, work)
        let payload = try work.session.payload(of: notice, on: work.today)
        return Answer(payload, "\(notice.reference): \(payload.notice.state.words.lowercased()), \(payload.notice.why).")
    }
}

/// What is recorded of a notice before it is served.
extension NoticeCommand {
    struct Consult: WritingCommand {
        static let configuration = CommandConfiguration("consult", "Record whom a notice was consulted on with before service.", examples: "muster notice consult N-2026-0001 --consultee local-authority --who 'Northshire Borough'")
        @OptionGroup var deed: DeedArguments
        @Option(help: "As what: \(NoticeEvent.Consultee.allCases.map(\.rawValue).joined(separator: ", ")).") var consultee: String?
        @Option(help: "Who, by name.") var who: String?
        @Option(help: "The day of the answer: YYYY-MM-DD.") var until: String?
        @Option(help: "What they answered.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> { try deed.record(.consultations, ["consultee": consultee, "who": who, "until": until, "note": note], work) }
    }

    struct Approve: WritingCommand {
        static let configuration = CommandConfiguration("approve", "Approve a notice, as the second person.", examples: "muster notice approve N-2026-0001 --version 3 --as k.halloran@northshire.example")
        @OptionGroup var deed: DeedArguments
        @Option(help: "The version of the notice that was read, as muster notice show has it.") var version: Int?
        @Option(help: "A note.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> { try deed.record(.approval, ["note": note], version: version ?? 0, work) }
    }

    struct SendBack: WritingCommand {
        static let configuration = CommandConfiguration("send-back", "Send a notice that was approved back to be changed.", examples: "muster notice send-back N-2026-0001 --note 'The day is too near'")
        @OptionGroup var deed: DeedArguments
        @Option(help: "Why.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> { try deed.record(.sendingBack, ["note": note], work) }
    }

    struct Abandon: WritingCommand {
        static let configuration = CommandConfiguration("abandon", "Drop a notice before it is served.", examples: "muster notice abandon N-2026-0001 --note 'Put right meanwhile'")
        @OptionGroup var deed: DeedArguments
        @Option(help: "Why.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> { try deed.record(.abandonment, ["note": note], work) }
    }
}
