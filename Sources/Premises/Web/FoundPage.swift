import Kernel
import Markup
import Storage
import Web

/// The box in which somebody types what they know of premises. Where there is JavaScript the likeliest appear below it meanwhile.
func searchBox(_ words: String?, _ viewer: Viewer) -> HTML {
    filters(
        to: PremisesLinks.list, keep: [("on", viewer.isToday ? "" : viewer.day.iso)], submit: "Find", clear: words == nil ? nil : viewer.link(PremisesLinks.list), """
        <div data-finds="/premises/search" data-leads="/premises/">\(field(
            "words", "Find premises", value: words ?? "", hint: "The beginnings of words: name, address, postcode, UPRN or reference.", kind: .search, required: false))</div>
        """)
}

extension GazetteerPages {
    /// What is found by the words in the box, the likeliest first.
    func found(_ words: String, _ viewer: Viewer) async throws -> Page {
        let found = try await desk.read { session in try session.premises(matching: words, limit: 50) }
        let rows: [[HTML]] = found.map { premises in
            [
                "\(premises.reference)", "<a href=\"\(viewer.link(PremisesLinks.premises(premises)))\">\(premises.name)</a>",
                "\(premises.addressLine)", "\(premises.type.words)",
            ]
        }
        let most: HTML? = found.count == 50 ? "<p class=\"small\">The 50 likeliest are shown. More letters, or more words, narrow them.</p>" : nil
        let list: HTML = found.isEmpty
            ? empty("No premises have words that begin so.", action: button("Show all", to: viewer.link(PremisesLinks.list), quiet: true))
            : "\(most)\(card(nil, table(columns: [Column("Reference", .reference), Column("Premises", .wide), Column("Address", .wide), Column("Type")], rows: rows)))"
        return Page(title: "Find premises", crumbs: [("Premises", viewer.link(PremisesLinks.list))], section: "premises", body: """
            \(lead("Find premises"))\(searchBox(words, viewer))\(list)
            """)
    }
}
