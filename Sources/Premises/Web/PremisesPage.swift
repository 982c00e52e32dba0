import Kernel
import Markup
import Storage
import Web

/// Premises on a day: the facts, who answered for them, and what was merged.
struct PremisesPage {
    let view: PremisesView
    /// What others say of it, and of what was merged into it: notices and cases.
    let said: [MentionGroup]
    /// The files that brought it in or changed it, with the entries of the journal that stand for them, oldest first.
    let brought: [(file: PremisesImport, entry: Int64)]
    let offered: [PremisesOffer]
    let viewer: Viewer

    private var premises: Premises { view.facts.premises }
    private var isOpen: Bool { premises.mergedInto == nil }

    var page: Page {
        Page(
            title: premises.name, crumbs: [("Premises", viewer.link(PremisesLinks.list))], section: "premises", scope: "premises/\(premises.id)", body: """
                \(lead(premises.name, under: under, standing: view.survivor == nil ? nil : tag("Duplicate", .grey), actions: deeds))\
                \(gone)\(about)\(responsible)\(mentionCards(said, for: viewer))\(others)\(merged)
                """)
    }

    private var under: HTML {
        "<span class=\"ref\">\(premises.reference)</span> \(premises.addressLine)"
    }

    private var deeds: [HTML] {
        var deeds: [HTML] = []
        if viewer.mayKeep {
            if isOpen {
                deeds += [button("Name who answers for it", to: PremisesLinks.newResponsible(premises)),
                          button("Edit", to: PremisesLinks.premises(premises, "edit"), quiet: true),
                          button("Merge", to: PremisesLinks.premises(premises, "merger"), quiet: true)]
            } else {
                deeds.append(postButton("Part them again", to: PremisesLinks.premises(premises, "parting"), token: viewer.csrf))
            }
        }
        if isOpen { deeds += offered.compactMap { $0.button(premises, viewer) } }
        return deeds + [button("History", to: PremisesLinks.premises(premises, "history"), quiet: true)]
    }

    private var gone: HTML? {
        view.survivor.map { survivor in
            notice("""
                This is a duplicate, merged on \(premises.mergedOn.map { "\($0)" as HTML }). It counts as \
                <a href="\(viewer.link(PremisesLinks.premises(survivor)))">\(survivor.name) (\(survivor.reference))</a>, and what is kept of it is found there.
                """, .amber)
        }
    }

    private var about: HTML {
        card("About it", id: "about", """
            \(facts([
                ("Type", "\(premises.type.words)"), ("Sleeping", sleeping), ("Area", premises.area.map { "\($0)" } ?? unknown),
                ("Address", premises.address.isEmpty && premises.postcode == nil ? unknown : envelope(premises.address, premises.postcode)),
                ("UPRN", premises.uprn.map { "\($0.description)" } ?? unknown), ("Place", place),
                ("Storeys", premises.storeys.map { "\($0)" } ?? unknown), ("Height", premises.height.map { "\($0.plain) m" } ?? unknown),
                ("On record", "Since \(premises.since)"),
            ] + files))\(premises.notes.map { "<h3>Notes</h3>\(prose($0))" as HTML })
            """)
    }

    private var files: [(String, HTML)] {
        brought.isEmpty ? [] : [("From files", "\(brought.map { "\($0.file.file) on \($0.file.on) (entry \($0.entry))" }.joined(separator: "; "))")]
    }

    private var unknown: HTML { quiet("Not known") }

    private var sleeping: HTML {
        premises.sleeping == nil ? quiet("Not known\(premises.type.isForSleeping ? ", though people sleep at most of this type" : "")") : "\(Sleeping(premises.sleeping).words)"
    }

    private var place: HTML { premises.place.map { "\(String($0.latitude)), \(String($0.longitude))" } ?? unknown }

    private var responsible: HTML {
        guard !view.recipients.isEmpty else {
            return card("Who answers for it", id: "responsible", empty(
                viewer.isToday ? "Nobody is named yet. A notice needs somebody to be served on." : "Nobody was named on this day."))
        }
        let deeds = viewer.mayKeep && isOpen ? [button("Name another", to: PremisesLinks.newResponsible(premises), quiet: true)] : []
        return card("Who answers for it", id: "responsible", actions: deeds, list(view.recipients, withAddress: viewer.seesContact))
    }

    private var others: HTML {
        view.others.isEmpty ? .empty : card("Before and after", id: "others", list(view.others, withAddress: false))
    }

    private func list(_ recipients: [Recipient], withAddress: Bool) -> HTML {
        let columns = [Column("Who", .wide), Column("Capacity"), Column("Days")] + (withAddress ? [Column("Served at")] : [])
        return table(columns: columns + (viewer.mayKeep ? [Column("")] : []), rows: recipients.map { recipient in
            let own = recipient.responsibility
            return [
                "\(holderLink(recipient.holder, viewer))\(own.note.map { "<span class=\"why\">\($0)</span>" as HTML })",
                "\(own.capacity.words)<span class=\"why\">\(own.capacity.provision.capitalisedFirst)</span>", daysWords(own.from, own.through),
            ] + (withAddress ? [served(recipient)] : []) + (viewer.mayKeep ? [button("Edit", to: PremisesLinks.responsible(own, premises), quiet: true)] : [])
        })
    }

    private func served(_ recipient: Recipient) -> HTML {
        guard let first = recipient.addresses.first else { return quiet("No address for service") }
        return "\(envelope(first.lines, first.postcode))<span class=\"why\">\(first.kind.words)\(recipient.addresses.count > 1 ? ", and \(counted(recipient.addresses.count - 1, "other"))" : "")</span>"
    }

    private var merged: HTML {
        view.merged.isEmpty ? .empty : card("Merged into it", id: "merged", table(
            columns: [Column("Reference", .reference), Column("Premises", .wide), Column("Merged on", .day)],
            rows: view.merged.map { duplicate in
                ["\(duplicate.reference)", "<a href=\"\(viewer.link(PremisesLinks.premises(duplicate)))\">\(duplicate.line)</a>", duplicate.mergedOn.map { "\($0)" } ?? .empty]
            }))
    }
}
