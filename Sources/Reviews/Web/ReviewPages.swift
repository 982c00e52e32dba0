import Hummingbird
import Kernel
public import Markup
import People
public import Storage
public import Web

/// The pages of reviews. What managers do there hangs beside these, in `ReviewKeeping` and `PartKeeping`.
public struct ReviewPages: Sendable {
    let desk: Desk
    let naming: Naming
    let reviews: Reviews

    /// - Parameter naming: what reviews can speak of, by all the slices there are.
    public init(desk: Desk, naming: Naming) {
        self.desk = desk
        self.naming = naming
        reviews = Reviews(naming: naming)
    }

    public func hang(on site: SiteRoutes) {
        let members = site.members
        reading(members)
        keepingReviews(members)
        keepingRecommendations(members)
        keepingConcerns(members)
    }

    /// This slice's entry of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        visit == nil ? [] : [NavigationItem("Reviews", ReviewLinks.list)]
    }

    private func reading(_ members: Routes<MemberContext>) {
        members.get("inspection-rounds") { _, context in
            try ReviewPolicy.reads.check(context.actor)
            return context.page(RoundsPage().page)
        }
        members.get("reviews") { _, context in
            let (viewer, filter, here) = (try context.viewer, ReviewFilter(context.query), context.here)
            return context.page(try await desk.read { session in
                let views = try session.reviewViews(on: viewer.day)
                let spoken = Spoken(names: try naming.names(of: views.compactMap(\.review.plan), session), viewer: viewer)
                return ReviewListPage(views: views, filter: filter, spoken: spoken, page: here, viewer: viewer).whole
            })
        }
        members.get("reviews/:review") { _, context in
            let (viewer, reference) = (try context.viewer, try context.part("review"))
            return context.page(try await desk.read { session in
                let view = try session.view(of: session.review(reference), on: viewer.day)
                return ReviewPage(view: view, spoken: Spoken(names: try naming.names(of: view.subjects, session), viewer: viewer), viewer: viewer).page
            })
        }
        members.get("reviews/:review/history") { _, context in
            let (viewer, reference) = (try context.viewer, try context.part("review"))
            return context.page(try await desk.read { session in
                let review = try session.review(reference)
                let told = try RecordHistory(of: review.subject, session) { states in
                    ReviewWords(names: try naming.names(of: states.flatMap(\ReviewState.subjects), session))
                }
                return told.page(
                    of: review.title, crumbs: [("Reviews", viewer.link(ReviewLinks.list)), (review.title, viewer.link(ReviewLinks.review(review)))],
                    section: "reviews")
            })
        }
        members.get("reviews/:review/export/:format") { _, context in
            let (viewer, reference, format) = (try context.viewer, try context.part("review"), try ReviewExport.Format(named: context.part("format")))
            let export = try await desk.read { session in
                let view = try session.view(of: session.review(reference), on: viewer.day)
                return ReviewExport(view: view, names: try naming.names(of: view.subjects, session))
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
    }

    // MARK: Forms

    /// A form as a reader would find it; who may not keep reviews finds none.
    func form(_ context: MemberContext, _ make: @escaping @Sendable (Viewer, Session) throws -> Page) async throws -> Page {
        try ReviewPolicy.keeps.check(context.actor)
        let viewer = try context.viewer
        return try await desk.read { session in try make(viewer, session) }
    }

    func reviewForm(
        _ context: MemberContext, _ make: @escaping @Sendable (ReviewView, Viewer, Session) throws -> Page
    ) async throws -> Page {
        let reference = try context.part("review")
        return try await form(context) { viewer, session in
            try make(session.view(of: session.review(reference), on: viewer.today), viewer, session)
        }
    }

    func offered(_ session: Session) throws -> Offered { Offered(all: try naming.all(session, of: ["document", "plan", "finding"])) }
}
