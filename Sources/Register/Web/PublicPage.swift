import HTTPTypes
import Kernel
import Markup
import Web

/// A page for the public: what is the same for everybody who asks.
struct PublicPage {
    enum Section: String, CaseIterable {
        case list, map, statistics, about

        var words: String {
            switch self {
            case .list: "Notices"
            case .map: "Map"
            case .statistics: "Statistics"
            case .about: "About"
            }
        }
    }

    let title: String
    var section: Section?
    /// What the list, the map and the figures are narrowed to: it goes along from one to the other.
    var filter = RegisterQuery()
    var status: HTTPResponse.Status = .ok
    /// The address under which search engines are to know it; nil where they are not to.
    var canonical: Link?
    let body: HTML
}

/// A part of a page under its own heading, which names it.
func section(_ id: String, _ title: String, _ body: HTML) -> HTML {
    "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(title)</h2>\(body)</section>"
}

/// `<strong>1,204</strong> notices`
func howMany(_ notices: Int) -> HTML { "<strong>\(grouped(notices))</strong> \(notices == 1 ? "notice" : "notices")" }

/// What stands around a public page.
struct RegisterFrame {
    let page: PublicPage
    let register: Register
    let house: House
    let home: Link?

    var document: HTML {
        """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>\(head)</head>
        <body class="public">
        <a class="skip" href="#main">Skip to the page</a>
        <header class="masthead"><div class="measure"><a class="name" href="\(RegisterLinks.list)"><span>\(register.service)</span> \
        Register of fire safety notices</a>\(navigation)</div></header>
        <main id="main" class="measure" tabindex="-1">
        \(page.body)
        </main>
        \(foot)
        </body>
        </html>

        """
    }

    private var head: HTML {
        let address: HTML = page.canonical.map { "<link rel=\"canonical\" href=\"\(house.address + $0.text)\">" }
            ?? "<meta name=\"robots\" content=\"noindex, follow\">"
        return """
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">\
            <title>\(page.title) – Register of fire safety notices – \(register.service)</title>\(address)\
            <link rel="icon" href="\(house.assets.links.icon)" type="image/svg+xml"><link rel="stylesheet" href="\(house.assets.links.style)">\
            <link rel="alternate" type="application/atom+xml" title="Changes" href="\(page.filter.link(RegisterLinks.feed))">\
            <link rel="describedby" type="application/json" href="\(RegisterLinks.package)">\
            <link rel="stylesheet" href="\(house.assets.link("register.css"))"><script src="\(house.assets.link("register.js"))" defer></script>
            """
    }

    private var navigation: HTML {
        let items = PublicPage.Section.allCases.map { section -> HTML in
            let link = switch section {
            case .list: page.filter.link()
            case .map: page.filter.link(RegisterLinks.map)
            case .statistics: page.filter.link(RegisterLinks.statistics)
            case .about: RegisterLinks.about
            }
            return "<li><a href=\"\(link)\" \(attribute: "aria-current", section == page.section ? "page" : nil)>\(section.words)</a></li>"
        }
        let staff: HTML? = home.map { "<li class=\"home\"><a href=\"\($0)\">For staff</a></li>" }
        return "<nav aria-label=\"Register\"><ul>\(items)\(staff)</ul></nav>"
    }

    private var foot: HTML {
        let version = register.version
        let journal: HTML? = version.hasJournal ? ", entry \(String(version.size)) of the journal <code>\(String(version.head.prefix(12)))</code>" : nil
        return """
            <footer class="colophon"><div class="measure"><p>The register as on \(version.day)\(journal). \
            Kept under section 1 of the Environment and Safety Information Act 1988 and open to everybody, free of charge. \
            <a href="\(RegisterLinks.about)">What is here and what is not</a>. <a href="\(RegisterLinks.developers)">Take the register away</a>. \
            <a href="\(RegisterLinks.services)">Services</a></p></div></footer>
            """
    }
}
