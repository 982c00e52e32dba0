import ArgumentParser
import Kernel
import People
import Storage

extension NoticeCommand {
    struct Timeliness: ReadingCommand {
        static let configuration = CommandConfiguration(
            "timeliness", "Show for every notice served when its entry was due, when it was made, and how late.",
            "The day on which an entry first stood in the register is worked out from the records.",
            examples: "muster notice timeliness", "muster notice timeliness --on 2026-03-31 --json")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[TimelinessPayload]> {
            try ObjectivePolicy.reads.check(reader.actor)
            let entries = try session.timeliness(on: day.on ?? reader.today)
            let years = TimelinessOfYear.all(entries).map { year in
                "\(year.year): \(year.inTime) of \(year.due) in time (\(year.share.map { "\($0)%" } ?? "")), \(year.late) late, \(year.missing) missing, \(counted(year.worst, "day")) late at most"
            }
            let table = Output.table(["Notice", "Type", "Served", "Due from", "Due by", "Made", "Standing", "Days late"], entries.map { entry in
                [
                    entry.fact.reference, entry.fact.history.type.words, entry.served.iso, entry.due?.lowerBound.iso ?? "", entry.dueBy?.iso ?? "", entry.entered?.iso ?? "",
                    entry.standing.words, entry.lateness.map { "\($0)" } ?? "",
                ]
            }, empty: "No notice has been served.")
            return Answer(entries.map { TimelinessPayload($0) }, ([table] + years).joined(separator: "\n"))
        }
    }
}
