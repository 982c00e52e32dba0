import ArgumentParser
import Kernel
import People
import Storage

extension PlanCommand {
    struct Verify: WritingCommand {
        static let configuration = CommandConfiguration(
            "verify", "Verify that an action is done, as somebody who neither owns nor recorded it.",
            examples: "muster plan verify peer-review-response 2.1 --looked-at 'The target, in the minutes of 20 February' --as r.okafor@northshire.example",
            "muster plan verify peer-review-response 1.2 --looked-at 'Twelve calls of June' --measure 1 --seen 3")
        @OptionGroup var action: ActionArguments
        @Option(help: "What was looked at.") var lookedAt: String?
        @Option(help: "The number of a measure that must hold on that day.") var measure: String?
        @Option(help: "A piece of evidence that was looked at and still shows it, by its number. May be given again.") var seen: [Int64] = []
        @Option(help: "The day it was verified; today when left out.") var on: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Storage.Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, action) = try action.find(work.session)
            var fields = Fields(["looked-at": lookedAt, "measure": measure, "on": on])
            var new = NewAcceptance(reading: &fields, today: work.today)
            try fields.finish()
            new.seen = seen.map { ID($0) }
            try Plans().accept(action, of: plan, new, work)
            return try work.answer(action, of: plan, "The action is verified.")
        }
    }

    struct Unverify: WritingCommand {
        static let configuration = CommandConfiguration(
            "unverify", "Take back that an action was verified.", examples: "muster plan unverify peer-review-response 2.1 --because 'The target was never reported'")
        @OptionGroup var action: ActionArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Storage.Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, action) = try action.find(work.session)
            try Plans().takeBackAcceptance(of: action, in: plan, because: writing.why("it is taken back"), work)
            return try work.answer(action, of: plan, "The verification was taken back.")
        }
    }
}

extension ActionCommand {
    struct Close: WritingCommand {
        static let configuration = CommandConfiguration(
            "close", "Close an action that will not be done, for a reason.",
            examples: "muster plan action close peer-review-response 8.2 --because 'The national register does it' --as s.marchetti@northshire.example")
        @OptionGroup var item: ActionArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, action) = try item.find(work.session)
            try Plans().closeNotImplemented(action, of: plan, because: writing.why("it will not be done"), work)
            return try work.answer(action, of: plan, "The action is closed, not implemented.")
        }
    }

    struct Reopen: WritingCommand {
        static let configuration = CommandConfiguration(
            "reopen", "Reopen an action that was closed without being done.", examples: "muster plan action reopen peer-review-response 8.2 --because 'The register is late'")
        @OptionGroup var item: ActionArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, action) = try item.find(work.session)
            try Plans().reopenNotImplemented(action, of: plan, because: writing.why("it is open again"), work)
            return try work.answer(action, of: plan, "The action is open again.")
        }
    }
}

extension FindingCommand {
    struct Close: WritingCommand {
        static let configuration = CommandConfiguration(
            "close", "Close what is open of a finding without its being done, for a reason.",
            examples: "muster plan finding close peer-review-response 8 --because 'The national register does it' --as s.marchetti@northshire.example")
        @OptionGroup var item: FindingArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Finding?> {
            let (plan, finding) = try item.find(work.session)
            try Plans().closeNotImplemented(finding, of: plan, because: writing.why("it will not be done"), work)
            return try work.answer(finding, of: plan, "The finding is closed, not implemented.")
        }
    }

    struct Reopen: WritingCommand {
        static let configuration = CommandConfiguration(
            "reopen", "Reopen a finding that was closed without being done.", examples: "muster plan finding reopen peer-review-response 8 --because 'The register is late'")
        @OptionGroup var item: FindingArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Finding?> {
            let (plan, finding) = try item.find(work.session)
            try Plans().reopenNotImplemented(finding, of: plan, because: writing.why("it is open again"), work)
            return try work.answer(finding, of: plan, "The finding is open again.")
        }
    }
}

/// `muster plan inspectorate …`: the letters by which the inspectorate closes and reopens findings.
struct InspectorateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspectorate", abstract: "Record the letters by which the inspectorate closes and reopens findings.",
        subcommands: [Close.self, Reopen.self])

    struct Close: WritingCommand {
        static let configuration = CommandConfiguration(
            "close", "Record the letter by which the inspectorate closed a finding.",
            examples: "muster plan inspectorate close inspection-response 1 --letter FS/26/104 --on 2026-07-30 --author 'HM Inspector' --words 'We consider it closed.'")
        @OptionGroup var item: FindingArguments
        @Option(help: "The letter's reference.") var letter: String?
        @Option(help: "The day of the letter: YYYY-MM-DD.") var on: String?
        @Option(help: "Who wrote it.") var author: String?
        @Option(help: "What it says of the finding.") var words: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Finding?> {
            let (plan, finding) = try item.find(work.session)
            var fields = Fields(["letter": letter, "on": on, "author": author, "words": words])
            let new = NewInspectorateClosure(reading: &fields)
            try fields.finish()
            try Plans().recordClosure(of: finding, in: plan, new, work)
            return try work.answer(finding, of: plan, "The letter was recorded.")
        }
    }

    struct Reopen: WritingCommand {
        static let configuration = CommandConfiguration(
            "reopen", "Record that the inspectorate reopened a finding.",
            examples: "muster plan inspectorate reopen inspection-response 1 --on 2026-10-02 --because 'Letter FS/26/188: the figure has fallen'")
        @OptionGroup var item: FindingArguments
        @Option(help: "The day of the letter; today when left out.") var on: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Finding?> {
            let (plan, finding) = try item.find(work.session)
            var fields = Fields(["on": on, "because": writing.because])
            let new = NewReopening(reading: &fields, today: work.today)
            try fields.finish()
            try Plans().recordReopening(of: finding, in: plan, new, work)
            return try work.answer(finding, of: plan, "The finding is open with the inspectorate again.")
        }
    }
}
