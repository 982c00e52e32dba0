import Kernel
import Markup
import Web

/// All reviews on a day, the latest first, and above them the plans that an inspectorate still waits for.
struct ReviewListPage {
    let views: [ReviewView]
    let filter: ReviewFilter
    let spoken: Spoken
    let page: Link
    let viewer: Viewer

    var whole: Page {
        Page(title: "Reviews", section: "reviews", body: """
            \(lead("Reviews", under: "Who looked at the service, what they judged, and which plan answers them.", actions: deeds))\
            \(waited)\(narrowing)\(list)
            """)
    }

    private var deeds: [HTML] {
        (viewer.mayKeep && !views.isEmpty ? [button("Put a review on record", to: ReviewLinks.new)] : [])
            + [button("Inspection rounds", to: ReviewLinks.rounds, quiet: true)]
    }

    /// Plans that were asked for and have not gone.
    private var waited: HTML? {
        let open = views.flatMap { view in view.concerns.map { (view, $0) } }.compactMap { view, concern -> HTML? in
            switch concern.standing {
            case .due, .overdue:
                "<li><a href=\"\(viewer.link(ReviewLinks.review(view.review).at("concerns")))\">\(shortened(concern.concern.words))</a> \(deadline(concern))</li>"
            case .submitted, nil: nil
            }
        }
        return open.isEmpty ? nil : card("Plans the inspectorate waits for", id: "waited-for", "<ul>\(open)</ul>")
    }

    private var narrowing: HTML? {
        guard views.count > 1 else { return nil }
        let kinds = [("", "Every kind")] + Review.Kind.allCases.map { ($0.rawValue, $0.words) }
        let standings = [("", "Any standing")] + ReviewView.Standing.allCases.map { ($0.rawValue, $0.words) }
        return filters(
            to: ReviewLinks.list, keep: [("on", viewer.isToday ? "" : viewer.day.iso), ("sort", page.query.first { $0.name == "sort" }?.value ?? "")],
            clear: filter.isEmpty ? nil : viewer.link(ReviewLinks.list), """
                \(select("kind", "Kind", options: kinds, chosen: filter.kind?.rawValue))\
                \(select("standing", "Standing", options: standings, chosen: filter.standing?.rawValue))
                """)
    }

    private var list: HTML {
        guard !views.isEmpty else {
            return empty(
                viewer.isToday ? "No review is on record yet. Begin with the one that your plan answers." : "No review was on record on this day.",
                action: viewer.mayKeep ? button("Put a review on record", to: ReviewLinks.new) : nil)
        }
        let chosen = filter.chosen(from: views)
        guard !chosen.isEmpty else { return empty("No review is of that kind and standing. Clear the choices to see all \(views.count).") }
        let sorting = filter.sorting(page)
        return card(nil, table(
            columns: [
                Column("Review", .wide, key: "title", in: sorting), Column("By", key: "reviewer", in: sorting),
                Column("Commissioned", .day, key: "commissioned", in: sorting), Column("Reported", .day, key: "reported", in: sorting),
                Column("Asks for"), Column("Answered by", .wide),
            ],
            rows: chosen.map { view in
                [
                    "<a href=\"\(viewer.link(ReviewLinks.review(view.review)))\">\(view.review.title)</a> <span class=\"why\">\(view.review.kind.words)</span>",
                    "\(view.review.reviewer)", "\(view.review.commissionedOn)", reported(view), asks(view), spoken.link(view.review.plan) ?? quiet("No plan"),
                ]
            }))
    }

    private func reported(_ view: ReviewView) -> HTML {
        guard view.standing == .reported, let day = view.review.reportedOn else { return tag(view.standing.words, view.standing.tone) }
        return "\(day)"
    }

    private func asks(_ view: ReviewView) -> HTML {
        let causes = view.concerns.count { $0.concern.kind == .causeOfConcern }
        let areas = view.concerns.count - causes
        let words = [
            causes > 0 ? counted(causes, "cause of concern", "causes of concern") : nil,
            areas > 0 ? counted(areas, "area for improvement", "areas for improvement") : nil,
            view.recommendations.isEmpty ? nil : counted(view.recommendations.count, "recommendation"),
        ].compactMap(\.self)
        return words.isEmpty ? quiet("Nothing yet") : "\(listed(words).capitalisedFirst)"
    }
}

/// Which reviews are shown, and in what order, as the address says.
struct ReviewFilter: Sendable {
    let kind: Review.Kind?
    let standing: ReviewView.Standing?
    let sort: String?

    init(_ query: AddressQuery) {
        kind = query["kind"].flatMap(Review.Kind.init(rawValue:))
        standing = query["standing"].flatMap(ReviewView.Standing.init(rawValue:))
        sort = query["sort"]
    }

    var isEmpty: Bool { kind == nil && standing == nil }

    func sorting(_ page: Link) -> Sorting { Sorting(page: page, written: sort) }

    func chosen(from views: [ReviewView]) -> [ReviewView] {
        let found = views.filter { (kind == nil || $0.review.kind == kind) && (standing == nil || $0.standing == standing) }
        let sorting = Sorting(page: ReviewLinks.list, written: sort)
        let sorted: [ReviewView] = switch sorting.key {
        case "title": found.stablySorted { $0.review.title.lowercased() }
        case "reviewer": found.stablySorted { $0.review.reviewer.lowercased() }
        case "commissioned": found.stablySorted { $0.review.commissionedOn }
        case "reported": found.stablySorted { $0.review.reportedOn ?? Day(number: Int(Int32.max)) }
        default: found
        }
        return sorting.order == .descending && sorting.key != nil ? sorted.reversed() : sorted
    }
}
