import Kernel
import Markup
import Storage
import Web

/// How the copies stand, for an administrator: what to look after first, then every try.
struct CopiesPage {
    let standing: CopyStanding
    let rounds: [CopyRound]
    let names: [String: String]
    let plan: CopyPlan
    let csrf: String
    var refusal: Refusal?

    static let link = Link("copies")

    var page: Page {
        Page(title: "Copies", section: "copies", hasDay: false, body: """
            \(lead("Copies", under: "Each holds the whole service in one file. It is restored into a temporary place to prove it.",
                   actions: standing.underWay == nil ? [postButton("Make a copy now", to: Self.link, token: csrf, quiet: false)] : []))
            \(errorSummary(refusal))
            \(standing.warnings.map { notice("\($0)", .red) }.joined())
            \(standing.underWay.map { notice("A copy is being made since \($0.begunAt). Load this page again to see what came of it.") })
            \(card("Now", facts([
                ("Last good copy", standing.lastGood.map { "\($0.begunAt)" } ?? quiet("None yet")),
                ("Last proven restore", proven(standing.lastProven)),
                ("Made", plan.schedule.map { "Every day at \(twoDigits($0.hour)):\(twoDigits($0.minute))" } ?? quiet("Only when somebody asks")),
                ("Kept", "The newest of \(counted(plan.retention.days, "day")), \(counted(plan.retention.weeks, "week")) and \(counted(plan.retention.months, "month"))"),
                ("Folder", "<code>\(plan.folder)</code>"),
            ])))
            \(card("Every try", rounds.isEmpty ? empty("No copy was tried yet.") : tries))
            """)
    }

    private var tries: HTML {
        table(
            columns: [Column("Begun", .reference), Column("By"), Column("What came of it"), Column("Entries", .number),
                      Column("Size", .number), Column("Restored in", .number)],
            rows: rounds.map { round in
                ["\(round.begunAt)", "\(who(round))", outcome(round), round.entries.map { "\($0)" } ?? quiet("–"),
                 round.bytes.map { size($0) } ?? quiet("–"), round.proving.map { "\(seconds($0))" } ?? quiet("–")]
            })
    }

    private func outcome(_ round: CopyRound) -> HTML {
        switch round.outcome {
        case .kept: "\(tag("Kept", .green)) \(round.removedAt == nil ? small("<code>\(name(round.file))</code>, root <code>\(round.root?.prefix(16) ?? "")…</code>") : small("Made room for newer ones"))"
        case .unchanged: "\(tag("Unchanged", .green)) \(small("Nothing had changed since <code>\(name(round.file))</code>"))"
        case .failed: "\(tag("Failed", .red)) \(small("\(round.sentence ?? "")"))"
        case nil: tag("Under way", .grey)
        }
    }

    private func proven(_ round: CopyRound?) -> HTML {
        guard let round, let at = round.provenAt else { return quiet("None yet") }
        return "\(at): \(round.entries ?? 0) entries, \(size(round.bytes ?? 0)), in \(seconds(round.proving ?? 0)). Root <code>\(round.root ?? "")</code>"
    }

    private func who(_ round: CopyRound) -> String {
        round.askedBy == Actor.muster.subject ? "The clock" : names[round.askedBy] ?? round.askedBy
    }

    private func name(_ file: String?) -> String { file?.split(separator: "/").last.map(String.init) ?? "" }
    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    private func seconds(_ milliseconds: Int64) -> String { "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s" }

    private func size(_ bytes: Int64) -> HTML {
        bytes < 1 << 20 ? "\(max(1, bytes >> 10)) kB" : "\(bytes >> 20) MB"
    }
}
