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
                    view.latest.map { "\(measure.worded($0.value))\(why($0))" } ?? quiet("None"), view.latest.map { "\($0.on)" } ?? quiet("Never"),
                    "\(tag(view))\(view.stale.map { "<span class=\"why\">\($0.capitalisedFirst).</span>" })\(view.unknown.map { "<span class=\"why\">\($0.capitalisedFirst).</span>" })",
                ]
            })
    }
}

/// For which period a measure says so, and whether that may still be revised; nothing of what somebody read.
func why(_ read: ReadValue) -> HTML {
    let words = [read.period.map { "for \($0)" }, read.isProvisional ? "provisional" : nil].compactMap(\.self).joined(separator: ", ")
    return words.isEmpty ? .empty : "<span class=\"why\">\(words)</span>"
}
