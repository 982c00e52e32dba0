import Documents
import HTTPTypes
import Kernel
import Markup
import People
import Premises
import Storage
public import Web

/// What programs can do with the risk method and the scores.
public struct RiskOperations: Sendable {
    let risk = Risk()
    private let rankings = KeptRankings()

    public init() {}

    public var all: [Operation] { scoring + trying + methods + marking }

    static let edition = Parameter.query("edition", .text(atMost: 60), "Score by this edition, by its name or number; the one in force when left out.")

    static let filters: [Parameter] = [
        .query("band", .text(atMost: 40), "Only premises in this band, by its code."), .query("type", .choice(PremisesType.self), "Only premises of this type."),
        .query("due", .choice(RiskFilter.Due.self), "Only premises of which this is so."),
        .query("sort", .choice(RiskFilter.Order.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }), "The order; a dash turns it round."),
    ]

    private var scoring: [Operation] {
        [
            .reading("showRiskBands", "risk/bands", "All premises counted by band, with what is overdue", .scope(.riskRead), takes: [.day, Self.edition], gives: RiskStandingPayload.schema,
                     refuses: ["no-risk-method", "risk-edition-not-found"]) { call, session in
                try RiskPolicy.reads.check(call.actor)
                return try .showing(RiskStandingPayload(session.riskStanding(call.riskEdition(session), on: call.day)))
            },
            .listing("listRiskScores", "risk/scores", "Premises by their score, the highest first", .scope(.riskRead), takes: Self.filters + [.day, Self.edition], of: ScoredLine.schema,
                     refuses: ["no-risk-method", "risk-edition-not-found"]) { call, session in
                try RiskPolicy.reads.check(call.actor)
                let ranking = try rankings.ranking(RiskFilter(call.query), call.riskEdition(session), on: call.day, session)
                return try call.page(known: ranking.entries, by: { "\($0.id)" }, reading: { try ranking.items($0).map { ScoredLine($0, on: call.day) } })
            },
            .handing("exportRiskScores", "risk/scores/export/{format}", "The same as a table to keep: at most \(RiskExport.mostInWords)", .scope(.riskRead),
                     takes: Self.filters + [.day, Self.edition, .part("format", .reference, "csv or xlsx.")], types: TableFile.Format.allCases.map(\.type),
                     refuses: ["no-such-format", "no-risk-method", "risk-edition-not-found", "risk-too-many"]) { call in
                try RiskPolicy.reads.check(call.actor)
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { session in try RiskExport(RiskFilter(call.query), call.riskEdition(session), on: call.day, session) }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
            .reading("showRiskScore", "risk/premises/{premises}", "How premises score, line by line, with what is known of them", .scope(.riskRead), takes: [.day, Self.edition],
                     gives: RiskScorePayload.schema, refuses: ["premises-not-found", "premises-not-known-then", "no-risk-method", "risk-edition-not-found"]) { call, session in
                try RiskPolicy.reads.check(call.actor)
                return try shown(session.premises(call.part("premises")), call, session)
            },
        ]
    }

    private var trying: [Operation] {
        let before = Parameter.query("before", .text(atMost: 60), "The edition to begin from, by its name or number; the one in force when left out.")
        let after = Parameter.query("after", .text(atMost: 60), "The edition to try; the latest other when left out.")
        let choices: [Parameter] = [
            .query("from", .text(atMost: 40), "Only premises that move from this band, by its code."), .query("to", .text(atMost: 40), "Only premises that move to this band."),
            .query("reason", .text(atMost: 40), "Only premises for which this table makes most of the difference, by its code; none where the tables agree."),
            .query("type", .choice(PremisesType.self), "Only premises of this type."),
        ]
        return [
            .reading("compareRiskMethods", "risk/comparison", "Who moves band between two editions, counted", .scope(.riskRead), takes: [.day, before, after], gives: RiskComparisonPayload.schema,
                     refuses: ["risk-edition-not-found"]) { call, session in
                try RiskPolicy.reads.check(call.actor)
                let (one, other) = try call.twoEditions(session)
                return try .showing(RiskComparisonPayload(session.compared(one, other, on: call.day)))
            },
            .listing("listRiskMoves", "risk/comparison/premises", "Who moves band between two editions, and why", .scope(.riskRead), takes: choices + [.day, before, after], of: MovedLine.schema,
                     refuses: ["risk-edition-not-found"]) { call, session in
                try RiskPolicy.reads.check(call.actor)
                let (one, other) = try call.twoEditions(session)
                let moves = try session.moves(RiskMoveFilter(call.query), one, other, on: call.day)
                return try call.page(known: moves.ids, by: { "\($0)" }, reading: { try moves.items($0).map(MovedLine.init) })
            },
            .handing("exportRiskMoves", "risk/comparison/export/{format}", "The same as a table to keep", .scope(.riskRead),
                     takes: choices + [.day, before, after, .part("format", .reference, "csv or xlsx.")], types: TableFile.Format.allCases.map(\.type),
                     refuses: ["no-such-format", "risk-edition-not-found", "risk-too-many"]) { call in
                try RiskPolicy.reads.check(call.actor)
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { session in
                    let (one, other) = try call.twoEditions(session)
                    return try RiskMovesExport(RiskMoveFilter(call.query), one, other, on: call.day, session)
                }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
            .reading("backTestRiskMethod", "risk/back-test", "What a method would have found in a period that has passed, and when", .scope(.riskRead),
                     takes: [.day, Self.edition, .query("from", .day, "The first day; a year before the last when left out."), .query("through", .day, "The last day; the day looked at when left out.")],
                     gives: BackTestPayload.schema, refuses: ["no-risk-method", "risk-edition-not-found"]) { call, session in
                try RiskPolicy.reads.check(call.actor)
                let (from, through) = BackTestPeriod.read(call.query["from"], call.query["through"], on: call.day)
                return try .showing(BackTestPayload(session.backTest(call.riskEdition(session), from: from, through: through)))
            },
        ]
    }

    func shown(_ premises: Premises, _ call: Call, _ session: Session) throws -> Reply {
        try .showing(RiskScorePayload(session.scored(premises, by: call.riskEdition(session), on: call.day)), version: premises.version)
    }
}

extension Call {
    /// The edition asked for, or the one in force.
    ///
    /// - Throws: `risk-edition-not-found`, `no-risk-method`
    fileprivate func riskEdition(_ session: Session) throws -> RiskEdition {
        try query["edition"].map { try session.riskEdition(named: $0) } ?? session.riskMethodInForce(on: day)
    }

    /// - Throws: `risk-edition-not-found`
    fileprivate func twoEditions(_ session: Session) throws -> (RiskEdition, RiskEdition) {
        let all = try session.all(RiskEdition.self, "ORDER BY id")
        let before = try query["before"].map { try session.riskEdition(named: $0) } ?? all.inForce(on: day) ?? all.first
        let after = try query["after"].map { try session.riskEdition(named: $0) } ?? all.last { $0.id != before?.id }
        guard let before, let after else { throw Refusal.twoEditions }
        return (before, after)
    }
}
