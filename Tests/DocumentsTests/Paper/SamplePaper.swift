import Documents
import Kernel
import Markup

/// A paper with a block of every kind.
enum SamplePaper {
    static func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }
    static let on = day("2025-02-28")

    static var document: Document {
        Document(
            "Protection improvement plan: progress", reference: "protection-2025-02", under: "From 1 to 28 February 2025",
            author: "Priya Raman", made: Moment.inBritain(on, hour: 9), marking: "Draft", foot: "Northshire Fire and Rescue Service",
            base: "https://muster.northshire.example", blocks)
    }

    static var blocks: [Block] {
        [
            .facts([.init("To", "Performance and Resources Board"), .init("Meeting", "\(day("2025-03-12"))")]),
            .contents("What is in this paper"),
            .heading(1, "Recommendations"),
            .paragraph("The board is asked to note that \("3 actions", to: Link("plans", "protection").adding("standing", "red")) stand as \("Late", .red), \(strong: "two") of them \(emphasis: "since January")."),
            .callout(.amber, "A decision is needed", ["The end of the plan is 31 March 2025.", "Two actions are due after it."]),
            .heading(1, "Updates", anchor: "updates"),
            .heading(2, "Protection"),
            .list([.init("Enforcement policy approved"), .init("Quality assurance:", ["first cycle done", "second begun"])].asList),
            .list(.init(isNumbered: true, [.init("Note the progress"), .init("Agree the new dates, see \("below", to: Address(anchor: "full"))")])),
            .figure(.init("Where it stands", .shares(.init(shares)))),
            .figure(.init("Done against due", .burnUp(.init(due: [day("2025-01-31"), on, day("2025-06-30")], done: [day("2025-02-10")], on: on)))),
            .figure(.init("Slippage", .slippage(.init([Slip(day("2025-01-31"), agreed: 0, expected: 0), Slip(on, agreed: 20, expected: 45)], on: on)))),
            .figure(.init("Timeline", .timeline(.init(timeline, on: on, planEnds: day("2025-03-31"))))),
            .note("Counted on \(on) from the records of the plan."),
            .page(.across),
            .heading(1, "Appendix: the full plan", anchor: "full"),
            .table(table),
            .table(.init("Dates moved", columns: [.init("Ref", .reference), .init("Moved")], rows: [], none: "No date has moved.")),
            .page(.upright),
            .seal(.init("What this paper is", "It was issued with the journal as it then was.", facts: [
                .init("Journal head", "b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184"), .init("Entries", "1204"),
            ], code: "https://muster.northshire.example/papers/protection-2025-02")),
        ]
    }

    static let shares = [Share(2, "done", .blue), Share(1, "at risk", .amber), Share(3, "late", .red, link: Link("plans", "protection"))]

    static let timeline = [
        TimelineRow("1.1 Communications plan", from: day("2025-01-29"), due: on, done: day("2025-02-26"), tone: .blue, standing: "Done", link: Link("plans")),
        TimelineRow("2.2 Out-of-hours duty", from: day("2025-01-29"), due: day("2025-02-14"), forecast: day("2025-04-30"), tone: .red, standing: "Late"),
    ]

    static let table = Block.Table(
        "Every action, by the finding it answers",
        columns: [.init("Ref", .reference), .init("Action", .wide), .init("Owner"), .init("Due", .day), .init("Moved", .number), .init("Standing")],
        rows: [
            .heading("1 Enforcement \("policy", to: Link("plans", "protection", "findings", "1"))", anchor: "finding-1"),
            ["1.1", "Write the policy and have it approved", "Head of Protection", "\(day("2025-01-31"))", "0", "\("Done", .blue)"],
            .init(["1.2", "Brief every inspecting officer on the policy", "Head of Protection", "\(on)", "28", "\("Late", .red)"], anchor: "action-1.2"),
            .heading("2 Quality assurance"),
            ["2.1", "Sample one audit in ten", "Team leader", "\(day("2025-06-30"))", "0", "\("On track", .green)"],
        ])
}

extension [Block.List.Item] {
    var asList: Block.List { .init(self) }
}
