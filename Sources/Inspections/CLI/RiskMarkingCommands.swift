import ArgumentParser
import Kernel
import People
import Premises
import Storage

extension RiskCommand {
    struct Markers: ReadingCommand {
        static let configuration = CommandConfiguration("markers", "List the markers that can be put on premises.", examples: "muster risk markers", "muster risk markers --json")
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[RiskMarkerKind]> {
            try RiskPolicy.reads.check(reader.actor)
            let kinds = try session.markerKinds()
            return Answer(kinds, Output.table(["Marker", "Title", "Put when"], kinds.map { [$0.code, $0.title, $0.meaning ?? ""] }, empty: "No edition of the risk method has markers."))
        }
    }

    struct Mark: WritingCommand {
        static let configuration = CommandConfiguration(
            "mark", "Put a marker on premises.", examples: "muster risk mark P-17 listed-building --since 2025-03-01 --why 'On the national list, grade II'")
        @OptionGroup var premises: ScoredPremisesArgument
        @Argument(help: "The marker’s code.", completion: .riskMarkers) var marker: String
        @Option(help: "The first day on which it is so; today when left out.") var since: String?
        @Option(help: "Why it is put.") var why: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PremisesMarkerPayload> {
            var fields = Fields(["marker": marker, "since": since, "why": why], over: ["since": [work.today.iso]])
            let new = NewPremisesMarker(reading: &fields)
            try fields.finish()
            let premises = try premises.find(work.session)
            let put = try Risk().put(new, on: premises, work)
            return Answer(PremisesMarkerPayload(put), "\(premises.name) has the marker \(put.marker) from \(put.since), under the number \(put.id).")
        }
    }

    struct Unmark: WritingCommand {
        static let configuration = CommandConfiguration("unmark", "Take a marker off premises from a day.", examples: "muster risk unmark P-17 3 --on 2026-03-01 --why 'The stores were emptied'")
        @OptionGroup var premises: ScoredPremisesArgument
        @Argument(help: "The number under which it was put.") var marker: Int64
        @Option(help: "The first day on which it is so no more; today when left out.") var on: String?
        @Option(help: "Why it is taken off.") var why: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PremisesMarkerPayload> {
            var fields = Fields(["on": on, "why": why], over: ["on": [work.today.iso]])
            let (day, why) = (fields.day("on", "The first day without it"), fields.text("why", "Why", atMost: 1000))
            try fields.finish()
            let premises = try premises.find(work.session)
            let lifted = try Risk().lift(work.session.marker(ID(marker), of: premises), of: premises, on: day, because: why, work)
            return Answer(PremisesMarkerPayload(lifted), "\(premises.name) has the marker \(lifted.marker) no more, from \(day).")
        }
    }

    struct Note: WritingCommand {
        static let configuration = CommandConfiguration(
            "note", "Note compliance that was found before audits were kept here.", examples: "muster risk note P-17 --on 2022-05-11 --level 4 --source 'Audit file 2022/118'")
        @OptionGroup var premises: ScoredPremisesArgument
        @Option(help: "The day on which it was found.") var on: String?
        @Option(help: "From 1, the best, to 5, the poorest.") var level: String?
        @Option(help: "Where it stands.") var source: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NotedCompliancePayload> {
            var fields = Fields(["on": on, "level": level, "source": source], over: [:])
            let new = NewNotedCompliance(reading: &fields)
            try fields.finish()
            let premises = try premises.find(work.session)
            let noted = try Risk().note(new, of: premises, work)
            return Answer(NotedCompliancePayload(noted), "Level \(noted.level) of \(noted.on) is noted of \(premises.name), under the number \(noted.id).")
        }
    }

    struct Strike: WritingCommand {
        static let configuration = CommandConfiguration("strike", "Strike out compliance that was noted by mistake.", examples: "muster risk strike P-17 12 --why 'Of the shop next door'")
        @OptionGroup var premises: ScoredPremisesArgument
        @Argument(help: "The number under which it was noted.") var noted: Int64
        @Option(help: "Why it counts no more.") var why: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NotedCompliancePayload> {
            var fields = Fields(["why": why], over: [:])
            let why = fields.text("why", "Why", atMost: 1000)
            try fields.finish()
            let premises = try premises.find(work.session)
            let struck = try Risk().strike(work.session.notedCompliance(ID(noted), of: premises), of: premises, because: why, work)
            return Answer(NotedCompliancePayload(struck), "What was noted of \(struck.on) is struck out.")
        }
    }
}

extension CompletionKind {
    static let riskMarkers = CompletionKind.kept { session, _ in try session.markerKinds().map(\.code) }
}
