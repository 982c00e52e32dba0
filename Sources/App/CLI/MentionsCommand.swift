import ArgumentParser
import Kernel
import People
import Storage
import Web

/// `muster mentions SUBJECT`: what is said of a thing, whoever says it.
struct MentionsCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        "mentions", "Show what decisions, documents and whatever else say of one thing.",
        examples: "muster mentions plan/1", "muster mentions finding/3 --on 2026-03-31 --json")
    @Argument(help: "What is spoken of, as the journal names it: plan/1, finding/3, document/2.") var about: String
    @OptionGroup var day: DayOption
    @OptionGroup var reading: ReadingOptions

    func find(_ session: Session, _ reader: Reader) throws -> Answer<[MentionPayload]> {
        try MentionPolicy.reads.check(reader.actor)
        let subject = try Subject(written: about, like: "plan/1")
        let names = try naming.names(of: [subject], session)
        let told = try mentions(for: reader.actor).about([subject], on: day.on ?? reader.today, session).flatMap { group in
            group.mentions.map { MentionPayload($0, in: group, names) }
        }
        return Answer(told, Output.table(
            ["Kind", "Day", "By", "Outcome", "What it says"],
            told.map { [$0.kind, $0.on.iso, $0.by, $0.outcome, $0.words + ($0.more.map { " (\($0))" } ?? "")] },
            empty: "Nothing was said of \(names[subject]?.words ?? subject.description)."))
    }
}

/// Who may hear what is said of things.
enum MentionPolicy {
    static let reads = Permission("Everyone who is signed in hears what is said of what they may read.") { !$0.roles.isEmpty }
}
