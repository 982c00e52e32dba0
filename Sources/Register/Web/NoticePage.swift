import Kernel
import Markup

/// A notice as the public may read it: what it asks for and why, what happened, and the links that last.
struct NoticePage {
    let register: Register
    let entry: PublicEntry
    /// Whether it is shown as one edition, under that edition's own address.
    let isEdition: Bool

    init(_ register: Register, _ entry: PublicEntry, isEdition: Bool = false) {
        (self.register, self.entry, self.isEdition) = (register, entry, isEdition)
    }

    private var current: PublicEntry? { register.entry(entry.key) }
    private var isPast: Bool { current?.edition != entry.edition }

    var page: PublicPage {
        PublicPage(
            title: "\(entry.title) \(entry.reference)", canonical: isPast ? nil : RegisterLinks.entry(entry), body: """
                \(crumbs([("Notices", RegisterLinks.list), (entry.reference, nil)]))\
                <article class="notice-page"><header><p class="kind">\(entry.title)</p><h1>\(entry.premises)</h1>\
                <p class="where">\(entry.addressLines.joined(separator: ", "))</p>\
                <p class="tags">\(entry.full.map(standing) ?? tag(entry.extent.words, .grey))</p></header>\
                \(past)\(interim)\(source)\(particulars)\(substance)\(articles)\(timeline)\(meaning)\(lasting)</article>
                """)
    }

    private func standing(_ full: PublicEntry.Particulars) -> HTML { "\(tag(full.status.words, full.status.tone)) <span>\(statusWords(full))</span>" }

    private func statusWords(_ full: PublicEntry.Particulars) -> HTML {
        switch full.status {
        case .inForce: full.complyBy.map { "What it asks for is to be done by \($0)." } ?? "It binds those it was served on."
        case .complied: full.complied.map { "The service was satisfied on \($0) that it had been complied with." } ?? "The service is satisfied that it has been complied with."
        case .withdrawn: "The service has withdrawn it."
        case .ended: "It binds nobody any more."
        }
    }

    private var past: HTML? {
        guard isEdition, isPast, let current else { return nil }
        return notice("This is edition \(entry.edition) of the entry\(entry.changed.map { ", as it stood from \($0)" as HTML }). <a href=\"\(RegisterLinks.entry(current))\">Read edition \(current.edition), which stands now</a>.", .amber)
    }

    private var interim: HTML? {
        guard entry.extent == .threeParticulars else { return nil }
        return notice("""
            Whoever was served says that a fuller entry would give away a trade secret. Until that is settled the law allows three particulars alone: the name and \
            address of the person, the place, and the provisions concerned (section 4 of the Environment and Safety Information Act 1988).
            """, .grey)
    }

    private var source: HTML? {
        entry.source.map { source in
            let page = source.page.flatMap { WebAddress($0) }.map { " \(outside($0, "Read it there"))." as HTML }
            return notice("This entry is from the register of \(source.name), fetched on \(source.fetched).\(page) What that service says of it counts.", .blue)
        }
    }

    private var particulars: HTML {
        let persons = entry.persons.map { person -> HTML in
            let address: HTML? = person.address.map { "<br><span class=\"quiet-text\">\($0)</span>" }
            return "\(person.name)\(address)"
        }.joined(by: "<br>")
        var pairs: [(String, HTML)] = [("Reference", "\(entry.reference)"), ("Served on", persons)]
        if let served = entry.served { pairs.append(("Day of service", "\(served)")) }
        if let due = entry.complyBy { pairs.append(("To comply by", "\(due)")) }
        if let complied = entry.complied { pairs.append(("Complied with", "\(complied)")) }
        if let type = entry.premisesType { pairs.append(("Type of premises", "\(type.words)")) }
        if let area = entry.area { pairs.append(("Authority area", "\(area)")) }
        if let uprn = entry.uprn { pairs.append(("UPRN", "\(uprn.description)")) }
        if let place = entry.place { pairs.append(("Where", "<a href=\"\(around(place).link(RegisterLinks.map))\">On the map</a>")) }
        return section("particulars", "Particulars", facts(pairs))
    }

