import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// What the pages of plans are kept by: all that decides what is on one, besides what is on record.
struct PlanPageKey: Hashable {
    /// Who sees the same: everybody who may keep plans or everybody who may not, or one person alone.
    enum Viewers: Hashable {
        case all(mayKeep: Bool)
        case one(Actor)
    }

    let page: String
    let filter: PlanFilter
    /// The day shown, and the day it is: what is offered and what is today's both hang on it.
    let day: Day
    let today: Day
    let viewers: Viewers
}

/// What this slice keeps in memory between requests.
public struct KeptPlans: Sendable {
    let shelf: PlanShelf
    let pages: Kept<PlanPageKey, KeptPage>
    /// Plans as seen on a day, by the version of their facts.
    let views: Kept<ViewKey, PlanView>
    /// How plans stood over time, up to a day.
    let courses: Kept<ViewKey, [StandingDay]>

    /// - Parameters:
    ///   - bytes: the most that pages take.
    ///   - records: the most that facts are made of; a service of fifty plans has as many.
    public init(bytes: Int = 8 << 20, records: Int = 60_000) {
        shelf = PlanShelf(most: records)
        pages = Kept(most: bytes)
        views = Kept(most: records / 2)
        courses = Kept(most: records / 10)
    }

    /// For whoever looks once: all is read and made anew.
    public static let nothing = KeptPlans(bytes: 0, records: 0)

    struct ViewKey: Hashable {
        let version: Int
        let day: Day
    }
}

extension PlanPages {
    /// A page of one plan that shows nothing of one's own: the same for all who may do the same.
    func sharedPage(
        _ context: MemberContext, _ name: String, _ reference: String, _ filter: PlanFilter = PlanFilter(),
        _ make: @escaping @Sendable (PlanView, Viewer, Session) throws -> Page
    ) async throws -> Response {
        let mayKeep = PlanPolicy.keeps.allows(context.actor)
        let key = key(context, "\(name) \(reference.lowercased())", filter, .all(mayKeep: mayKeep))
        if let page = try ready(key, context) { return context.page(page) }
        let page = try await desk.read { [kept, key] session in
            let mark = try Journal(session).mark()
            let held = try kept.shelf.facts(of: try session.plan(reference), session)
            if let page = kept.pages.value(key, ofVersion: held.version, at: mark) { return page }
            let view = view(held, on: context.day, at: mark)
            let page = KeptPage(try make(view, try context.viewer(session, token: KeptPage.gap).seeing(view), session))
            // What a person types is seldom asked for twice.
            if filter.words == nil { kept.pages.keep(page, for: key, version: held.version, cost: page.size, at: mark) }
            return page
        }
        return context.page(page)
    }

    /// A page with something of one's own on it, or with more than one plan: good until anything at all is written.
    func ownPage(
        _ context: MemberContext, _ name: String, _ make: @escaping @Sendable (Viewer, Session) throws -> Page
    ) async throws -> Response {
        let key = key(context, name, PlanFilter(), .one(context.actor))
        if let page = try ready(key, context) { return context.page(page) }
        let page = try await desk.read { [kept, key] session in
            let page = KeptPage(try make(try context.viewer(session, token: KeptPage.gap), session))
            kept.pages.keep(page, for: key, cost: page.size, at: try Journal(session).mark())
            return page
        }
        return context.page(page)
    }

    /// Made under the very mark that the visitor's own visit was read with, so it is what a query would give.
    private func ready(_ key: PlanPageKey, _ context: MemberContext) throws -> KeptPage? {
        try PlanPolicy.reads.check(context.actor)
        return context.visit.mark.flatMap { kept.pages.value(key, at: $0) }
    }

    private func key(
        _ context: MemberContext, _ page: String, _ filter: PlanFilter, _ viewers: PlanPageKey.Viewers
    ) -> PlanPageKey {
        PlanPageKey(page: page, filter: filter, day: context.day, today: context.today, viewers: viewers)
    }

    func views(_ session: Session, _ context: MemberContext) throws -> [PlanView] {
        let mark = try Journal(session).mark()
        return try kept.shelf.all(session).map { view($0, on: context.day, at: mark) }
    }

    func view(_ held: PlanShelf.Kept, on day: Day, at mark: JournalMark) -> PlanView {
        let key = KeptPlans.ViewKey(version: held.version, day: day)
        if let view = kept.views.value(key, ofVersion: held.version, at: mark) { return view }
        let view = PlanView(held.facts, on: day)
        kept.views.keep(view, for: key, version: held.version, cost: held.facts.count, at: mark)
        return view
    }

    /// How a plan stood over time. Only the counts are kept: the views they are taken from are many and large.
    func course(of plan: Plan, through day: Day, _ session: Session) throws -> [StandingDay] {
        let (held, mark) = (try kept.shelf.facts(of: plan, session), try Journal(session).mark())
        let key = KeptPlans.ViewKey(version: held.version, day: day)
        if let course = kept.courses.value(key, ofVersion: held.version, at: mark) { return course }
        let view = view(held, on: day, at: mark)
        let course = held.facts.daysOfCourse(through: day).mapTogether { StandingDay(view.on($0)) }
        kept.courses.keep(course, for: key, version: held.version, cost: course.count, at: mark)
        return course
    }
}
