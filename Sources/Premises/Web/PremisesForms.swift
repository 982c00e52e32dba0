import Kernel
import Markup
import Web

/// Putting premises on record, or editing what the record says of them.
struct PremisesForm {
    let premises: Premises?
    /// Areas on record, offered as one types.
    let areas: [String]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let back = premises.map(PremisesLinks.premises) ?? PremisesLinks.list
        return FormPage(
            title: premises == nil ? "Register premises" : "Edit the premises", crumbs: crumbs, section: "premises", filled: filled,
            link: premises.map { PremisesLinks.premises($0, "edit") } ?? PremisesLinks.list, token: viewer.csrf, above: overtaken(filled, now), body: """
                \(hidden("version", premises.map { String($0.version) } ?? ""))\
                \(filled.text("name", "Name", premises?.name, hint: "As its sign has it, or the number and street where it has none."))\
                \(filled.lines("address", "Address", premises?.address.joined(separator: "\n"), hint: "A line each, without the postcode.", rows: 4, required: false))\
                \(pair(
                    filled.text("postcode", "Postcode", premises?.postcode?.text, required: false),
                    filled.text("uprn", "UPRN", premises?.uprn?.description, hint: "1 to 12 digits. Several premises may share one.", required: false)))\
                \(pair(
                    filled.choice("type", "Type", [("", "Choose")] + PremisesType.allCases.map { ($0.rawValue, $0.words) }, premises?.type.rawValue, hint: "Of the national return."),
                    filled.party("area", "Area", premises?.area, from: areas, hint: "The local authority’s.", required: false)))\
                \(pair(
                    filled.choice("sleeping", "Sleeping", Sleeping.allCases.reversed().map { ($0.rawValue, $0.words) }, premises.map { Sleeping($0.sleeping).rawValue }),
                    filled.text("storeys", "Storeys", premises?.storeys.map(String.init), required: false),
                    filled.text("height", "Height", premises?.height?.plain, hint: "Of the highest occupied floor above the ground, in metres.", required: false)))\
                \(pair(
                    filled.text("latitude", "Latitude", premises?.place.map { "\($0.latitude)" }, hint: "In degrees: 52.6283.", required: false),
                    filled.text("longitude", "Longitude", premises?.place.map { "\($0.longitude)" }, hint: "In degrees: 1.2967.", required: false)))\
                \(filled.lines("notes", "Notes", premises?.notes, hint: "What whoever goes there should know. Nothing of this is ever public.", rows: 3, required: false))\
                \(filled.text("reference", "Reference", premises?.reference.text, hint: "Stands in its address. Given by number when left empty.", required: false))\
                \(buttons(submit(premises == nil ? "Register them" : "Save"), button("Cancel", to: back, quiet: true)))
                """).page
    }

    private var crumbs: [(String, Link)] {
        [("Premises", PremisesLinks.list)] + (premises.map { [($0.name, PremisesLinks.premises($0))] } ?? [])
    }

    private var now: [(String, HTML)] {
        premises.map { [("Name", "\($0.name)"), ("Type", "\($0.type.words)"), ("Address", "\($0.line)")] } ?? []
    }
}

/// Asking what premises are merged into, and why, before they are.
struct MergerForm {
    let premises: Premises
    /// Others at the same postcode or under the same UPRN, which are the likeliest.
    let likely: [Premises]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        FormPage(
            title: "Merge the premises", under: "\(premises.line)",
            crumbs: [("Premises", PremisesLinks.list), (premises.name, PremisesLinks.premises(premises))], section: "premises", filled: filled,
            link: PremisesLinks.premises(premises, "merger"), token: viewer.csrf, body: """
                <p>For premises that are on record twice. These stay readable and point to the others, where all that is kept of them is found. \
                It can be undone.</p>\
                \(hidden("version", String(premises.version)))\
                \(suggestions("likely", likely.map { ($0.reference.text, $0.line) }))\
                \(filled.suggested("into", "Merge into", list: "likely", hint: "The reference of the premises that stay. \(near)"))\
                \(filled.lines("because", "Why they are the same", rows: 2))\
                \(buttons(submit("Merge them", danger: true), button("Cancel", to: PremisesLinks.premises(premises), quiet: true)))
                """).page
    }

    private var near: String { likely.isEmpty ? "" : "At the same address: \(listed(likely.map { "\($0.name) (\($0.reference))" }))." }
}

/// Naming who answers for premises, or editing that.
struct ResponsibilityForm {
    let premises: Premises
    let responsibility: Responsibility?
    /// As the form offers who answers now.
    let holder: String?
    let offered: [String]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        FormPage(
            title: responsibility == nil ? "Name who answers for it" : "Edit who answers for it", under: "\(premises.line)",
            crumbs: [("Premises", PremisesLinks.list), (premises.name, PremisesLinks.premises(premises))], section: "premises", filled: filled,
            link: responsibility.map { PremisesLinks.responsible($0, premises) } ?? PremisesLinks.premises(premises, "responsible"), token: viewer.csrf,
            above: overtaken(filled, now), body: """
                \(hidden("version", responsibility.map { String($0.version) } ?? ""))\
                \(filled.party("holder", "Who", holder, from: offered, hint: "A duty holder on record, by name or number. <a href=\"\(DutyHolderLinks.new)\">Add one</a> who is not."))\
                \(filled.choice("capacity", "Capacity", [("", "Choose")] + Capacity.allCases.map { ($0.rawValue, "\($0.words) (\($0.provision))") }, responsibility?.capacity.rawValue))\
                \(pair(
                    filled.day("from", "From", responsibility?.from ?? viewer.today),
                    filled.day("through", "Until", responsibility?.through, hint: "The last day. Empty while it runs on.", required: false)))\
                \(filled.lines("note", "Note", responsibility?.note, hint: "Of which part, or how it is known.", rows: 2, required: false))\
                \(buttons(submit(responsibility == nil ? "Name them" : "Save"), button("Cancel", to: PremisesLinks.premises(premises), quiet: true)))
                """).page
    }

    private var now: [(String, HTML)] {
        responsibility.map { [("Who", "\(holder)"), ("Capacity", "\($0.capacity.words)"), ("Days", daysWords($0.from, $0.through))] } ?? []
    }
}
