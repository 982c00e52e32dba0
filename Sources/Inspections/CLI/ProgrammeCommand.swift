public import ArgumentParser
import Kernel
import People
import Solver

/// `muster programme …`: the audits of each year, by the records or from a file.
public struct ProgrammeCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "programme", abstract: "Keep the audits of each year: what is to be reached, who goes where when, and how far it is.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, Audits.self, Progress.self, Changes.self, History.self, Export.self]),
            CommandGroup(name: "Keeping", subcommands: [Begin.self, Objectives.self, AddOfficer.self, ChangeOfficer.self, Make.self, Adopt.self, PlanMonth.self]),
            CommandGroup(name: "Trying", subcommands: [Plan.self]),
        ])

    public init() {}

    struct Plan: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "plan", "Allot a year's audits to officers and months, from a file, and say what can't be reached.",
            """
            The file holds, days as YYYY-MM-DD and hours as text: {"begins": "2026-04-01", "demandPercent": 15, "hours": {"full": "9.00", "short": "4.00"}, "officers": [{"name": …, "fte": "0.80", \
            "away": [8, 12, 8, 10], "auditPercent": 60, "kinds": ["full", "short"], "highestBand": "high", "base": {"latitude": …, "longitude": …}}], "premises": [{"reference": …, "type": "care-home", \
            "band": "very-high", "kind": "full", "due": …, "theme": …, "place": …}], "targets": [{"band": "very-high", "percent": 100}, {"type": "care-home", "quarter": 2, "least": 10}], \
            "worth": {"very-high": 60, "high": 30}, "samples": [{"band": "very-low", "count": 20, "seed": 2026}], "before": [{"premises": …, "officer": …, "month": "2026-04-01"}]}. Nothing is saved.
            """,
            examples: "muster programme plan year.json", "muster programme plan year.json --seconds 60 --json")
        @Argument(help: "A JSON file with officers, premises and targets.", completion: .file()) var file: String
        @Option(help: "The time that the solver may take.") var seconds: Double = 60
        @Option(help: "The solver: \(Asked.allCases.map(\.rawValue).joined(separator: ", ")). The fastest that is there, when left out.") var solver: Asked?
        @Option(help: "Also write what the solver is asked to this file, in MPS, so that another can be asked the same.", completion: .file()) var model: String?
        @OptionGroup var output: OutputOptions

        enum Asked: String, ExpressibleByArgument, CaseIterable {
            case cbc, highs
        }

        func validate() throws {
            guard (1...3600).contains(seconds) else { throw ValidationError("A solver is given from 1 second to an hour, not \(seconds).") }
        }

        func run() async throws {
            let allotting = try Allotting(try FileOnDisk.json(file) { .invalid("programme-not-understood", "\(file) is not what a programme is made from. \($0)") })
            if let model { try FileOnDisk.write(Array(allotting.programme.mps.utf8), to: model) }
            let solvers = Solver.present.filter { solver == nil || $0.name == solver?.rawValue }
            guard !solvers.isEmpty else { throw Refusal.invalid("solver-not-there", "HiGHS is not on this machine. Set HIGHS_LIBRARY to its shared library, or leave --solver out.") }
            let programme = try allotting.solved(within: seconds, by: solvers)
            try output.show(programme, programme.inWords)
        }
    }
}

extension AuditProgramme {
    var inWords: String {
        let best = isBest ? "None of those thought of is better."
            : gap.map { "The time was up: another may be better by \(percent($0)) at the most." } ?? "The time was up, and nobody knows by how much another may be better."
        let missed = targets.compactMap { target in target.why.map { "\(target.target): \(target.reached) of \(target.asked). \($0)" } }
        let reasons = left.reduce(into: [:]) { counts, one in counts[one.reason, default: 0] += 1 }
        return """
            \(counted(allotted.count, "audit")) allotted by \(solver). \(best)
            \(Output.table(["Officer", "Audits", "Hours free", "Planned"], officers.map { load in
                [load.name, "\(load.audits)", load.free.map(\.plain).joined(separator: " + "), load.planned.map(\.plain).joined(separator: " + ")]
            }, empty: "There is nobody to audit."))
            \(missed.isEmpty ? "Every target is reached." : "Not reached:\n" + missed.map { "  " + $0 }.joined(separator: "\n"))
            Not audited this year: \(left.isEmpty ? "none." : "\(left.count), for want of hours \(reasons[.noHours] ?? 0), as nobody is authorised \(reasons[.nobodyAuthorised] ?? 0).")
            """ + (kept + moved == 0 ? "" : "\nOf what was planned before, \(kept) as it was and \(moved) moved.")
    }

    private func percent(_ share: Double) -> String { "\(Hundredths(Int64(min(share * 10_000, 1e9).rounded(.up))).plain) per cent" }
}
