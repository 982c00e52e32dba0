import Kernel
import Markup
import Storage
import Web

/// How a measure stands, as its tag: a shape, a word and a colour.
func tag(_ view: MeasureView) -> HTML {
    switch view.holds {
    case true?: tag("Holds", .green)
    case false?: tag(view.measure.polarity == .higher ? "Below its threshold" : "Above its threshold", .amber)
    case nil: tag(view.unknown == nil ? "Not read yet" : "Not known", .grey)
    }
}

/// What a finding or an action is measured by, with the latest reading of each.
struct MeasureCard<Item: PlanItem> {
    let of: Item
    let plan: Plan
    let views: [MeasureView]
    let viewer: Viewer

    var card: HTML {
        guard !views.isEmpty || viewer.mayKeep else { return .empty }
        let list = views.isEmpty
            ? empty("Nothing measures it yet. A measure shows by a number whether it worked, and goes on being watched when it is closed.")
            : MeasureTable(views: views, plan: plan, viewer: viewer).table
        let add = viewer.mayKeep ? [button("Add a measure", to: PlanLinks.newMeasure(of, plan), quiet: true)] : []
        return Markup.card("Measures", id: "measures", actions: add, list)
    }
}

/// Measures as rows.
struct MeasureTable {
    let views: [MeasureView]
    let plan: Plan
    let viewer: Viewer

    var table: HTML {
        Markup.table(
            columns: [Column("Measure", .wide), Column("Wanted"), Column("Latest"), Column("Read on", .day), Column("Standing")],
            rows: views.map { view in
                let measure = view.measure
                return [
                    "<a href=\"\(viewer.link(PlanLinks.measure(measure, plan)))\">\(measure.title)</a>", "\(measure.wanted.capitalisedFirst)",
                    view.latest.map { "\(measure.worded($0))\(why($0))" } ?? quiet("None"), view.latest.map { "\($0.on)" } ?? quiet("Never"),
                    "\(tag(view))\(why(view.stale))\(why(view.unknown))",
                ]
            })
    }
}

/// For which period a measure says so; nothing of what somebody read.
func why(_ read: ReadValue) -> HTML {
    read.period.map { "<span class=\"why\">for \($0)</span>" } ?? .empty
}

/// A sentence in small letters, where there is one.
func why(_ words: String?) -> HTML { words.map { "<span class=\"why\">\($0.capitalisedFirst).</span>" } ?? .empty }
