import ArgumentParser
import Kernel
import People
import Storage

extension QualityCommand {
    struct Forms: ReadingCommand {
        static let configuration = CommandConfiguration("forms", "Show the editions of the form that checks are made by, the latest first.", examples: "muster quality forms", "muster quality forms --json")
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[QualityFormPayload]> {
            try QualityPolicy.enters.check(reader.actor)
            let forms = try session.qualityForms().map(QualityFormPayload.init)
            let words = forms.map { form in
                (["Edition \(form.edition), \(form.title): \(form.effective.map { "in force from \($0)" } ?? "a draft")"] + form.criteria.map { "  \($0.code): \($0.title)" }).joined(separator: "\n")
            }
            return Answer(forms, words.isEmpty ? "No edition was drafted yet. Draft one with: muster quality draft --title TITLE --criterion 'CODE | WHAT IT ASKS'" : words.joined(separator: "\n"))
        }
    }

    struct Draft: WritingCommand {
        static let configuration = CommandConfiguration(
            "draft", "Draft the next edition of the form.", examples: "muster quality draft --title 'Check of an audit' --criterion 'letter-sent | The letter was sent in time | Within ten working days.'")
        @Option(help: "What it is called.") var title: String?
        @Option(help: "A criterion: 'CODE | WHAT IT ASKS | WHAT A PASS LOOKS LIKE'. All criteria, each by its own --criterion.") var criterion: [String] = []
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<QualityFormPayload> {
            var fields = Fields(["title": title], over: ["criteria": criterion])
            let new = NewQualityForm(reading: &fields)
            try fields.finish()
            let form = try QualityCommand.quality.draft(new, work)
            return Answer(QualityFormPayload(form), "Edition \(form.edition) is a draft. An approver who did not draft it adopts it.")
        }
    }

    struct EditForm: WritingCommand {
        static let configuration = CommandConfiguration("edit-form", "Edit a draft of the form; what is left out stays.", examples: "muster quality edit-form 2 --title 'Check of an audit'")
        @Argument(help: "The number of the edition.") var edition: Int
        @Option(help: "What it is called.") var title: String?
        @Option(help: "A criterion. All criteria, each by its own --criterion.") var criterion: [String] = []
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<QualityFormPayload> {
            let form = try work.session.qualityForm(String(edition))
            var held = form.entries
            if !criterion.isEmpty { held["criteria"] = criterion }
            var fields = Fields(["title": title], over: held)
            let new = NewQualityForm(reading: &fields)
            try fields.finish()
            return Answer(QualityFormPayload(try QualityCommand.quality.edit(form, new, work)), "Edition \(form.edition) was saved.")
        }
    }

    struct Adopt: WritingCommand {
        static let configuration = CommandConfiguration("adopt", "Have checks begun with an edition of the form from a day on, as an approver who did not draft it.", examples: "muster quality adopt 2 --from 2026-04-01 --as s.marchetti@northshire.example")
        @Argument(help: "The number of the edition.") var edition: Int
        @Option(help: "The first day: YYYY-MM-DD; today when left out.") var from: Day?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<QualityFormPayload> {
            let form = try QualityCommand.quality.adopt(work.session.qualityForm(String(edition)), from: from ?? work.today, work)
            return Answer(QualityFormPayload(form), "Checks are begun with edition \(form.edition) from \(from ?? work.today).")
        }
    }
}
