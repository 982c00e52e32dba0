import Boards
import Foundation
import Kernel
import Papers
import People
import Plans
import Storage

/// Five papers that went to the leadership team of the fictional service, month by month, and one that is being written: it
/// claims a webinar too many, and the records have moved since a part of it was written.
struct ExamplePapers {
    let manager: Actor
    /// The address of the service, which stands in what is issued.
    let address: String

    private struct Story: Decodable {
        struct Month: Decodable, Sendable {
            let to: Day
            let meeting: Day
            let next: Day
            let title: String
            /// The author's words, by the beginning of a heading.
            let words: [String: String]
        }

        let papers: [Month]
    }

    func deeds() throws -> [ExampleDeed] {
        let months = try ExampleDeed.read(Story.self, "papers.json").papers
        var deeds = [ExampleDeed(.inBritain(Day(2026, 5, 26) ?? months[0].to, hour: 9)) { desk in try await callMeetings(months.map(\.meeting), desk) }]
        for month in months {
            deeds.append(ExampleDeed(.inBritain(month.to.adding(days: 3), hour: 10)) { desk in try await write(month, desk) })
            deeds.append(ExampleDeed(.inBritain(month.to.adding(days: 6), hour: 15)) { desk in try await issue(month, desk) })
        }
        if let day = Day(2026, 11, 6) { deeds.append(ExampleDeed(.inBritain(day, hour: 11)) { desk in try await beginDraft(desk) }) }
        return deeds
    }

    private let papers = Papers(sources: paperSources)

    private func callMeetings(_ days: [Day], _ desk: Desk) async throws {
        try await desk.write(by: manager) { work in
            let board = try work.session.board("service-leadership-team")
            for day in days {
                try Boards(naming: naming).call(NewMeeting(
                    on: day, title: "\(Day.months[day.parts.month - 1]) meeting \(day.parts.year)", location: "Headquarters, Fennmoor Room", startsAt: ClockTime(rawValue: "09:30")), of: board, work)
            }
        }
    }

    private func new(_ to: Day, meeting: Day, next: Day?, title: String, _ session: Session) throws -> NewPaper {
        let board = try session.board("service-leadership-team")
        return NewPaper(
            reference: Reference(checking: "leadership-\(meeting.iso.prefix(7))"), title: title, board: board.subject,
            meeting: try session.first(Meeting.self, "WHERE board = \(board.id) AND held_on = \(meeting)")?.subject,
            covers: try [session.plan("peer-review-response").subject, session.plan(ExampleCulture.reference).subject], from: to.adding(days: 1).adding(months: -1).adding(days: -1), to: to, next: next)
    }

    private func write(_ month: Story.Month, _ desk: Desk) async throws {
        try await desk.write(by: manager) { work in
            let paper = try papers.begin(new(month.to, meeting: month.meeting, next: month.next, title: month.title, work.session), work)
            for section in try work.session.facts(of: paper).sections {
                guard let words = month.words.first(where: { section.heading.lowercased().hasPrefix($0.key.replacing("-", with: " ")) })?.value else { continue }
                try papers.write(NewSection(heading: section.heading, words: words), in: section, of: paper, work)
            }
        }
    }

    /// By somebody else than its author, as the policy has it.
    private func issue(_ month: Story.Month, _ desk: Desk) async throws {
        let reference = "leadership-\(month.meeting.iso.prefix(7))"
        let chair = try await desk.read { session in try Parties(session).named("S. Marchetti") }
        let actor = Actor(person: chair?.id.number, name: chair?.name ?? "", roles: [.approver])
        let prepared = try await papers.prepare(reference, base: address, by: actor, on: desk)
        try await desk.write(by: actor) { work in try papers.issue(work.session.paper(reference), prepared, seen: true, work) }
    }

    /// The paper for December, with words that the records don't bear out.
    private func beginDraft(_ desk: Desk) async throws {
        try await desk.write(by: manager) { work in
            let (to, meeting) = (Day(2026, 11, 20) ?? work.today, Day(2026, 12, 10) ?? work.today)
            let paper = try papers.begin(new(to, meeting: meeting, next: nil, title: "Progress of the improvement plans, December meeting", work.session), work)
            let sections = try work.session.facts(of: paper).sections
            let culture = try work.session.plan(ExampleCulture.reference).subject
            guard let section = sections.first(where: { $0.about == culture && $0.content == .updates }) else { return }
            try papers.write(NewSection(heading: section.heading, words: """
                Four webinars on neurodiversity have taken place, and 62 crew and watch managers have begun the leadership programme. Six cohorts have begun and four have finished.

                Still to come before the plan ends:

                - Training in speaking up, which has reached seven of 32 watches.
                - A record of agreed adjustments for everybody who wants one; 40 people have theirs.
                """), in: section, of: paper, work)
        }
    }
}
