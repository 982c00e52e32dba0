public import Kernel

extension ProgrammeBasis {
    /// What is wrong with it, as sentences that say where and what would be right; empty where a programme can be made.
    public var amiss: [Refusal.Field] {
        var amiss: [Refusal.Field] = []
        func refuse(_ field: String, _ sentence: String) { amiss.append(.init(field, sentence)) }
        if officers.isEmpty { refuse("officers", "There is nobody to audit. Name at least one officer.") }
        if !(0...100).contains(demandPercent) { refuse("demandPercent", "\(demandPercent) is no share. Give a number of per cent from 0 to 100.") }
        for (place, officer) in officers.enumerated() {
            let field = "officers[\(place)]"
            if officers.prefix(place).contains(where: { $0.name == officer.name }) { refuse("\(field).name", "There are two officers “\(officer.name)”. Give each a name of their own.") }
            if officer.away.count != 4 { refuse("\(field).away", "Give the days away of \(officer.name) for each of the four quarters.") }
            if officer.away.contains(where: { $0 < 0 }) { refuse("\(field).away", "Days away are 0 or more.") }
            if !(0...100).contains(officer.auditPercent) { refuse("\(field).auditPercent", "\(officer.auditPercent) is no share. Give a number of per cent from 0 to 100.") }
            if officer.fte < .zero || officer.fte.count > 200 { refuse("\(field).fte", "Full-time equivalents of one officer are from 0 to 2, such as 0.80.") }
            if let band = officer.highestBand, AuditRisk(rawValue: band) == nil { refuse("\(field).highestBand", AuditRisk.unknown(band)) }
        }
        var seen: Set<String> = []
        for (place, premises) in self.premises.enumerated() {
            let field = "premises[\(place)]"
            if !seen.insert(premises.reference).inserted { refuse("\(field).reference", "\(premises.reference) stands here twice. Leave one out.") }
            if hours[premises.kind].map({ $0 > .zero }) != true { refuse("\(field).kind", "How long a “\(premises.kind)” audit takes is not said. Add it to “hours”.") }
            if AuditRisk(rawValue: premises.band) == nil { refuse("\(field).band", AuditRisk.unknown(premises.band)) }
        }
        for (place, target) in targets.enumerated() {
            let field = "targets[\(place)]"
            if (target.least == nil) == (target.percent == nil) { refuse(field, "A target asks for either “least” or “percent”.") }
            if let quarter = target.quarter, !(1...4).contains(quarter) { refuse("\(field).quarter", "\(quarter) is no quarter. Give 1 to 4, or leave it out for the year.") }
            if let percent = target.percent, !(0...100).contains(percent) { refuse("\(field).percent", "\(percent) is no share. Give a number of per cent from 0 to 100.") }
            if let least = target.least, !(0...1_000_000).contains(least) { refuse("\(field).least", "A target asks for 0 to 1,000,000.") }
        }
        for (band, worth) in (self.worth ?? [:]).sorted(by: { $0.key < $1.key }) where !(1...1000).contains(worth) { refuse("worth.\(band)", "What an audit is worth is from 1 to 1000.") }
        return Array((amiss.isEmpty ? doNotAddUp : amiss).prefix(50))
    }

    /// Targets of a year that the targets of its quarters do not add up to.
    private var doNotAddUp: [Refusal.Field] {
        targets.enumerated().compactMap { place, year in
            guard year.quarter == nil, let asked = year.least else { return nil }
            let parts = targets.filter { $0.quarter != nil && $0.band == year.band && $0.type == year.type && $0.theme == year.theme }.compactMap(\.least)
            let sum = parts.reduce(0, +)
            guard parts.count == 4, sum != asked else { return nil }
            return .init("targets[\(place)].least", "The quarters of “\(year.words)” ask for \(sum) together and the year for \(asked). Make them the same.")
        }
    }
}

extension AuditRisk {
    static func unknown(_ code: String) -> String { "“\(code)” is no band. The bands are \(allCases.map(\.rawValue).joined(separator: ", "))." }
}