    private func around(_ place: Place) -> RegisterQuery {
        var query = RegisterQuery()
        query.box = MapBox(west: place.longitude - 0.02, south: place.latitude - 0.01, east: place.longitude + 0.02, north: place.latitude + 0.01)
        return query
    }

    private var substance: HTML? {
        guard entry.substance != nil || entry.more != nil else { return nil }
        return section("substance", "What it asks for", "\(entry.substance.map(prose))\(entry.more.map(prose))")
    }

    private var articles: HTML? {
        guard !entry.articles.isEmpty else { return nil }
        let items = entry.articles.map { code -> HTML in
            var query = RegisterQuery()
            query[.article] = [code]
            let article = Articles.order.known(code, on: entry.served ?? register.version.day)
            return """
                <dt>\(article?.words ?? "Article \(code)")</dt><dd>\(article.map { "\($0.meaning) " as HTML })<a href="\(query.link())">Notices about article \(code)</a></dd>
                """
        }
        let when = entry.served == nil ? "as they stand today" : "as they stood when it was served"
        return section("articles", "The articles that it names", """
            <p>Articles of the Regulatory Reform (Fire Safety) Order 2005 in plain English, \(when). Only the words of the Order itself are the law.</p>\
            <dl class="articles">\(items)</dl>
            """)
    }

    private var timeline: HTML {
        let entries = entry.events.map { event -> HTML in
            let provision: HTML? = event.provision.map { "<span class=\"who\">\($0)</span>" }
            let isAhead = event.day > register.version.day
            return "<li class=\"\(isAhead ? "ahead" : "")\"><div class=\"what\">\(event.words)</div><p class=\"when\">\(event.day)\(provision)</p></li>"
        }
        guard !entries.isEmpty else { return .empty }
        return section("timeline", "What happened", "<ol class=\"history\">\(entries)</ol>")
    }

    private var meaning: HTML? {
        entry.kind.map { kind in section("meaning", "What \(kind == .prohibition ? "a" : "an") \(kind.words.lowercased()) is", "<p>\(kind.meaning)</p>") }
    }

    private var lasting: HTML {
        let editions = register.editions(of: entry.key)
        let list: HTML = editions.count < 2 ? .empty : """
            <p>Its editions: \(editions.map { "<a href=\"\(RegisterLinks.edition($0))\">edition \($0.edition)\($0.changed.map { ", \($0.short)" as HTML })</a>" as HTML }.joined(by: ", ")).</p>
            """
        return """
            <section class="lasting" aria-labelledby="lasting"><h2 id="lasting">Links that last</h2>\
            <p>The entry, as it stands whenever it is read: <a href="\(RegisterLinks.entry(entry))">\(RegisterLinks.entry(entry).text)</a><br>\
            This edition of it: <a href="\(RegisterLinks.edition(entry))">\(RegisterLinks.edition(entry).text)</a></p>\(list)\(entry.full.map(kept))</section>
            """
    }

    /// Where no journal is at hand there is nothing to prove it with.
    private func kept(_ full: PublicEntry.Particulars) -> HTML {
        let proof: HTML? = register.version.head.isEmpty || entry.source != nil ? nil : " <a href=\"\(RegisterLinks.proof(entry))\">Proof that it is in the service’s journal</a>"
        return "<p class=\"small\">Entered on \(full.entered), last changed on \(full.changed), kept at least until \(full.retainUntil).\(proof)</p>"
    }
}

extension PublicEntry.Kind {
    /// What such a notice is, in plain English, with the article that it is served under.
    var meaning: String {
        switch self {
        case .alterations: """
            The service is of the opinion that the premises are a serious risk to people, or would be if they were changed. Whoever is responsible must tell the \
            service before making changes that may raise the risk. Nothing need be wrong there now, and there is no day by which it ends (article 29).
            """
        case .enforcement: """
            The service is of the opinion that somebody has failed to comply with the Order. The notice says which provisions were not complied with and what is to \
            be put right, and gives at least 28 days for it (article 30).
            """
        case .prohibition: """
            The service is of the opinion that using the premises involves, or would involve, so serious a risk that the use ought to be prohibited or restricted until \
            the matters that the notice gives have been put right (article 31).
            """
        }
    }
}
