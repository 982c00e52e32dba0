import Documents
import Hummingbird
import Kernel
public import Markup
import People
import Premises
public import Storage
public import Web

/// The pages of the risk method and of the scores. What is changed hangs beside these, in `RiskKeeping.swift`.
public struct RiskPages: Sendable {
    let desk: Desk
    let mentions: Mentions
    let risk = Risk()
    private let kept = KeptRisk()
    private let rankings = KeptRankings()

    /// - Parameter mentions: what others say of an edition: the boards that approved it.
    public init(desk: Desk, mentions: Mentions) {
        self.desk = desk
        self.mentions = mentions
    }

    public func hang(on site: SiteRoutes) {
        scores(site.members)
        methods(site.members)
        trying(site.members)
        keepingMethods(site.members)
        marking(site.members)
    }

    /// This part's entry of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] { visit == nil ? [] : [NavigationItem("Risk", RiskLinks.risk)] }

    private func scores(_ members: Routes<MemberContext>) {
        members.get("risk") { _, context in
            let viewer = try context.riskViewer()
            return context.page(try await desk.read { [kept] session in
                let edition = try session.riskEdition(inForceOn: viewer.day)
                return RiskPage(
                    standing: try edition.map { try kept.standing($0, on: viewer.day, session) },
                    drafts: try session.riskEditions(on: viewer.day).filter { $0.adopted == nil }, viewer: viewer).page
            })
        }
        members.get("risk/scores") { _, context in
            let (viewer, asked, number) = (try context.riskViewer(), RiskFilter(context.query), context.pageNumber)
            return context.page(try await desk.read { [rankings] session in
                let edition = try session.riskMethodInForce(on: viewer.day)
                let filter = asked.within(edition.method)
                let (items, count) = try session.scored(filter, edition, on: viewer.day, from: (number - 1) * RiskListPage.size, limit: RiskListPage.size, keeping: rankings)
                return RiskListPage(edition: edition, items: items, count: count, filter: filter, number: number, viewer: viewer).page
            })
        }
        members.get("risk/scores/export/:format") { _, context in
            let (viewer, format, asked) = (try context.riskViewer(), try TableFile.Format(named: context.part("format")), RiskFilter(context.query))
            let export = try await desk.read { session in
                let edition = try session.riskMethodInForce(on: viewer.day)
                return try RiskExport(asked.within(edition.method), edition, on: viewer.day, session)
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("risk/premises/:premises") { _, context in
            let (viewer, reference) = (try context.riskViewer(), try context.part("premises"))
            return context.page(try await desk.read { session in
                ScorePage(scored: try session.scored(session.premises(reference), on: viewer.day), kinds: try session.markerKinds(), viewer: viewer).page
            })
        }
    }

    private func methods(_ members: Routes<MemberContext>) {
        members.get("risk/methods") { _, context in
            let viewer = try context.riskViewer()
            return context.page(try await desk.read { session in RiskMethodListPage(editions: try session.riskEditions(on: viewer.day), viewer: viewer).page })
        }
        members.get("risk/methods/:method") { _, context in
            let (viewer, id) = (try context.riskViewer(), try context.id("method", of: RiskEdition.self))
            return context.page(try await desk.read { session in
                let edition = try session.riskEdition(id)
                return RiskMethodPage(
                    edition: edition, editions: try session.riskEditions(on: viewer.day), said: try mentions.about([edition.subject], on: viewer.day, session), viewer: viewer).page
            })
        }
        members.get("risk/methods/:method/file") { _, context in
            let (_, id) = (try context.riskViewer(), try context.id("method", of: RiskEdition.self))
            let method = try await desk.read { session in try session.riskEdition(id).method }
            return context.download(Array(RiskMethodFile.text(method).utf8), name: RiskMethodFile.name(method), type: "application/json")
        }
    }

    private func trying(_ members: Routes<MemberContext>) {
        members.get("risk/comparison") { _, context in
            let (viewer, query, number) = (try context.riskViewer(), context.query, context.pageNumber)
            return context.page(try await desk.read { [kept] session in
                let editions = try session.riskEditions(on: viewer.day)
                guard let (before, after) = editions.chosen(query, on: viewer.day) else {
                    return RiskComparisonPage(editions: editions, compared: nil, moved: [], count: 0, filter: RiskMoveFilter(), number: 1, viewer: viewer).page
                }
                let filter = RiskMoveFilter(query).within(before.method, after.method)
                let (moved, count) = try session.moved(filter, before, after, on: viewer.day, from: (number - 1) * RiskComparisonPage.size, limit: RiskComparisonPage.size)
                return RiskComparisonPage(
                    editions: editions, compared: try kept.compared(before, after, on: viewer.day, session), moved: moved, count: count, filter: filter, number: number, viewer: viewer).page
            })
        }
        members.get("risk/comparison/export/:format") { _, context in
            let (viewer, format, query) = (try context.riskViewer(), try TableFile.Format(named: context.part("format")), context.query)
            let export = try await desk.read { session in
                guard let (before, after) = try session.riskEditions(on: viewer.day).chosen(query, on: viewer.day) else { throw Refusal.twoEditions }
                return try RiskMovesExport(RiskMoveFilter(query).within(before.method, after.method), before, after, on: viewer.day, session)
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("risk/back-test") { _, context in
            let (viewer, query) = (try context.riskViewer(), context.query)
            return context.page(try await desk.read { session in
                let editions = try session.riskEditions(on: viewer.day)
                let chosen = query["edition"].flatMap { Int64($0) }.flatMap { number in editions.first { $0.id.number == number } }
                let (from, through) = BackTestPeriod.read(query["from"], query["through"], on: viewer.day)
                let report = try session.backTest(chosen ?? session.riskMethodInForce(on: viewer.day), from: from, through: through)
                return BackTestPage(editions: editions, report: report, viewer: viewer).page
            })
        }
    }
}

/// Sums over the whole stock that stay in memory while nothing was written.
private struct KeptRisk: Sendable {
    struct Key: Hashable, Sendable {
        let before: ID<RiskEdition>?
        let edition: ID<RiskEdition>
        let day: Day
    }

    private let standings = Kept<Key, RiskStanding>(most: 64)
    private let comparisons = Kept<Key, ComparedEditions>(most: 64)

    func standing(_ edition: RiskEdition, on day: Day, _ session: Session) throws -> RiskStanding {
        let (key, mark) = (Key(before: nil, edition: edition.id, day: day), try Journal(session).mark())
        if let standing = standings.value(key, at: mark) { return standing }
        let standing = try session.riskStanding(edition, on: day)
        standings.keep(standing, for: key, cost: 1, at: mark)
        return standing
    }

    func compared(_ before: RiskEdition, _ after: RiskEdition, on day: Day, _ session: Session) throws -> ComparedEditions {
        let (key, mark) = (Key(before: before.id, edition: after.id, day: day), try Journal(session).mark())
        if let compared = comparisons.value(key, at: mark) { return compared }
        let compared = try session.compared(before, after, on: day)
        comparisons.keep(compared, for: key, cost: 1, at: mark)
        return compared
    }
}

/// The period of a back-test as an address asks for it.
enum BackTestPeriod {
    /// The year up to the day where nothing is asked for, or nothing that is a period; never beyond the day.
    static func read(_ from: String?, _ through: String?, on day: Day) -> (from: Day, through: Day) {
        let through = min(through.flatMap { Day(iso: $0) }.flatMap { Day.entered.contains($0) ? $0 : nil } ?? day, day)
        let from = from.flatMap { Day(iso: $0) }.flatMap { Day.entered.contains($0) && $0 <= through ? $0 : nil }
        return (from ?? through.adding(months: -12).adding(days: 1), through)
    }
}

extension [RiskEdition] {
    /// The two that an address asks for; the one in force and the latest other where it asks for none.
    func chosen(_ query: AddressQuery, on day: Day) -> (RiskEdition, RiskEdition)? {
        func named(_ name: String) -> RiskEdition? { query[name].flatMap { Int64($0) }.flatMap { number in first { $0.id.number == number } } }
        guard let before = named("before") ?? inForce(on: day) ?? first, let after = named("after") ?? last(where: { $0.id != before.id }), before.id != after.id else { return nil }
        return (before, after)
    }
}

extension MemberContext {
    /// The page of a list that is asked for, from 1.
    fileprivate var pageNumber: Int { max(1, min(100_000, query["page"].flatMap { Int($0) } ?? 1)) }
}

extension Refusal {
    static let twoEditions = Refusal.missing("risk-edition-not-found", "There are no two editions of the risk method of these numbers to compare. The list of methods shows those there are.")
}
