import Kernel
import Markup
import Web

/// What a year is to reach and with whom: the cards of the officers' time and of the objectives.
struct ProgrammeObjectives {
    let facts: ProgrammeFacts
    let hours: ProgrammeBasis
    let markers: [String: String]
    let viewer: ProgrammeViewer

    private var programme: Programme { facts.programme }
    private var setting: ProgrammeSetting { programme.setting }

    var html: HTML { "\(capacity)\(objectives)" }

    private var capacity: HTML {
        let deeds = viewer.mayKeep ? [button("Add an officer", to: ProgrammeLinks.newCapacity(programme), quiet: true)] : []
        guard !facts.capacities.isEmpty else { return card("Officers", id: "officers", actions: deeds, empty("Nobody audits in this year yet.")) }
        let columns = [
            Column("Officer", .wide), Column("Full-time equivalent", .number), Column("Days away", .number), Column("Hours for audits", .number), Column("Free for the programme", .number),
            Column("Allotted", .number),
        ]
        let planned = Dictionary((facts.plan?.content.officers ?? []).map { ($0.officer, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = zip(facts.capacities, hours.officers).map { own, officer -> [HTML] in
            let all = (0..<4).map { officer.wholeHours(in: $0, of: hours) }
            let load = planned[own.officer]
            let name = facts.names[own.officer] ?? ""
            let link: HTML = viewer.mayKeep ? "<a href=\"\(ProgrammeLinks.capacity(own, of: programme))\">\(name)</a>" : "\(name)"
            return [
                "\(link)\(about(own))", "\(own.fte.plain)", "\(own.away.reduce(0, +))", "\(sum(all))", "\(sum(all.map { hours.free(of: $0) }))",
                load.map { "\(sum($0.planned))<span class=\"why\">of \(sum($0.free)) from \(facts.plan?.from.description ?? "")</span>" } ?? quiet("No plan"),
            ]
        }
        return card("Officers", id: "officers", actions: deeds, "\(table(columns: columns, rows: rows))\(small("Hours are weekdays less those away, 7.4 of them a day, by full-time equivalent, by the share that goes into audits. What is free leaves out what is kept for audits that arrive otherwise."))")
    }

    private func about(_ own: OfficerCapacity) -> HTML {
        var words = [own.base.map { own.place == nil ? "\($0), its place not known" : $0 }].compactMap(\.self)
        if let from = own.from { words.append("from \(from)") }
        if let until = own.until { words.append("until \(until)") }
        let line: HTML? = words.isEmpty ? nil : "<span class=\"why\">\(words.joined(separator: ", "))</span>"
        let start = max(viewer.day, programme.begins)
        let lapse: HTML? = facts.authorisedUntil[own.officer].flatMap { last in
            last < start ? tag("Not authorised", .red) : last < programme.ends ? tag("Authorised until \(last)", .amber) : nil
        }
        return "\(line)\(lapse)"
    }

    private func sum(_ hours: [Hundredths]) -> String { grouped(Int(hours.reduce(.zero) { $0 + $1 }.count / 100)) }

    private var objectives: HTML {
        let deeds = viewer.mayKeep ? [button("Change them", to: ProgrammeLinks.programme(programme, "edit"), quiet: true)] : []
        let targets: HTML = setting.targets.isEmpty ? "<p>\(quiet("None"))</p>" : "<ul>\(setting.targets.map { "<li>\($0.subject), \($0.timeWords == "The year" ? "the year" : $0.timeWords): \($0.askedWords.lowercasedFirst)</li>" as HTML })</ul>"
        let themes: HTML = setting.themes.isEmpty ? "<p>\(quiet("None"))</p>" : "<ul>\(setting.themes.map { "<li>\($0.title): \($0.count) of \($0.words(markers))</li>" as HTML })</ul>"
        let demand = ProgrammeSetting.demandOrigins.compactMap { origin in setting.demand[origin.rawValue].map { "\(origin.words.lowercased()) \($0.exact)" } }
        let rest = Markup.facts([
            ("Random sample", setting.sample.map { "\($0.count) of \(AuditRisk(rawValue: $0.band)?.words.lowercased() ?? $0.band) risk that are not due, drawn with the seed \($0.seed)" } ?? quiet("None")),
            ("Hours of an audit", "Full \(setting.full.exact), short \(setting.short.exact)"),
            ("Short audits", setting.shortBands.isEmpty ? quiet("None") : "Of \(listed(setting.shortBands.map { $0.words.lowercased() })) risk"),
            ("Hours kept for what arrives", demand.isEmpty ? quiet("None") : "\(grouped(Int(setting.demandHours.count / 100))): \(listed(demand))"),
        ])
        return card("Objectives", id: "objectives", actions: deeds, "<h3>Targets</h3>\(targets)<h3>Themes</h3>\(themes)<h3>Besides</h3>\(rest)")
    }
}
