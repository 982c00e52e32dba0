import Hummingbird
import Kernel
import Markup

extension API {
    /// The page of each problem, for whoever follows its type, and the list of all.
    func hangProblems(on everyone: Routes<PublicContext>) {
        everyone.get("problems") { _, context in context.page(list) }
        everyone.get("problems/:code") { _, context in
            let code = try context.part("code")
            guard let problem = problems.first(where: { $0.code == code }) else { throw Refusal.notHere }
            return context.page(problem.page)
        }
    }

    private var list: Page {
        let rows = problems.map { problem -> [HTML] in
            ["<a href=\"\(Link("problems", problem.code))\">\(problem.code)</a>", "\(problem.title)", "\(problem.status)"]
        }
        return Page(title: "Problems", section: "problems", hasDay: false, body: """
            \(lead("Problems", under: "What Muster answers when it does not do what a program asked, by its code."))\
            \(card(nil, table(columns: [Column("Code", .wide), Column("What it is", .wide), Column("Status", .number)], rows: rows)))
            """)
    }
}

extension ExplainedProblem {
    fileprivate var page: Page {
        Page(title: title, crumbs: [("Problems", Link("problems"))], section: "problems", hasDay: false, body: """
            \(lead(title, under: "The code \(code), answered with status \(status)."))\
            \(card("What it means", "<p>\(meaning)</p>"))\(card("What to do", "<p>\(remedy)</p>"))
            """)
    }
}
