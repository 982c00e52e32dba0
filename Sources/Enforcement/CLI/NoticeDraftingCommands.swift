import ArgumentParser
import Kernel
import People
import Storage

/// What the form of a notice asks for.
struct NoticeEntries: ParsableArguments, Sendable {
    @Option(help: "An article that was breached: 14. May be given more than once.") var article: [String] = []
    @Option(help: "What is to be done: '13: Fit an alarm | Fit sprinklers'. May be given more than once.") var step: [String] = []
    @Option(help: "Whom it is served on: 'Harbour Homes Ltd | 1 Quay Street, NR1 2AB'. May be given more than once.") var recipient: [String] = []
    @Option(help: "Its substance, for the public.") var substance: String?
    @Option(help: "The opinion and the reasons for it, as it states them.") var grounds: String?
    @Option(help: "The last day to comply, of an enforcement notice: YYYY-MM-DD.") var complyBy: String?
    @Option(help: "The day on which a prohibition takes effect: YYYY-MM-DD.") var effective: String?
    @Flag(inversion: .prefixedNo, help: "Whether a prohibition takes effect at once.") var immediate: Bool?
    @Flag(inversion: .prefixedNo, help: "Whether it would alter the premises.") var alters: Bool?
    @Flag(inversion: .prefixedNo, help: "Whether it protects persons at work alone.") var workers: Bool?
    @Option(help: "Its words; drafted from the record when left out.") var text: String?

    func read(_ type: NoticeType, on day: Day, over held: [String: [String]] = [:]) throws -> NewNotice {
        var held = held
        for (name, list) in [("articles", article), ("steps", step), ("recipients", recipient)] where !list.isEmpty { held[name] = list }
        for (name, flag) in [("immediate", immediate), ("alters", alters), ("workers", workers)] { if let flag { held[name] = flag ? ["yes"] : [""] } }
        var fields = Fields(["substance": substance, "grounds": grounds, "comply-by": complyBy, "effective": effective, "text": text], over: held)
        let new = NewNotice(reading: &fields, of: type, on: day)
        try fields.finish()
        return new
    }
}

extension NoticeCommand {
    static var enforcement: Enforcement {
        Enforcement(letterhead: Operating.surroundings.service.map { Letterhead(name: $0, address: Operating.surroundings.serviceAddress) })
    }

    struct Draft: WritingCommand {
        static let configuration = CommandConfiguration(
            "draft", "Draft a notice in a case.",
            examples: "muster notice draft C-2026-0001 --type enforcement --article 14 --step '14: Clear the stairs' --recipient 'Harbour Homes Ltd | 1 Quay Street' --comply-by 2027-01-31")
        @OptionGroup var own: CaseArgument
        @Option(help: "The type: \(NoticeType.allCases.map(\.rawValue).joined(separator: ", ")).") var type: NoticeType = .enforcement
        @OptionGroup var entries: NoticeEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> {
            let notice = try NoticeCommand.enforcement.draft(type, entries.read(type, on: work.today), in: own.find(work.session), work)
            return Answer(try work.session.payload(of: notice, on: work.today), "\(notice.reference) is drafted.")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration("edit", "Change a draft; what is left out stays.", examples: "muster notice edit N-2026-0001 --comply-by 2027-02-28")
        @OptionGroup var notice: NoticeArgument
        @OptionGroup var entries: NoticeEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> {
            let notice = try notice.find(work.session)
            let changed = try NoticeCommand.enforcement.edit(notice, entries.read(notice.type, on: work.today, over: notice.entries), work)
            return Answer(try work.session.payload(of: changed, on: work.today), "\(changed.reference) was saved.")
        }
    }

    struct Amend: WritingCommand {
        static let configuration = CommandConfiguration("amend", "Amend what the public entry of a served notice says.", examples: "muster notice amend N-2026-0001 --substance 'Escape routes were blocked.' --note 'As the court has it'")
        @OptionGroup var notice: NoticeArgument
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: String?
        @Option(help: "An article, in place of those it names. May be given more than once.") var article: [String] = []
        @Option(help: "Its substance, for the public.") var substance: String?
        @Option(help: "Why; internal.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> {
            let notice = try notice.find(work.session)
            let held = ["on": [work.today.iso], "articles": article.isEmpty ? notice.articles : article, "substance": [notice.substance ?? ""]]
            var fields = Fields(["on": on, "substance": substance, "note": note], over: held)
            let new = NewAmendment(reading: &fields)
            try fields.finish()
            let amended = try NoticeCommand.enforcement.amend(notice, new, work)
            return Answer(try work.session.payload(of: amended, on: work.today), "\(amended.reference) was amended from \(new.on).")
        }
    }

    struct Strike: WritingCommand {
        static let configuration = CommandConfiguration("strike", "Strike out what was recorded of a notice last, in error.", examples: "muster notice strike N-2026-0001 7 --because 'Another notice'")
        @OptionGroup var notice: NoticeArgument
        @Argument(help: "Its number, as the notice shows it.") var number: Int64
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NoticePayload> {
            let because = try writing.reason()
            let notice = try notice.find(work.session)
            try NoticeCommand.enforcement.strike(work.session.event(ID(number), of: notice), of: notice, because: because, work)
            return Answer(try work.session.payload(of: notice, on: work.today), "It was struck out.")
        }
    }

    struct Authorise: WritingCommand {
        static let configuration = CommandConfiguration("authorise", "Say that somebody may sign notices of a type.", examples: "muster notice authorise 'GM Halloran' --type enforcement --from 2026-04-01")
        @Argument(help: "A person or post on record.", completion: .parties) var party: String
        @Option(help: "The type: \(NoticeType.allCases.map(\.rawValue).joined(separator: ", ")).") var type: String?
        @Option(help: "From: YYYY-MM-DD; today when left out.") var from: String?
        @Option(help: "The last day: YYYY-MM-DD.") var until: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuthorityPayload> {
            var fields = Fields(["party": party, "type": type, "from": from, "until": until], over: ["from": [work.today.iso]])
            let new = NewSigningAuthority(reading: &fields)
            try fields.finish()
            let authority = try NoticeCommand.enforcement.authorise(new, work)
            return Answer(AuthorityPayload(authority, party: new.party), "\(new.party) may sign \(new.type.words.lowercased())s from \(new.from).")
        }
    }

    struct EndAuthority: WritingCommand {
        static let configuration = CommandConfiguration("end-authority", "End somebody’s authority to sign.", examples: "muster notice end-authority 2 --until 2026-12-31")
        @Argument(help: "Its number, as signers shows it.") var number: Int64
        @Option(help: "The last day: YYYY-MM-DD; today when left out.") var until: Day?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuthorityPayload> {
            let authority = try NoticeCommand.enforcement.end(work.session.signingAuthority(ID(number)), until: until ?? work.today, work)
            let payload = try AuthorityPayload(of: authority, work.session)
            return Answer(payload, "\(payload.party) may sign until \(authority.until ?? work.today).")
        }
    }
}
