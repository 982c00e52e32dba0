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
            if officer.away.contains(where: { !(0...92).contains($0) }) { refuse("\(field).away", "Days away in a quarter are 0 to 92.") }
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
            if let month = target.month, !(1...12).contains(month) || target.quarter != nil { refuse("\(field).month", "A month is its number in the calendar, from 1 to 12, and stands without a quarter.") }
            if let percent = target.percent, !(0...100).contains(percent) { refuse("\(field).percent", "\(percent) is no share. Give a number of per cent from 0 to 100.") }
            if let least = target.least, !(0...1_000_000).contains(least) { refuse("\(field).least", "A target asks for 0 to 1,000,000.") }
        }
        for (band, worth) in (self.worth ?? [:]).sorted(by: { $0.key < $1.key }) where !(1...1000).contains(worth) { refuse("worth.\(band)", "What an audit is worth is from 1 to 1000.") }
        return Array((amiss.isEmpty ? doNotAddUp : amiss).prefix(50))
    }

    /// Targets that their parts do not add up to.
    private var doNotAddUp: [Refusal.Field] {
        targets.enumerated().flatMap { place, whole -> [Refusal.Field] in
            doNotAddUp(whole).map { .init("targets[\(place)].least", $0) }
        }
    }

    private func doNotAddUp(_ whole: ProgrammeTarget) -> [String] {
        guard let asked = whole.least, whole.month == nil else { return [] }
        func parts(_ isPart: (ProgrammeTarget) -> Bool) -> [Int] { targets.filter(isPart).compactMap(\.least) }
        func alike(_ part: ProgrammeTarget) -> Bool { part.band == whole.band && part.type == whole.type && part.theme == whole.theme }
        func sameTime(_ part: ProgrammeTarget) -> Bool { part.quarter == whole.quarter && part.month == nil }
        let quarters = whole.quarter == nil ? parts { $0.quarter != nil && alike($0) } : []
        let months = parts { part in part.month.map { whole.quarter == nil || quarter(of: month($0)) == (whole.quarter ?? 0) - 1 } ?? false && alike(part) }
        let bands = whole.band == nil ? parts { $0.band != nil && $0.type == whole.type && $0.theme == whole.theme && sameTime($0) } : []
        let types = whole.type == nil ? parts { $0.type != nil && $0.band == whole.band && $0.theme == whole.theme && sameTime($0) } : []
        let time = whole.time.replacing("the year", with: "year")
        func wrong(_ parts: [Int], _ noun: String, complete: Int?) -> String? {
            let sum = parts.reduce(0, +)
            guard sum > asked || (parts.count == complete && sum != asked) else { return nil }
            return "The \(noun) of “\(whole.words)” ask for \(sum) together and the \(time) for \(asked). Make them the same."
        }
        return [
            wrong(quarters, "quarters", complete: 4), wrong(months, "months", complete: whole.quarter == nil ? 12 : 3), wrong(bands, "bands", complete: nil), wrong(types, "premises types", complete: nil),
        ].compactMap(\.self)
    }
}

extension AuditRisk {
    static func unknown(_ code: String) -> String { "“\(code)” is no band. The bands are \(allCases.map(\.rawValue).joined(separator: ", "))." }
}
