import Kernel
import Markup
import Web

/// Putting a duty holder on record, or editing what the record says of them.
struct DutyHolderForm {
    let holder: DutyHolder?
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let back = holder.map(DutyHolderLinks.holder) ?? DutyHolderLinks.list
        return FormPage(
            title: holder == nil ? "Register a duty holder" : "Edit the duty holder",
            crumbs: holder.map { DutyHolderPage.crumbs($0, viewer) } ?? [("Premises", PremisesLinks.list), ("Duty holders", DutyHolderLinks.list)],
            section: "premises", filled: filled, link: holder.map { DutyHolderLinks.holder($0, "edit") } ?? DutyHolderLinks.list, token: viewer.csrf,
            above: overtaken(filled, now), body: """
                \(hidden("version", holder.map { String($0.version) } ?? ""))\
                \(filled.choice("kind", "Kind", DutyHolder.Kind.allCases.map { ($0.rawValue, $0.words) }, holder?.kind.rawValue ?? DutyHolder.Kind.company.rawValue))\
                \(filled.text("name", "Name", holder?.name, hint: "In full, as a notice would name them."))\
                \(filled.text("company-number", "Company number", holder?.companyNumber, hint: "As Companies House has it: 01234567.", required: false))\
                \(filled.text("contact", "Contact", holder?.contact, hint: "Whom to ask for, where that is somebody else.", required: false))\
                \(pair(
                    filled.text("email", "E-mail", holder?.email, required: false),
                    filled.text("phone", "Telephone", holder?.phone, required: false)))\
                <p class="small">Enter no more of a person than what serving and reaching them takes.</p>\
                \(buttons(submit(holder == nil ? "Register them" : "Save"), button("Cancel", to: back, quiet: true)))
                """).page
    }

    private var now: [(String, HTML)] { holder.map { [("Name", "\($0.name)"), ("Kind", "\($0.kind.words)")] } ?? [] }
}

/// Adding an address for service, or editing one.
struct ServiceAddressForm {
    let holder: DutyHolder
    let address: ServiceAddress?
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        FormPage(
            title: address == nil ? "Add an address for service" : "Edit the address", under: "\(holder.name)",
            crumbs: DutyHolderPage.crumbs(holder, viewer), section: "premises", filled: filled,
            link: address.map { DutyHolderLinks.address($0, holder) } ?? DutyHolderLinks.holder(holder, "addresses"), token: viewer.csrf,
            above: overtaken(filled, now), body: """
                \(hidden("version", address.map { String($0.version) } ?? ""))\
                \(filled.choice("kind", "Kind", ServiceAddress.Kind.allCases.map { ($0.rawValue, $0.words) }, address?.kind.rawValue))\
                \(filled.lines("address", "Address", address?.lines.joined(separator: "\n"), hint: "A line each, without the postcode.", rows: 4))\
                \(filled.text("postcode", "Postcode", address?.postcode?.text, required: false))\
                \(pair(
                    filled.day("from", "From", address?.from ?? viewer.today),
                    filled.day("through", "Until", address?.through, hint: "The last day. Empty while it runs on.", required: false)))\
                \(buttons(submit(address == nil ? "Add it" : "Save"), button("Cancel", to: DutyHolderLinks.holder(holder), quiet: true)))
                """).page
    }

    private var now: [(String, HTML)] {
        address.map { [("Address", envelope($0.lines, $0.postcode)), ("Days", daysWords($0.from, $0.through))] } ?? []
    }
}
