import ArgumentParser
import Documents
import Kernel
import People
import Storage

extension ProgrammeCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration("list", "List the programmes of all years, the latest first.", examples: "muster programme list", "muster programme list --on 2026-09-30 --json")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ProgrammeLine]> {
            try ProgrammePolicy.reads.check(reader.actor)
            let on = day.on ?? reader.today
            let lines = try session.all(Programme.self, "WHERE since_on <= \(on) ORDER BY year DESC").map { ProgrammeLine(try session.progress(of: $0, on: on)) }
            return Answer(lines, Output.table(
                ["Programme", "Year", "Plan in force", "Planned", "Due by now", "Done"], lines.map { [$0.reference, $0.year, $0.inForce.map(String.init) ?? "", "\($0.planned)", "\($0.due)", "\($0.done)"] },
                empty: "No year has a programme yet. Begin one with: muster programme begin YEAR"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show a programme: its objectives, its officers and what its plan can’t reach.", examples: "muster programme show P-2026", "muster programme show P-2026 --plan 1 --json")
        @OptionGroup var own: ProgrammeArgument
        @OptionGroup var plan: PlanOption
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<ProgrammePayload> {
            try ProgrammePolicy.reads.check(reader.actor)
            let payload = try ProgrammePayload(of: own.find(session), on: day.on ?? reader.today, plan: plan.number, session)
            return Answer(payload, payload.inWords)
        }
    }

    struct Audits: ReadingCommand {
        static let configuration = CommandConfiguration(
            "audits", "List the audits of a plan: which premises, by whom, in which month, and how each stands.",
            examples: "muster programme audits P-2026 --month 2026-11", "muster programme audits P-2026 --standing left --band very-high --json")
        @OptionGroup var own: ProgrammeArgument
        @OptionGroup var plan: PlanOption
        @OptionGroup var choice: AllotmentChoice
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[AllotmentPayload]> {
            let lines = try choice.shown(own.find(session), plan: plan.number, on: day.on ?? reader.today, by: reader.actor, session).1.map(AllotmentPayload.init)
            return Answer(lines, Output.table(
                ["Premises", "Name", "Month", "Officer", "Risk", "Why", "Standing"],
                lines.map { [$0.premises, $0.name, $0.month.map { String($0.iso.prefix(7)) } ?? "", $0.officer ?? "", $0.band.words, $0.why.words, $0.standing.words] }, empty: "Nothing in the plan fits these choices."))
        }
    }

    struct Progress: ReadingCommand {
        static let configuration = CommandConfiguration(
            "progress", "Show how far a programme is, month by month, with a forecast.", examples: "muster programme progress P-2026", "muster programme progress P-2026 --on 2026-09-30 --json")
        @OptionGroup var own: ProgrammeArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<ProgressPayload> {
            try ProgrammePolicy.reads.check(reader.actor)
            let payload = ProgressPayload(try session.progress(of: own.find(session), on: day.on ?? reader.today))
            let rows = payload.months.map { month -> [String] in
                let arrived = month.arrived.map { "\($0.values.reduce(0, +))" } ?? ""
                let done = [month.done, month.beside].map { $0.map(String.init) ?? "" }
                return [String(month.month.iso.prefix(7)), "\(month.planned)"] + done + [arrived, month.hours?.description ?? "", month.available]
            }
            let officers = payload.officers.map { [$0.of, "\($0.planned)", "\($0.due)", "\($0.done)"] }
            return Answer(payload, """
                \(payload.done) of \(payload.planned) audits done on \(payload.on), \(payload.due) due by now.
                \(payload.forecast)\(payload.formula.map { " \($0)" } ?? "")
                \(Output.table(["Month", "Planned", "Done", "Besides", "Arrived", "Hours", "Available"], rows, empty: ""))
                \(Output.table(["Officer", "Planned", "Due by now", "Done"], officers, empty: ""))
                """)
        }
    }

    struct Changes: ReadingCommand {
        static let configuration = CommandConfiguration("changes", "Show what a plan has otherwise than the one before it.", examples: "muster programme changes P-2026", "muster programme changes P-2026 --plan 2 --json")
        @OptionGroup var own: ProgrammeArgument
        @OptionGroup var plan: PlanOption
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<YearPlanChangesPayload> {
            try ProgrammePolicy.reads.check(reader.actor)
            let facts = try session.facts(of: own.find(session), on: day.on ?? reader.today, plan: plan.number)
            let compared = try session.changes(facts)
            let payload = YearPlanChangesPayload(facts, compared, try session.premisesNames(compared))
            guard let compared else { return Answer(payload, "There is no plan before this one.") }
            func row(_ what: String, _ change: YearPlanChangesPayload.Change) -> [String] {
                let officers = [change.officerBefore, change.officer].compactMap(\.self)
                let months = [change.monthBefore, change.month].compactMap(\.self).map { String($0.iso.prefix(7)) }
                return [what, change.premises, officers.joined(separator: " → "), months.joined(separator: " → ")]
            }
            let rows = payload.moved.map { row("moved", $0) } + payload.added.map { row("added", $0) } + payload.dropped.map { row("dropped", $0) }
            return Answer(payload, "Plan \(compared.after.number) against plan \(compared.before.number): \(compared.changes.words).\n" + Output.table(["", "Premises", "Officer", "Month"], rows, empty: "Nothing is otherwise."))
        }
    }

    struct History: ReadingCommand {
        static let configuration = CommandConfiguration("history", "Show every change to a programme, newest first.", examples: "muster programme history P-2026 --last 20")
        @OptionGroup var own: ProgrammeArgument
        @OptionGroup var newest: LastOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ChangeLine]> {
            try ProgrammePolicy.reads.check(reader.actor)
            let changes = try newest.changes(within: own.find(session).subject, session)
            return Answer(changes, ChangeLine.table(changes, empty: "") { $0.subject })
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take the audits of a plan, or the progress by month, away as a table.", "Without --output the table goes to standard output.",
            examples: "muster programme export P-2026 --output programme.xlsx", "muster programme export P-2026 --progress > progress.csv")
        @OptionGroup var own: ProgrammeArgument
        @Flag(help: "The progress by month instead of the audits.") var progress = false
        @OptionGroup var plan: PlanOption
        @OptionGroup var choice: AllotmentChoice
        @OptionGroup var table: TableOptions
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            let (day, choice, own, number) = (day.on ?? desk.clock.today, choice, own, plan.number)
            if progress {
                let export = try await desk.read { session in
                    try ProgrammePolicy.reads.check(actor)
                    return ProgressExport(progress: try session.progress(of: own.find(session), on: day))
                }
                return try table.write { try export.bytes(as: $0) }
            }
            let export = try await desk.read { session in
                let (facts, lines) = try choice.shown(own.find(session), plan: number, on: day, by: actor, session)
                return AllotmentExport(facts: facts, lines: lines)
            }
            try table.write { try export.bytes(as: $0) }
        }
    }
}

