import Kernel
import Markup

/// How the register is taken away and asked by programs, and what is promised of that.
struct DevelopersPage {
    let register: Register
    let address: String
    let policy: TakingPolicy

    var page: PublicPage {
        PublicPage(title: "Take the register away", section: .about, canonical: RegisterLinks.developers, body: """
            <div class="reading"><h1>Take the register away</h1>\
            <p class="intro">All of the register is open data: whole or any part of it, as files or through an interface for programs, without asking and without a limit \
            on how much.</p>\(files)\(views)\(programs)\(catalogues)\(feed)\(promise)\(formulas)\(register.version.hasJournal ? proofs : nil)\(services)</div>
            """)
    }

    private func line(_ text: String) -> HTML { "<code>\(text)</code>" }

    private var files: HTML {
        let items = RegisterFile.allCases.map { "<dt><a href=\"\(RegisterLinks.file($0))\">\($0.words)</a></dt><dd>\($0.meaning)</dd>" as HTML }
        let licence: HTML = policy.licence.map { "They may be used under \(outside($0, "this licence"))." }
            ?? "The service has not named a licence; ask it before you publish them again."
        return section("files", "Files", """
            <dl class="articles">\(items)</dl><p>All are in UTF-8, with days as \(line("YYYY-MM-DD")) but for the national register’s. The \
            <a href="\(RegisterLinks.package)">data package</a> describes every column (Frictionless Data). \(licence)</p>\
            <p>Each answer has an \(line("ETag")) and a \(line("Last-Modified")), so a copy is fetched again only when something has changed, is packed with gzip for whoever \
            takes that, and may be read by pages of any site.\(journal)</p>
            """)
    }

    private var journal: HTML? {
        !register.version.hasJournal ? nil : """
             The headers \(line("Muster-Journal-Size")) and \(line("Muster-Journal-Root")) name the head of the service’s journal that the file was made under.
            """
    }

    private var views: HTML {
        section("views", "Any view of it", """
            <p>What stands after the question mark of a page of the register does the same for every file, for the feed and for the interface:</p>\
            <p>\(line("\(RegisterLinks.file(.notices).text)?type=prohibition&status=in-force&area=Seaport"))</p>\
            <p>Names that may stand there: \(line("words")), \(Facet.allCases.map { "\(line($0.rawValue)), " as HTML })\(line("box")) (west,south,east,north in degrees) and \
            \(line("sort")). Of several values of one name any will do. What is not understood is refused with a sentence, and never left out in silence.</p>\
            <p>While an objection about a trade secret is open, an entry has its person, its place and its articles alone (section 4 of the Act): every other member is left out, every \
            other column is empty, and it is found under \(line(Facet.notShown)).</p>
            """)
    }

    private var programs: HTML {
        let rows: [(String, HTML)] = [
            ("/notices", "Notices, page by page"), ("/notices/{key}", "One notice"), ("/notices/{key}/editions", "Its editions"),
            ("/notices/{key}/proof", "Proof that they are in the journal"), ("/facets", "How many notices have which type, status, area and so on"),
            ("/statistics", "What was served, year by year"),
        ]
        return section("programs", "For programs", """
            <p>The interface is at \(line(RegisterLinks.api.text)), answers in JSON, needs no token, and is described in OpenAPI 3.1 at \
            <a href="\(RegisterLinks.api.text)/openapi.json">\(RegisterLinks.api.text)/openapi.json</a>.</p>\
            \(table(columns: [Column("Address", .wide), Column("What it answers", .wide)], rows: rows.map { [line(RegisterLinks.api.text + $0.0), $0.1] }))\
            <p>A list has up to 200 notices a page; \(line("next")), and the header \(line("Link")), say where it goes on. A request that is not understood is answered with a \
            problem of RFC 9457, whose \(line("type")) is the address of a page that explains it.</p>
            """)
    }

    private var catalogues: HTML {
        section("catalogues", "For catalogues", """
            <p>The register describes itself in DCAT-AP 3, as <a href="\(RegisterLinks.catalogue(.jsonld))">JSON-LD</a> and as \
            <a href="\(RegisterLinks.catalogue(.ttl))">Turtle</a>, for portals of open data to harvest.</p>
            """)
    }

    private var feed: HTML {
        section("feed", "What changed", """
            <p>The <a href="\(RegisterLinks.feed)">feed of changes</a> (Atom) tells of the last \(ChangesFeed.most) entries, changes and removals, each under a name that stays \
            the same for ever. A view of the register has a feed of its own: put what the view has after the question mark behind the feed’s address.</p>
            """)
    }

    private var promise: HTML {
        section("promise", "What is promised", """
            <ul><li>The addresses of the files, of the data package, of the catalogue, of the feed and of everything below \(line(RegisterLinks.api.text)) stay as they are.</li>\
            <li>Within version 1 members, columns, codes and filters are only ever added. None is taken away, renamed or given another meaning. New columns stand behind those that \
            there are; read columns by their names.</li>\
            <li>A program must pass over members and columns that it does not know, and may meet a code that is new.</li>\
            <li>What can’t be kept to would be a version 2 beside this one. Both would be served for at least two years, and this page would say so before.</li>\
            <li>A reference is never given to another notice. The link of an edition shows the same for as long as the law lets it be shown.</li>\
            <li>The file for the national register follows what that register asks for, and may change with it.</li></ul>
            """)
    }

    private var formulas: HTML {
        section("formulas", "Opening a CSV in a spreadsheet", """
            <p>A text that a spreadsheet would run as a formula, since it begins with =, +, - or @, has an apostrophe before it in every CSV. In JSON it stands as it is. \
            Take the JSON where every letter counts.</p>
            """)
    }

    private var proofs: HTML {
        section("proofs", "Proofs", """
            <p>Every change of an entry is a line of the service’s journal, which is a Merkle tree (RFC 9162). The page of an entry leads to the proof of its editions. Keep the \
            head that a file was made under, and ask the service later to show that its journal still begins with it.</p>
            """)
    }

    private var services: HTML {
        section("services", "Several services", """
            <p>Muster can show the registers of several services together: it reads the file \(line(HarvestPackage.resource)) that a data package names. An entry of another \
            service has a \(line("source")), and a key of its own, \(line("code~reference")). <a href="\(RegisterLinks.services)">The services shown here</a>. The address to give to others is \
            \(line(address + RegisterLinks.package.text)).</p>
            """)
    }
}
