public import Kernel

extension ProgrammeOfficer {
    /// Hours of a working day of somebody whole-time: 37 in five days.
    static let day = Hundredths(740)

    /// Hours for audits in what is left of a quarter: its weekdays less those away, by full-time equivalent, by the share that goes into audits.
    public func hours(in quarter: Int, of basis: ProgrammeBasis) -> Hundredths { basis.open[quarter].map { hours(in: $0, of: basis.quarters[quarter], away[quarter]) } ?? .zero }

    /// Hours for audits in the whole of a quarter, whatever of it is over.
    func wholeHours(in quarter: Int, of basis: ProgrammeBasis) -> Hundredths { hours(in: basis.quarters[quarter], of: basis.quarters[quarter], away[quarter]) }

    /// - Parameter away: weekdays of the whole quarter on which they are away; of a part of it, as large a part.
    func hours(in days: ClosedRange<Day>, of quarter: ClosedRange<Day>, _ away: Int) -> Hundredths {
        let (first, last) = (max(days.lowerBound, from ?? days.lowerBound), min(days.upperBound, until ?? days.upperBound))
        guard first <= last else { return .zero }
        let (there, all) = ((first...last).weekdays, quarter.weekdays)
        let gone = there == all ? away : (away * there + all / 2) / max(1, all)
        return Hundredths(Int64(max(0, there - gone)) * Self.day.count * fte.count * Int64(auditPercent) / 10_000)
    }

    /// Those of them that are not kept for what arrives otherwise.
    public func free(in quarter: Int, of basis: ProgrammeBasis) -> Hundredths { basis.free(of: hours(in: quarter, of: basis)) }

    /// Whether they are authorised for an audit of such premises.
    ///
    /// - Parameter days: all of which the authorisation must hold; whenever it holds when nil.
    public func mayAudit(_ premises: ProgrammePremises, in days: ClosedRange<Day>? = nil) -> Bool {
        let band = AuditRisk(rawValue: premises.band) ?? .veryHigh
        guard let levels else { return kinds.contains(premises.kind) && (highestBand.flatMap(AuditRisk.init) ?? .veryHigh) >= band }
        return levels.contains { level in
            let holds = days.map { level.holds(throughout: $0) } ?? true
            return holds && level.kinds.contains(premises.kind) && (AuditRisk(rawValue: level.highestBand) ?? .veryLow) >= band
                && (level.sleeping || premises.sleeping != true) && (level.complex || premises.complex != true)
        }
    }
}

extension ProgrammeLevel {
    func holds(throughout days: ClosedRange<Day>) -> Bool { from <= days.lowerBound && until.map { days.upperBound <= $0 } ?? true }
}

extension ProgrammeBasis {
    /// All hours for audits of the whole year.
    public var yearHours: Hundredths { officers.reduce(.zero) { sum, officer in (0..<4).reduce(sum) { $0 + officer.wholeHours(in: $1, of: self) } } }

    /// Of some hours, those that are not kept for what arrives otherwise: of every officer and quarter as large a part as of the year.
    func free(of hours: Hundredths) -> Hundredths {
        guard let demandHours else { return Hundredths(hours.count * Int64(100 - demandPercent) / 100) }
        let all = yearHours.count
        guard all > 0 else { return .zero }
        return Hundredths(max(0, hours.count * (all - min(all, demandHours.count)) / all))
    }
}

extension ClosedRange<Day> {
    /// Mondays to Fridays.
    var weekdays: Int {
        let count = upperBound.number - lowerBound.number + 1
        let (weeks, rest) = (count / 7, count % 7)
        return weeks * 5 + (0..<rest).count { Day(number: lowerBound.number + $0).weekday <= 5 }
    }
}
