public import Kernel

extension ProgrammeOfficer {
    /// Hours of a working day of somebody whole-time: 37 in five days.
    static let day = Hundredths(740)

    /// Hours for audits in a quarter: its weekdays less those away, by full-time equivalent, by the share that goes into audits.
    public func hours(in quarter: Int, of basis: ProgrammeBasis) -> Hundredths {
        let days = max(0, basis.quarters[quarter].weekdays - away[quarter])
        return Hundredths(Int64(days) * Self.day.count * fte.count * Int64(auditPercent) / 10_000)
    }

    /// Those of them that are not kept for what arrives otherwise.
    public func free(in quarter: Int, of basis: ProgrammeBasis) -> Hundredths {
        Hundredths(hours(in: quarter, of: basis).count * Int64(100 - basis.demandPercent) / 100)
    }

    /// Whether they are authorised for an audit of such premises.
    public func mayAudit(_ premises: ProgrammePremises) -> Bool {
        kinds.contains(premises.kind) && (highestBand.flatMap(AuditRisk.init) ?? .veryHigh) >= (AuditRisk(rawValue: premises.band) ?? .veryHigh)
    }
}

extension ClosedRange<Day> {
    /// Mondays to Fridays.
    var weekdays: Int { (lowerBound.number...upperBound.number).count { Day(number: $0).weekday <= 5 } }
}
