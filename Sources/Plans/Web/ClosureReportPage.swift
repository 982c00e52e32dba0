import Documents
import Kernel
import Markup
import Web

/// The closure report as it is printed, and the files that it is taken away as.
struct ClosureReportPage {
    let document: ClosureDocument
    let plan: Plan
    let viewer: Viewer

    var page: Page {
        Page(
            title: "Closure report",
            crumbs: [
                ("Plans", viewer.link(PlanLinks.list)), (plan.title, viewer.link(PlanLinks.plan(plan))), ("Closing", viewer.link(PlanLinks.closure(plan))),
            ],
            section: "plans", scope: "plan/\(plan.id)", body: """
                \(lead("Closure report: \(plan.title)", under: "\(document.under)"))\(downloads)\
                <article class="paper">\(document.blocks.html())</article>
                """)
    }

    private var downloads: HTML {
        let files = PaperFormat.allCases.map { "<a href=\"\(viewer.link(PlanLinks.closureReport(plan, $0)))\">\($0.words)</a>" as HTML }
        return "<p class=\"small onscreen\">Take it away: \(files.joined(by: ", ")).</p>"
    }
}
