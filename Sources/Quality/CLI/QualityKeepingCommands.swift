import ArgumentParser
import Kernel
import People
import Storage

extension QualityCommand {
    struct Open: WritingCommand {
        static let configuration = CommandConfiguration(
            "open", "Have an audit checked that no plan drew.", examples: "muster quality open A-2026-0001 --reviewer 'SM Adeyemi' --due 2026-04-30 --why 'A complaint'")
        @Argument(help: "The reference of a completed audit.") var work: String
        @Option(help: "The reviewer: a person or post on record.", completion: .parties) var reviewer: String?
        @Option(help: "The day by which it is made: YYYY-MM-DD.") var due: String?
        @Option(help: "Kind: \(QualityCheckKind.allCases.map(\.rawValue).joined(separator: ", ")); desktop when left out.", completion: .codes(QualityCheckKind.self)) var kind: String?
        @Option(help: "Why it is checked.") var why: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<QualityCheckPayload> {
            var fields = Fields(["work": self.work, "reviewer": reviewer, "due": due, "kind": kind, "why": why], over: [:])
            let new = NewQualityCheck(reading: &fields)
            try fields.finish()
            let check = try QualityCommand.quality.open(new, work)
            return try QualityCommand.answer(check, "\(check.reference) is to be made by \(check.due).", work)
        }
    }

    struct Assign: WritingCommand {
        static let configuration = CommandConfiguration("assign", "Say who makes a check, how and by when; what is left out stays.", examples: "muster quality assign Q-2026-0001 --reviewer 'GM Halloran'")
        @OptionGroup var own: QualityArgument
        @Option(help: "The reviewer: a person or post on record.", completion: .parties) var reviewer: String?
        @Option(help: "The day by which it is made: YYYY-MM-DD.") var due: String?
        @Option(help: "Kind: \(QualityCheckKind.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(QualityCheckKind.self)) var kind: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<QualityCheckPayload> {
            let facts = try work.session.facts(of: own.find(work.session))
            var fields = Fields(["reviewer": reviewer, "due": due, "kind": kind], over: ["reviewer": [facts.reviewer], "due": [facts.check.due.iso], "kind": [facts.check.kind.rawValue]])
            let new = QualityAssignment(reading: &fields)
            try fields.finish()
            let check = try QualityCommand.quality.assign(facts.check, new, work)
            return try QualityCommand.answer(check, "\(check.reference) is to be made by \(new.reviewer) by \(check.due).", work)
        }
    }

    struct Fill: WritingCommand {
        static let configuration = CommandConfiguration(
            "fill", "Save the working form of a check as it stands; what is left out stays.",
            examples: "muster quality fill Q-2026-0001 --answer 'letter-sent: fail | It went out late' --answer 'outcome-coded: pass' --grade adequate")
        @OptionGroup var own: QualityArgument
        @OptionGroup var entries: QualitySheetEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<QualityCheckPayload> {
            let facts = try work.session.facts(of: own.find(work.session))
            let check = try QualityCommand.quality.fill(facts.check, entries.read(over: facts), work)
            return try QualityCommand.answer(check, "\(check.reference) was saved.", work)
        }
    }

    struct Complete: WritingCommand {
        static let configuration = CommandConfiguration("complete", "Complete a check, after which whoever did the work reads it.", examples: "muster quality complete Q-2026-0001 --on 2026-03-31")
        @OptionGroup var own: QualityArgument
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: Day?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<QualityCheckPayload> {
            let check = try QualityCommand.quality.complete(own.find(work.session), on: on ?? work.today, work)
            return try QualityCommand.answer(check, "\(check.reference) is completed.", work)
        }
    }

    struct Correct: WritingCommand {
        static let configuration = CommandConfiguration(
            "correct", "Put right what a completed check says, for a reason; what is left out stays.",
            examples: "muster quality correct Q-2026-0001 --answer 'letter-sent: pass' --grade good --because 'The letter was found'")
        @OptionGroup var own: QualityArgument
        @OptionGroup var entries: QualitySheetEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<QualityCheckPayload> {
            let facts = try work.session.facts(of: own.find(work.session))
            let check = try QualityCommand.quality.correct(facts.check, entries.read(over: facts), because: QualityCommand.reason(writing), work)
            return try QualityCommand.answer(check, "\(check.reference) was corrected.", work)
        }
    }

    struct Reply: WritingCommand {
        static let configuration = CommandConfiguration("answer", "Answer a completed check of your own work.", examples: "muster quality answer Q-2026-0001 --reply 'The letter is in the other folder.' --as o.adeyemi@northshire.example")
        @OptionGroup var own: QualityArgument
        @Option(help: "The answer.") var reply: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<QualityCheckPayload> {
            var fields = Fields(["reply": reply], over: [:])
            let reply = fields.text("reply", "The answer", atMost: 8000)
            try fields.finish()
            let check = try QualityCommand.quality.reply(to: own.find(work.session), saying: reply, work)
            return try QualityCommand.answer(check, "\(check.reference) was answered.", work)
        }
    }

    struct CallOff: WritingCommand {
        static let configuration = CommandConfiguration("call-off", "Give an open check up, for a reason. It counts as planned and not done.", examples: "muster quality call-off Q-2026-0001 --because 'The officer has left'")
        @OptionGroup var own: QualityArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<QualityCheckPayload> {
            let check = try QualityCommand.quality.callOff(own.find(work.session), because: QualityCommand.reason(writing), work)
            return try QualityCommand.answer(check, "\(check.reference) is called off.", work)
        }
    }
}
