public import ArgumentParser
import Kernel
import People
import Storage

/// A case named at the command line.
struct CaseArgument: ParsableArguments, Sendable {
    @Argument(help: "The case’s reference.", completion: .cases) var reference: String

    func find(_ session: Session) throws -> EnforcementCase { try session.enforcementCase(reference) }
}

/// A notice named at the command line.
struct NoticeArgument: ParsableArguments, Sendable {
    @Argument(help: "The notice’s reference.", completion: .notices) var reference: String

    func find(_ session: Session) throws -> Notice { try session.notice(reference) }
}

extension WritingOptions {
    /// The reason of what a record keeps a reason for.
    ///
    /// - Throws: `fields-need-attention`
    func reason() throws -> String {
        guard let because, !because.isEmpty else { throw Refusal.fields([.init("because", "Say why, with --because.")]) }
        return because
    }
}

extension CompletionKind {
    static let cases = CompletionKind.kept { session, _ in try session.all(EnforcementCase.self, "ORDER BY id DESC LIMIT 200").map(\.reference.text) }
    static let notices = CompletionKind.kept { session, _ in try session.all(Notice.self, "ORDER BY id DESC LIMIT 200").map(\.reference.text) }
}

extension NoticeType: ExpressibleByArgument {}
extension EnforcementCase.Origin: ExpressibleByArgument {}
extension CaseFilter.Standing: ExpressibleByArgument {}

extension NoticePayload {
    /// A notice as a person reads it.
    var inWords: String {
        let (steps, obstacles) = (steps.map { "  \($0)" }, obstacles.map { "  \($0.sentence)" })
        let clock = clock.map { ["  \($0.day)", $0.event, $0.working, $0.provision ?? ""].filter { !$0.isEmpty }.joined(separator: ": ") }
        let events = events.map { event in
            "  \(event.number). \(event.on): \(event.kind.words)" + (event.who.map { " (\($0))" } ?? "") + (event.recipient.map { ", \($0)" } ?? "") + (event.until.map { ", \($0)" } ?? "") + (event.note.map { ". \($0)" } ?? "")
        }
        return (["\(notice.reference), \(notice.type.words.lowercased()), in case \(notice.case), version \(notice.version)", "\(notice.premises): \(notice.address)",
                 "As on \(on): \(notice.state.words.lowercased()), \(notice.why).", "On: \(recipients.isEmpty ? "nobody named" : listed(recipients))",
                 "Articles: \(articles.isEmpty ? "none named" : listed(articles))"]
            + (obstacles.isEmpty ? [] : ["Before it can be approved"] + obstacles) + (steps.isEmpty ? [] : ["Steps"] + steps) + (substance.map { ["For the public: \($0)"] } ?? [])
            + (clock.isEmpty ? [] : ["Clock"] + clock) + (events.isEmpty ? [] : ["What happened"] + events)).joined(separator: "\n")
    }
}

extension CasePayload {
    var inWords: String {
        let own = self.case
        let findings = findings.map { "  \($0.number). Article \($0.article), \($0.on): \($0.found)" }
        let reason = rationale.map { ["Rationale: risk \($0.risk.rawValue), gap \($0.gap.rawValue), expected \($0.expectation.words.lowercased()), concluded \($0.conclusion.words.lowercased())" + ($0.departure.map { ", since: \($0)" } ?? "")] } ?? []
        let outcomes = outcomes.map { "  \($0.number). \($0.on): \($0.kind.words). \($0.words)" + ($0.result.map { " Result: \($0)" } ?? "") }
        let notices = notices.map { "  \($0.reference): \($0.type.words), \($0.state.words.lowercased())" }
        return (["\(own.reference): \(own.title)", "\(own.premises): \(own.address)", "Officer: \(own.officer). \(own.origin.words), opened on \(own.opened)" + (own.closed.map { ", closed on \($0)" } ?? "") + "."]
            + (findings.isEmpty ? ["Nothing was recorded as found."] : ["Findings"] + findings) + reason + (notices.isEmpty ? [] : ["Notices"] + notices)
            + (outcomes.isEmpty ? [] : ["Done besides"] + outcomes)).joined(separator: "\n")
    }
}

extension Session {
    func payload(of notice: Notice, on day: Day) throws -> NoticePayload { try NoticePayload(of: notice, on: day, self) }
    func payload(of own: EnforcementCase, on day: Day) throws -> CasePayload { try CasePayload(of: own, on: day, self) }
}