extension ProgrammePayload {
    /// A programme as a person reads it.
    var inWords: String {
        var lines = ["\(reference), \(begins) to \(ends)"]
        if let plan {
            lines += [
                "Plan \(plan.number), \(plan.standing.words.lowercased()), made on \(plan.made) by \(plan.by): \(counted(plan.allotted, "audit")), \(plan.left) left out.",
                "By \(plan.solver) and edition \(plan.method) of the risk method. \(plan.isBest ? "None of those thought of is better." : plan.gap.map { "Another may be better by \($0)% at the most." } ?? "Nobody knows by how much another may be better.")",
            ]
            if let adopted = plan.adopted { lines.append("Adopted on \(adopted) by \(plan.adoptedBy ?? "")") }
            lines += plan.targets.compactMap { target in target.why.map { "Not reached: \(target.target): \(target.reached) of \(target.asked). \($0)" } }
        } else { lines.append("No plan was made yet. Make one with: muster programme make \(reference)") }
        lines += targets.map { "Target \($0)" } + themes.map { "Theme \($0)" }
        if let sampleCount, sampleCount > 0 { lines.append("Random sample of \(sampleCount) of \(sampleBand ?? "very-low"), seed \(sampleSeed ?? 1)") }
        lines.append("Hours: full \(full), short \(short)" + demand.sorted { $0.key < $1.key }.map { ", \($0.value) kept for \($0.key)" }.joined())
        let rows = officers.map { ["\($0.number)", $0.officer, $0.fte, $0.away.map(String.init).joined(separator: ", "), "\($0.auditPercent)%", $0.base ?? "", $0.authorisedUntil?.iso ?? ""] }
        return lines.joined(separator: "\n") + "\n" + Output.table(["Number", "Officer", "FTE", "Away", "Audits", "Office", "Authorised until"], rows, empty: "Nobody audits in it yet.")
    }
}
