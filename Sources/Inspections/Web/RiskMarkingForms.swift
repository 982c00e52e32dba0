import Kernel
import Markup
import Premises
import Web

/// Putting a marker on premises, noting compliance, and taking either back.
struct RiskMarkingForm {
    enum Kind {
        case marker([RiskMarkerKind])
        case ending(PremisesMarker, String)
        case compliance
        case retraction(NotedCompliance)
    }

    let kind: Kind
    let premises: Premises
    let filled: Filled
    let viewer: RiskViewer

    var page: Page {
        FormPage(
            title: title, under: "\(premises.line)", crumbs: viewer.crumbs + [(premises.name, RiskLinks.premises(premises))], section: "risk", filled: filled, link: link, token: viewer.csrf,
            body: "\(fields)\(buttons(submit(words), button("Cancel", to: RiskLinks.premises(premises), quiet: true)))").page
    }

    private var title: String {
        switch kind {
        case .marker: "Put a marker on \(premises.name)"
        case .ending(_, let title): "Take the marker “\(title)” off"
        case .compliance: "Note compliance found before"
        case .retraction: "Strike out what was noted"
        }
    }

    private var words: String {
        switch kind {
        case .marker: "Put it"
        case .ending: "Take it off"
        case .compliance: "Note it"
        case .retraction: "Strike it out"
        }
    }

    private var link: Link {
        switch kind {
        case .marker: RiskLinks.premises(premises, "markers")
        case .ending(let marker, _): RiskLinks.premises(premises, "markers", "\(marker.id)", "ending")
        case .compliance: RiskLinks.premises(premises, "compliance")
        case .retraction(let noted): RiskLinks.premises(premises, "compliance", "\(noted.id)", "retraction")
        }
    }

    private var fields: HTML {
        switch kind {
        case .marker(let kinds): """
            \(radios("marker", "Marker", options: kinds.map { kind in (kind.code, kind.meaning.map { "\(kind.title). \($0)" } ?? kind.title) }, chosen: filled.value("marker"), error: filled.error("marker")))\
            \(filled.day("since", "Since", viewer.today))\(filled.lines("why", "Why", hint: "Where it was seen or stands.", rows: 2))
            """
        case .ending(let marker, _): """
            \(facts([("Put", "On \(marker.since)"), ("Why", "\(marker.why)")]))\(filled.day("on", "The first day without it", viewer.today))\(filled.lines("why", "Why", rows: 2))
            """
        case .compliance: """
            <p>What was found before audits were kept here. An audit that is kept here tells of itself.</p>\(filled.day("on", "The day it was found"))\
            \(radios("level", "Level", options: KnownCompliance.levels.map { ("\($0)", $0 == 1 ? "1, the best" : $0 == 5 ? "5, the poorest" : "\($0)") }, chosen: filled.value("level"), error: filled.error("level")))\
            \(filled.text("source", "Where it stands", hint: "A file, a former system."))
            """
        case .retraction(let noted): """
            \(facts([("Found on", "\(noted.on)"), ("Level", "\(String(noted.level))"), ("Where it stands", "\(noted.source)")]))\(filled.lines("why", "Why it counts no more", rows: 2))
            """
        }
    }
}
