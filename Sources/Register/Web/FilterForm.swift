import Kernel
import Markup

/// What narrows the register: words and facets in one form that gets, so that each view is an address. It works without a script.
struct FilterForm {
    let register: Register
    let query: RegisterQuery
    let facets: [FacetCounts]
    /// The page that it narrows.
    let page: Link

    /// The words to look for, above everything else.
    var search: HTML {
        """
        <form class="search" id="filter" method="get" action="\(page)" role="search"><label for="words">Name, address, postcode or reference</label>\
        <div class="row"><input class="search" id="words" name="words" type="search" value="\(typed)" autocomplete="off" enterkeyhint="search">\
        <button class="button" type="submit">Search</button></div>\(query.box.map { hidden("box", $0.text) })</form>\(notes)
        """
    }

    /// What stands in the field for words: what was typed there, even where it could not be looked for.
    private var typed: String? { query.misread.first { $0.name == "words" }?.value ?? query.words }

    /// What of the address was not understood, and what would be right.
    private var notes: HTML? {
        guard !query.misread.isEmpty else { return nil }
        return notice("""
            <strong>Not all of that was understood.</strong> What is shown leaves it out:<ul>\(query.misread.map { "<li>\($0.sentence)</li>" as HTML })</ul>
            """, .amber)
    }

    /// The facets beside the list; on a phone they are folded.
    var side: HTML {
        """
        <aside class="facets" aria-label="Narrow the register"><details class="all" open><summary>Narrow by type, status, area …</summary>\
        \(facets.filter(isShown).map(facet))<div class="actions"><button class="button quiet" type="submit" form="filter">Apply</button>\
        \(query.isNarrow ? "<a class=\"clear\" href=\"\(page)\">Clear all</a>" as HTML : nil)</div></details></aside>
        """
    }

    /// What it is narrowed to, each with a way back.
    var chips: HTML {
        var chips: [HTML] = []
        func chip(_ words: String, _ without: RegisterQuery) {
            chips.append("<li><a href=\"\(without.link(page))\">\(words)<span class=\"unseen\">: take this away</span></a></li>")
        }
        if let words = query.words {
            var without = query.at(page: 1)
            without.words = nil
            chip("“\(words)”", without)
        }
        for facet in Facet.allCases {
            for key in query[facet] { chip(register.words(of: facet, key), query.toggling(facet, key)) }
        }
        if query.box != nil {
            var without = query.at(page: 1)
            without.box = nil
            chip("Part of the map", without)
        }
        return chips.isEmpty ? .empty : "<ul class=\"chips\" aria-label=\"Narrowed to\">\(chips)</ul>"
    }

    private static let sorts: [(String, String)] = [
        ("", "Best match, then newest"), ("served", "Earliest served"), ("-served", "Latest served"), ("-changed", "Last changed"), ("premises", "Premises, A to Z"),
        ("area", "Authority area"), ("comply", "Next to comply"), ("reference", "Reference"),
    ]

    var sorting: HTML {
        let written = query.sort.map { (query.isDescending ? "-" : "") + $0.rawValue } ?? ""
        let options = FilterForm.sorts.map { "<option value=\"\($0.0)\" \(flag: "selected", $0.0 == written)>\($0.1)</option>" as HTML }
        return "<div class=\"sorting\"><label for=\"sort\">Sort by</label><select id=\"sort\" name=\"sort\" form=\"filter\">\(options)</select></div>"
    }

    /// A facet of one value that everything has tells nothing: the service, while there is but one.
    private func isShown(_ counts: FacetCounts) -> Bool { counts.facet != .service || counts.values.count > 1 }

    private func facet(_ counts: FacetCounts) -> HTML {
        let name = counts.facet.rawValue
        let isOpen = counts.isChosen || counts.facet == .type || counts.facet == .status
        let choices = counts.values.enumerated().map { place, value -> HTML in
            let id = "\(name)-\(place)"
            return """
                <li class="\(value.count == 0 ? "none" : "")"><label class="choice"><input type="checkbox" id="\(id)" name="\(name)" value="\(value.key)" form="filter" \
                \(flag: "checked", value.isChosen)> <span>\(register.words(of: counts.facet, value.key))</span></label> \
                <span class="count" id="\(id)-count">\(grouped(value.count))</span></li>
                """
        }
        return """
            <details class="facet" \(flag: "open", isOpen)><summary id="\(name)-title">\(counts.facet.words)</summary>\
            <ul aria-labelledby="\(name)-title">\(choices)</ul></details>
            """
    }
}
