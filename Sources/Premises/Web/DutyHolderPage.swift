import Kernel
import Markup
import Storage
import Web

/// Duty holders by name, a page at a time.
struct DutyHolderListPage {
    let rows: [DutyHolder]
    let back: Link?
    let on: Link?
    let count: Int
    let filter: DutyHolderFilter
    let viewer: Viewer

    private var here: Link { viewer.link(DutyHolderLinks.list) }

    var page: Page {
        let add = viewer.mayKeep ? button("Register a duty holder", to: DutyHolderLinks.new) : nil
        return Page(title: "Duty holders", crumbs: [("Premises", viewer.link(PremisesLinks.list))], section: "premises", body: """
            \(lead("Duty holders", under: "Persons and companies who answer for premises, and may be served.", actions: [add].compactMap(\.self)))\
            \(rows.isEmpty && !filter.isNarrow && back == nil ? empty("No duty holder is on record yet. Register whoever answers for the first premises.") : "\(narrow)\(shown)")
            """)
    }

    private var narrow: HTML {
        filters(to: DutyHolderLinks.list, keep: [("on", viewer.isToday ? "" : viewer.day.iso)], clear: filter.isNarrow ? here : nil, """
            \(select("kind", "Kind", options: [("", "Any")] + DutyHolder.Kind.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.kind?.rawValue))\
            \(field("name", "Name begins with", value: filter.name ?? "", kind: .search))
            """)
    }

    private var shown: HTML {
        let words = small("\(countedUpTo(count, PremisesListPage.counts, "duty holder", "duty holders").capitalisedFirst).")
        guard !rows.isEmpty else { return "\(words)\(empty("No duty holder fits these choices.", action: button("Show all", to: here, quiet: true)))" }
        return """
            \(words)\(card(nil, table(columns: [Column("Number", .reference), Column("Name", .wide), Column("Kind"), Column("Company number")], rows: rows.map { holder in
                ["\(holder.id)", holderLink(holder, viewer), "\(holder.kind.words)", holder.companyNumber.map { "\($0)" } ?? quiet("None")]
            })))\(steps(back: back, on: on))
            """
    }
}

/// A duty holder on a day: what they answer for, and where they are served.
struct DutyHolderPage {
    /// The most premises that are listed here; the list of premises has them all.
    static let most = 50

    let holder: DutyHolder
    /// The latest first; none for whoever may not see them.
    let addresses: [ServiceAddress]
    let held: [(premises: Premises, responsibility: Responsibility)]
    let said: [MentionGroup]
    let viewer: Viewer

    static func crumbs(_ holder: DutyHolder, _ viewer: Viewer) -> [(String, Link)] {
        [("Premises", viewer.link(PremisesLinks.list)), ("Duty holders", viewer.link(DutyHolderLinks.list)), (holder.name, viewer.link(DutyHolderLinks.holder(holder)))]
    }

    var page: Page {
        Page(
            title: holder.name, crumbs: Array(Self.crumbs(holder, viewer).dropLast()), section: "premises", scope: "duty_holder/\(holder.id)", body: """
                \(lead(holder.name, under: "\(holder.kind.words), number \(holder.id)", actions: deeds))\
                \(about)\(viewer.seesContact ? served : .empty)\(answersFor)\(mentionCards(said, for: viewer))
                """)
    }

    private var deeds: [HTML] {
        let keeping = viewer.mayKeep
            ? [button("Add an address", to: DutyHolderLinks.newAddress(holder)), button("Edit", to: DutyHolderLinks.holder(holder, "edit"), quiet: true)] : []
        return keeping + (viewer.seesContact ? [button("History", to: DutyHolderLinks.holder(holder, "history"), quiet: true)] : [])
    }

    private var about: HTML {
        let reached: [(String, HTML)] = viewer.seesContact ? [
            ("Contact", holder.contact.map { "\($0)" } ?? none), ("E-mail", holder.email.map { "\($0)" } ?? none),
            ("Telephone", holder.phone.map { "\($0)" } ?? none),
        ] : []
        let number: [(String, HTML)] = holder.kind == .person ? [] : [("Company number", holder.companyNumber.map { "\($0)" } ?? none)]
        return card("About them", id: "about", facts([("Kind", "\(holder.kind.words)")] + number + reached + [("On record", "Since \(holder.since)")]))
    }

    private var none: HTML { quiet("None") }

    private var served: HTML {
        guard !addresses.isEmpty else {
            return card("Addresses for service", id: "addresses", empty(
                "No address for service is on record.", action: viewer.mayKeep ? button("Add an address", to: DutyHolderLinks.newAddress(holder), quiet: true) : nil))
        }
        let columns = [Column("Address", .wide), Column("Kind"), Column("Days"), Column("Standing")] + (viewer.mayKeep ? [Column("")] : [])
        return card("Addresses for service", id: "addresses", table(columns: columns, rows: addresses.map { address in
            let standing = address.holds(on: viewer.day) ? tag("In force", .green) : address.from > viewer.day ? tag("To come", .blue) : tag("Former", .grey)
            return [envelope(address.lines, address.postcode), "\(address.kind.words)", daysWords(address.from, address.through), standing]
                + (viewer.mayKeep ? [button("Edit", to: DutyHolderLinks.address(address, holder), quiet: true)] : [])
        }))
    }

    private var answersFor: HTML {
        guard !held.isEmpty else {
            return card("Answers for", id: "answers-for", empty(viewer.isToday ? "They answer for no premises." : "They answered for no premises on this day."))
        }
        let all = viewer.link(PremisesLinks.list).adding("holder", "\(holder.id)")
        let more: HTML? = held.count > Self.most ? small("The first \(Self.most) by name. <a href=\"\(all)\">The list of premises</a> has them all.") : nil
        return card("Answers for", id: "answers-for", """
            \(table(columns: [Column("Reference", .reference), Column("Premises", .wide), Column("Capacity"), Column("Days")], rows: held.prefix(Self.most).map { premises, own in
                ["\(premises.reference)", "<a href=\"\(viewer.link(PremisesLinks.premises(premises)))\">\(premises.line)</a>",
                 "\(own.capacity.words)<span class=\"why\">\(own.capacity.provision.capitalisedFirst)</span>", daysWords(own.from, own.through)]
            }))\(more)
            """)
    }
}
