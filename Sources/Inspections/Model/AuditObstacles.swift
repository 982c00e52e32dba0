public import Kernel

/// Something that stands between an audit and its completion, with what would put it right.
public struct AuditObstacle: Sendable, Equatable {
    /// That of the refusal with which completing is refused for it.
    public let code: String
    public let sentence: String
    /// The field of the working form in which it is put right; nil where that is done elsewhere.
    public let field: String?

    init(_ code: String, _ sentence: String, in field: String? = nil) { (self.code, self.sentence, self.field) = (code, sentence, field) }
}

extension AuditSheet {
    /// What it still lacks before the audit can be completed on a day.
    public func obstacles(on day: Day) -> [AuditObstacle] {
        var obstacles: [AuditObstacle] = []
        func need(_ isThere: Bool, _ obstacle: AuditObstacle) {
            if !isThere { obstacles.append(obstacle) }
        }
        need(carriedOut != nil, AuditObstacle("audit-without-day", "Give the day on which it was carried out.", in: "carried-out"))
        if let carriedOut { need(carriedOut <= day, AuditObstacle("audit-without-day", "It is to be carried out on \(carriedOut), which has not come by \(day).", in: "carried-out")) }
        need(onSite.map { $0 > Quantity(0) } ?? false, AuditObstacle("audit-without-hours", "Give the hours on site.", in: "on-site"))
        need(!findings.isEmpty, AuditObstacle("audit-without-findings", "Say how at least one article stands.", in: "findings"))
        for finding in findings where finding.level.isDeficient && finding.found == nil {
            obstacles.append(AuditObstacle("finding-without-words", "Article \(finding.article) stands at \(finding.level.numbered). Write down what was seen.", in: "found-\(finding.article)"))
        }
        need(result != nil, AuditObstacle("audit-without-result", "Say whether the result is satisfactory.", in: "result"))
        if result == .unsatisfactory, !findings.isEmpty {
            need(findings.contains { $0.found != nil }, AuditObstacle("unsatisfactory-without-finding", "The result is unsatisfactory, and nothing is written down as seen. Say what was seen against an article.", in: "findings"))
        }
        need(!outcomes.isEmpty, AuditObstacle("audit-without-outcome", "Say what follows.", in: "outcomes"))
        if departure == nil {
            obstacles += contradictions.map { AuditObstacle("outcome-unexplained", "\($0). Change one of them, or say why it is so.", in: "departure") }
        }
        if let asking = outcomes.first(where: \.asksForFollowUp) {
            need(followUp != nil, AuditObstacle("follow-up-missing", "“\(asking.words)” asks for somebody to come again. Give the day of the follow-up.", in: "follow-up"))
        }
        need(nextBecause != nil, AuditObstacle("next-due-missing", nextDue == nil ? "Say when the premises are next due, and why; or why they are not due again." : "Say why they are next due on that day.", in: "next-because"))
        return obstacles
    }
}
