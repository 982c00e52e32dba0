import ArgumentParser
import Kernel
import People
import Premises
import Storage

extension AuditCommand {
    struct Plan: WritingCommand {
        static let configuration = CommandConfiguration(
            "plan", "Plan an audit.", examples: "muster audit plan --premises P-12 --officer 'WM Ferris' --planned 2026-03-31 --kind full")
        @Option(help: "The reference of the premises.") var premises: String?
        @OptionGroup var entries: AuditPlanEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuditPayload> {
            let audit = try AuditCommand.audits.plan(entries.read(premises: premises, over: ["planned": [work.today.iso]]), work)
            return try AuditCommand.answer(audit, "\(audit.reference) is planned for \(audit.planned).", work)
        }
    }

    struct Replan: WritingCommand {
        static let configuration = CommandConfiguration("replan", "Plan an audit anew; what is left out stays.", examples: "muster audit replan A-2026-0001 --officer 'GM Halloran'")
        @OptionGroup var own: AuditArgument
        @OptionGroup var entries: AuditPlanEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuditPayload> {
            let facts = try work.session.facts(of: own.find(work.session))
            let held = facts.audit.entries(officer: facts.officer, premises: facts.premises.reference.text)
            let changed = try AuditCommand.audits.replan(facts.audit, entries.read(over: held), work)
            return try AuditCommand.answer(changed, "\(changed.reference) was saved.", work)
        }
    }

    struct Fill: WritingCommand {
        static let configuration = CommandConfiguration(
            "fill", "Save the working form of an audit as it stands; what is left out stays.",
            examples: "muster audit fill A-2026-0001 --carried-out 2026-03-31 --on-site 2.5 --finding '14: 4 | Bins on the stairs' --finding '9: 2' --result unsatisfactory --outcome letter")
        @OptionGroup var own: AuditArgument
        @OptionGroup var entries: AuditSheetEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuditPayload> {
            let audit = try own.find(work.session)
            let filled = try AuditCommand.audits.fill(audit, entries.read(over: audit), work)
            return try AuditCommand.answer(filled, "\(filled.reference) was saved.", work)
        }
    }

    struct Complete: WritingCommand {
        static let configuration = CommandConfiguration("complete", "Complete an audit, and open what follows from it.", examples: "muster audit complete A-2026-0001 --on 2026-03-31")
        @OptionGroup var own: AuditArgument
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: Day?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuditPayload> {
            let done = try AuditCommand.audits.complete(own.find(work.session), on: on ?? work.today, work)
            return try AuditCommand.answer(done, "\(done.reference) is completed.", work)
        }
    }

    struct Correct: WritingCommand {
        static let configuration = CommandConfiguration(
            "correct", "Put right what a completed audit says, for a reason; what is left out stays.", examples: "muster audit correct A-2026-0001 --on-site 3 --because 'The clock was read wrong'")
        @OptionGroup var own: AuditArgument
        @OptionGroup var entries: AuditSheetEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuditPayload> {
            let audit = try own.find(work.session)
            let corrected = try AuditCommand.audits.correct(audit, entries.read(over: audit), because: AuditCommand.reason(writing), work)
            return try AuditCommand.answer(corrected, "\(corrected.reference) was corrected.", work)
        }
    }

    struct Abandon: WritingCommand {
        static let configuration = CommandConfiguration("abandon", "Give an audit up, for a reason.", examples: "muster audit abandon A-2026-0001 --because 'The premises are shut'")
        @OptionGroup var own: AuditArgument
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: Day?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuditPayload> {
            let gone = try AuditCommand.audits.abandon(own.find(work.session), on: on ?? work.today, because: AuditCommand.reason(writing), work)
            return try AuditCommand.answer(gone, "\(gone.reference) is abandoned.", work)
        }
    }

    struct Except: WritingCommand {
        static let configuration = CommandConfiguration(
            "except", "Let the officer carry out one audit beyond their authorisation, as an approver.", examples: "muster audit except A-2026-0001 --because 'WM Birch goes along'")
        @OptionGroup var own: AuditArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuditPayload> {
            let audit = try own.find(work.session)
            try AuditCommand.audits.except(audit, because: AuditCommand.reason(writing), work)
            return try AuditCommand.answer(audit, "The exception for \(audit.reference) was recorded.", work)
        }
    }

    struct SendLetter: WritingCommand {
        static let configuration = CommandConfiguration(
            "send-letter", "Record that the letter with the result was sent, which freezes it.", examples: "muster audit send-letter A-2026-0001 --to 'Harbour Homes Ltd, 1 Quay Street, NR1 2AB'")
        @OptionGroup var own: AuditArgument
        @Option(help: "A name and an address; whoever answers for the premises when left out. May be given more than once.") var to: [String] = []
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: Day?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AuditPayload> {
            let audit = try own.find(work.session)
            var fields = Fields(["recipients": to.isEmpty ? try work.session.letterRecipients(of: work.session.facts(of: audit), on: work.today) : to])
            let recipients = fields.recipients()
            try fields.finish()
            let letter = try AuditCommand.audits.sendLetter(of: audit, to: recipients, on: on ?? work.today, work)
            return try AuditCommand.answer(audit, "Letter \(letter.id) of \(audit.reference) was recorded as sent.", work)
        }
    }

    static func answer(_ audit: Audit, _ sentence: String, _ work: Work) throws -> Answer<AuditPayload> {
        Answer(try AuditPayload(of: work.session.audit(audit.reference.text), on: work.today, work.session), sentence)
    }

    /// - Throws: `fields-need-attention`
    static func reason(_ writing: WritingOptions) throws -> String {
        guard let because = writing.because, !because.isEmpty else { throw Refusal.fields([.init("because", "Say why, with --because.")]) }
        return because
    }
}
