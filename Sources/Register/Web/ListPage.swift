import Kernel
import Markup

/// The register as a list: what is asked for, the newest first, with the facets beside it.
struct ListPage {
    let register: Register
    let answer: RegisterAnswer
    /// What was asked for, on a page that there is.
    let query: RegisterQuery

    init(_ register: Register, _ query: RegisterQuery) {
        self.register = register
        answer = register.answer(query)
        self.query = query.among(pages: answer.pages)
    }

    var page: PublicPage {
        let form = FilterForm(register: register, query: query, facets: answer.facets, page: RegisterLinks.list)
        return PublicPage(
            title: query.words.map { "“\($0)”" } ?? "Notices", section: .list, filter: query.filter, status: query.status,
            canonical: query.isNarrow || query.page > 1 ? nil : RegisterLinks.list, body: """
                <div class="opening"><h1>Fire safety notices</h1>\
                <p>Notices that \(register.service) has served on those responsible for premises, where the law has them made public.</p>\(form.search)</div>\
                <div class="browse">\(form.side)<section class="outcome" aria-label="Notices"><div class="tools">\(form.sorting)\
                <div class="views">\(views(query))</div></div><div id="results">\(results(form))</div></section></div>
                """)
    }

    private func views(_ query: RegisterQuery) -> HTML {
        """
        <a href="\(query.filter.link(RegisterLinks.map))">On the map</a> <a href="\(query.filter.link(RegisterLinks.statistics))">In figures</a> \
        <span class="take">Take away: <a href="\(query.at(page: 1).link(RegisterLinks.file(.notices)))">CSV</a> \
        <a href="\(query.at(page: 1).link(RegisterLinks.file(.json)))">JSON</a> <a href="\(query.at(page: 1).link(RegisterLinks.file(.map)))">GeoJSON</a> \
        <a href="\(query.filter.link(RegisterLinks.feed))">Feed</a></span>
        """
    }

    private func results(_ form: FilterForm) -> HTML {
        let count: HTML = query.isNarrow
            ? "<strong>\(grouped(answer.total))</strong> of \(grouped(register.entries.count)) notices" : howMany(answer.total)
        let head: HTML = "<p class=\"total\" role=\"status\">\(count)</p>\(form.chips)"
        guard !answer.rows.isEmpty else { return "\(head)\(nothing)" }
        return "\(head)<ol class=\"entries\" start=\"\((query.page - 1) * 25 + 1)\">\(answer.rows.map { "<li>\(entryCard($0))</li>" as HTML })</ol>\(pager)"
    }

    private var nothing: HTML {
        guard query.isNarrow else {
            return empty("No notice is in the register now. One is entered once the time for an appeal has passed, and stays for at least three years from the day of service.")
        }
        let words: HTML? = query.words == nil ? nil : "Fewer words find more, and the beginning of a word is enough. "
        return empty("Nothing in the register is like that. \(words)A notice is entered only when the time for an appeal has passed.",
                     action: "<a class=\"button quiet\" href=\"\(RegisterLinks.list)\">Show the whole register</a>")
    }

    private var pager: HTML {
        let pages = answer.pages
        guard pages > 1 else { return .empty }
        func step(_ words: String, _ page: Int, _ relation: String) -> HTML? {
            guard (1...pages).contains(page) else { return nil }
            return "<a class=\"button quiet\" rel=\"\(relation)\" href=\"\(query.at(page: page).link())\">\(words)</a>"
        }
        return """
            <nav class="pager" aria-label="Pages">\(step("Previous", query.page - 1, "prev"))<span>Page \(query.page) of \(grouped(pages))</span>\
            \(step("Next", query.page + 1, "next"))</nav>
            """
    }
}

/// An entry in a list: what and where, how it stands, since when.
func entryCard(_ entry: PublicEntry) -> HTML {
    let tags: HTML = entry.full.map { "\(tag($0.kind.words, $0.kind.tone)) \(tag($0.status.words, $0.status.tone))" } ?? tag(entry.extent.words, .grey)
    let when: HTML = entry.full.map { full in
        let day: HTML = if let complied = full.complied { "Complied with on \(complied)" }
            else if let due = full.complyBy { "To comply by \(due)" } else { "\(full.kind == .alterations ? "Until withdrawn" : "Until remedied")" }
        return "<span>Served on \(served(entry)), \(full.served)</span> <span>\(day)</span>"
    } ?? "<span>Served on \(served(entry))</span>"
    let source: HTML? = entry.source.map { "<p class=\"source\">From the register of \($0.name)</p>" }
    return """
        <article class="entry"><h2><a href="\(RegisterLinks.entry(entry))">\(entry.premises)</a></h2>\
        <p class="where">\(entry.addressLines.joined(separator: ", "))</p>\
        <p class="tags">\(tags)</p>\
        <p class="when">\(when) <span class="ref">\(entry.reference)</span></p>\(source)</article>
        """
}

/// Whom it was served on: the first, and how many others.
private func served(_ entry: PublicEntry) -> String {
    let others = entry.persons.count - 1
    return (entry.persons.first?.name ?? "whoever is responsible") + (others < 1 ? "" : " and \(counted(others, "other"))")
}

extension PublicEntry.Kind {
    var tone: Tone {
        switch self {
        case .alterations: .blue
        case .enforcement: .amber
        case .prohibition: .red
        }
    }
}

extension PublicEntry.Status {
    var tone: Tone {
        switch self {
        case .inForce: .blue
        case .complied: .green
        case .withdrawn, .ended: .grey
        }
    }
}
