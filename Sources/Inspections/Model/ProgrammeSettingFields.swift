public import Kernel
import Premises

extension ProgrammeSetting {
    public init(reading fields: inout Fields) {
        self.init()
        full = fields.hours("full", "Hours of a full audit", default: full)
        short = fields.hours("short", "Hours of a short audit", default: short)
        shortBands = fields.codes("short-bands", "Bands of short audits", of: AuditRisk.self)
        for origin in Self.demandOrigins {
            let hours = fields.amount("demand-\(origin.rawValue)", origin.words)
            if hours < .zero || hours.count > 100_000_00 { fields.refuse("demand-\(origin.rawValue)", "Hours are from 0 to 100,000.") }
            if hours > .zero { demand[origin.rawValue] = hours }
        }
        targets = fields.targets()
        themes = fields.themes()
        let (band, count, seed) = (
            fields.optionalChoice("sample-band", "Band of the sample", of: AuditRisk.self), fields.number("sample-count", "How many are drawn", in: 0...10_000),
            fields.number("sample-seed", "Seed", in: 0...Int(Int32.max)))
        if let count, count > 0 { sample = ProgrammeSample(band: (band ?? .veryLow).rawValue, count: count, seed: UInt64(seed ?? 1)) }
    }

    /// What it says under the names of its form.
    public var entries: [String: [String]] {
        var held = [
            "full": [full.plain], "short": [short.plain], "short-bands": shortBands.map(\.rawValue), "targets": targets.map(\.written), "themes": themes.map(\.written),
            "sample-band": [sample?.band ?? ""], "sample-count": [sample.map { "\($0.count)" } ?? ""], "sample-seed": [sample.map { "\($0.seed)" } ?? ""],
        ]
        for origin in Self.demandOrigins { held["demand-\(origin.rawValue)"] = [demand[origin.rawValue]?.plain ?? ""] }
        return held
    }

    /// What in it contradicts itself.
    ///
    /// - Parameter begins: the first day of the year.
    func amiss(begins: Day) -> [Refusal.Field] {
        let basis = ProgrammeBasis(
            begins: begins, officers: [ProgrammeOfficer(name: "Anybody", fte: Hundredths(100), away: [0, 0, 0, 0], auditPercent: 100, kinds: [])], hours: [:], premises: [],
            targets: targets, demandPercent: 0)
        return basis.amiss.map { .init("targets", $0.sentence) }
    }
}

extension Fields {
    fileprivate mutating func hours(_ name: String, _ label: String, default fallback: Hundredths) -> Hundredths {
        guard !written(name).isEmpty else { return fallback }
        let hours = amount(name, label)
        if hours <= .zero || hours.count > 200_00 { refuse(name, "\(label) are more than 0 and at most 200, such as 7.5.") }
        return hours
    }

    fileprivate mutating func targets() -> [ProgrammeTarget] {
        var found: [ProgrammeTarget] = []
        for line in lines("targets") {
            guard let target = ProgrammeTarget(written: line) else {
                refuse("targets", "“\(line.prefix(60))” is no target. Write a band, a premises type or both, a quarter or month where it is for one, and how many: care-home, Q2: 10, or very-high: 100%.")
                continue
            }
            found.append(target)
        }
        if found.count > 200 { refuse("targets", "There are \(found.count) targets, and 200 is the most.") }
        return found
    }

    fileprivate mutating func themes() -> [ProgrammeTheme] {
        var found: [ProgrammeTheme] = []
        for line in lines("themes") {
            guard let theme = ProgrammeTheme(written: line) else {
                refuse("themes", "“\(line.prefix(60))” is no theme. Write its title, how many, and the premises types or markers it covers: Licensed premises at night: 20 | licensed, hotel.")
                continue
            }
            if found.contains(where: { $0.title == theme.title }) { refuse("themes", "There are two themes “\(theme.title.prefix(60))”. Give each a title of its own.") }
            found.append(theme)
        }
        return found
    }
}

extension ProgrammeTarget {
    /// Reads `care-home, Q2: 10`.
    public init?(written line: some StringProtocol) {
        let parts = line.split(separator: ":").map { String($0.trimmed) }
        guard parts.count == 2 else { return nil }
        self.init()
        for word in parts[0].split(separator: ",").map({ String($0.trimmed).lowercased() }) {
            if word == "all" { continue }
            if let risk = AuditRisk(rawValue: word), band == nil { band = risk.rawValue }
            else if let type = PremisesType(rawValue: word), self.type == nil { self.type = type.rawValue }
            else if word.count == 2, word.hasPrefix("q"), let number = Int(word.dropFirst()), (1...4).contains(number), quarter == nil, month == nil { quarter = number }
            else if let place = Day.months.firstIndex(where: { $0.lowercased() == word }), quarter == nil, month == nil { month = place + 1 }
            else { return nil }
        }
        if parts[1].hasSuffix("%") {
            guard let share = Int(parts[1].dropLast().trimmed), (0...100).contains(share) else { return nil }
            percent = share
        } else {
            guard let number = Int(parts[1]), (0...1_000_000).contains(number) else { return nil }
            least = number
        }
    }
}

extension ProgrammeTheme {
    /// Reads `Licensed premises at night: 20 | licensed, hotel`.
    public init?(written line: some StringProtocol) {
        let parts = line.split(separator: "|", maxSplits: 1).map { String($0.trimmed) }
        guard parts.count == 2, let colon = parts[0].lastIndex(of: ":") else { return nil }
        let (title, number) = (parts[0][..<colon].trimmed, Int(parts[0][parts[0].index(after: colon)...].trimmed))
        let covers = parts[1].split(separator: ",").map { String($0.trimmed).lowercased() }.filter { !$0.isEmpty }
        guard !title.isEmpty, title.count <= 100, let number, (1...10_000).contains(number), !covers.isEmpty, covers.count <= 30 else { return nil }
        self.init(String(title), number, covers)
    }
}
