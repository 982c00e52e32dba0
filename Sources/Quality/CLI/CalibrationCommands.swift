import ArgumentParser
import Kernel
import People
import Storage

extension QualityCommand {
    /// `muster quality calibration …`: several reviewers judge one audit by themselves.
    struct Calibrating: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "calibration", abstract: "Have several reviewers judge one audit, and see how far they agree.",
            groupedSubcommands: [
                CommandGroup(name: "Reading", subcommands: [List.self, Show.self]), CommandGroup(name: "Writing", subcommands: [Open.self, Fill.self, Close.self, Abandon.self]),
            ])
    }
}

/// A calibration named at the command line.
struct CalibrationArgument: ParsableArguments, Sendable {
    @Argument(help: "The reference of the calibration, such as QC-2026-0001.") var calibration: String

    func find(_ session: Session) throws -> CalibrationFacts { try session.calibration(calibration) }
}

extension CalibrationFacts {
    /// The calibration in lines; answers once it is closed.
    fileprivate func inLines(on day: Day) -> String {
        let head = ["\(calibration.reference), on \(calibration.workReference) at \(calibration.place): \(calibration.state(on: day).words.lowercased()), due by \(calibration.due)"]
        let reviewers = sheets.map { sheet in "  \(name(sheet.reviewer)): \(sheet.submitted.flatMap { $0 <= day ? "handed in on \($0)" : nil } ?? "not handed in")" }
        guard let result = result(on: day) else { return (head + reviewers).joined(separator: "\n") }
        let lines = result.lines.map { line in "  \(line.criterion.code): \(line.findings.map(\.answer.words).joined(separator: ", ").lowercasedFirst)" }
        return (head + reviewers + [result.words] + lines + ["What was agreed: \(calibration.conclusion ?? "")"]).joined(separator: "\n")
    }
}

extension QualityCommand.Calibrating {
    private static func answer(_ reference: Reference, _ sentence: String, _ work: Work) throws -> Answer<CalibrationPayload> {
        Answer(CalibrationPayload(try work.session.calibration(reference.text), on: work.today), sentence)
    }

    struct List: ReadingCommand {
        static let configuration = CommandConfiguration("list", "List the calibrations, the latest first.", examples: "muster quality calibration list --json")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[CalibrationPayload]> {
            try QualityPolicy.enters.check(reader.actor)
            let day = day.on ?? reader.today
            let found = try session.calibrations(readBy: reader.actor, session.qualityParties(of: reader.actor, on: day), on: day)
            return Answer(found.map { CalibrationPayload($0, on: day) }, Output.table(
                ["Calibration", "Audit", "Handed in", "Due", "Standing", "Kappa"], found.map { facts in
                    let calibration = facts.calibration
                    let kappa = facts.result(on: day)?.agreement?.kappa.map { decimal($0, places: 2) } ?? ""
                    return [
                        calibration.reference.text, calibration.workReference, "\(facts.submitted(by: day).count) of \(calibration.reviewers.count)", calibration.due.iso,
                        calibration.state(on: day).words, kappa,
                    ]
                }, empty: "There is no calibration. Open one with: muster quality calibration open A-2026-0001 --reviewer NAME --reviewer NAME --due YYYY-MM-DD"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration("show", "Show a calibration: who has answered, and all answers once it is closed.", examples: "muster quality calibration show QC-2026-0001")
        @OptionGroup var own: CalibrationArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<CalibrationPayload> {
            try QualityPolicy.enters.check(reader.actor)
            let day = day.on ?? reader.today
            let facts = try session.calibration(own.calibration, readBy: reader.actor, session.qualityParties(of: reader.actor, on: day), on: day)
            return Answer(CalibrationPayload(facts, on: day), facts.inLines(on: day))
        }
    }

    struct Open: WritingCommand {
        static let configuration = CommandConfiguration(
            "open", "Have several reviewers judge one audit.", examples: "muster quality calibration open A-2026-0001 --reviewer 'GM Halloran' --reviewer 'SM Amis' --due 2026-12-15")
        @Argument(help: "The reference of a completed audit.") var work: String
        @Option(help: "A reviewer’s name; give it again for each.") var reviewer: [String] = []
        @Option(help: "By when each has answered: YYYY-MM-DD.") var due: String
        @Option(help: "What the reviewers are told.") var brief: String?
        @OptionGroup var writing: WritingOptions

        func change(_ piece: Work) throws -> Answer<CalibrationPayload> {
            var fields = Fields(["work": [work], "due": [due], "brief": [brief ?? ""], "reviewers": reviewer])
            let new = NewCalibration(reading: &fields)
            try fields.finish()
            let opened = try QualityCommand.quality.open(new, piece)
            return try QualityCommand.Calibrating.answer(opened.reference, "\(opened.reference) is open; \(opened.reviewers.count) reviewers answer by \(opened.due).", piece)
        }
    }

    struct Fill: WritingCommand {
        static let configuration = CommandConfiguration(
            "answer", "Save your own answers, or hand them in. What is not named is answered no more.",
            examples: "muster quality calibration answer QC-2026-0001 --answer 'letter-sent: fail | It went out late' --answer 'outcome-coded: pass'", "muster quality calibration answer QC-2026-0001 --final --answer …")
        @OptionGroup var own: CalibrationArgument
        @Option(help: "A criterion, its answer and what was seen; give it again for each.") var answer: [String] = []
        @Flag(help: "Hand them in; from then on they stay.") var final = false
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<CalibrationSheetPayload> {
            let facts = try own.find(work.session)
            var fields = Fields(["answers": answer])
            let findings = fields.answers(by: facts.form)
            try fields.finish()
            let sheet = try QualityCommand.quality.answer(facts, findings, submitting: final, work)
            return Answer(CalibrationSheetPayload(facts, sheet), final ? "Your answers to \(facts.calibration.reference) are handed in." : "Your answers to \(facts.calibration.reference) were saved.")
        }
    }

    struct Close: WritingCommand {
        static let configuration = CommandConfiguration("close", "End the blindness: all see all answers.", examples: "muster quality calibration close QC-2026-0001 --conclusion 'A letter counts as sent once the receipt is filed.'")
        @OptionGroup var own: CalibrationArgument
        @Option(help: "What was agreed.") var conclusion: String
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<CalibrationPayload> {
            var fields = Fields(["conclusion": conclusion])
            let words = fields.text("conclusion", "What was agreed", atMost: 8000)
            try fields.finish()
            let closed = try QualityCommand.quality.close(own.find(work.session), concluding: words, work)
            return try QualityCommand.Calibrating.answer(closed.reference, "\(closed.reference) is closed.", work)
        }
    }

    struct Abandon: WritingCommand {
        static let configuration = CommandConfiguration("abandon", "Give a calibration up; nobody will see the answers.", examples: "muster quality calibration abandon QC-2026-0001 --because 'The file was shown round before.'")
        @OptionGroup var own: CalibrationArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<CalibrationPayload> {
            let gone = try QualityCommand.quality.abandon(own.find(work.session), because: QualityCommand.reason(writing), work)
            return try QualityCommand.Calibrating.answer(gone.reference, "\(gone.reference) is abandoned.", work)
        }
    }
}
