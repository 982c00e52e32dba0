import Kernel

/// The clock of a notice as a program reads it. What does not apply is null.
struct ClockPayload: Encodable {
    let clock: NoticeClock
    let day: Day

    enum CodingKeys: CodingKey {
        case appealLimit, entryFrom, entryBy, complianceEntryBy, changeBy, objectionLimit, retainUntil, inForceOn, register, steps
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(clock.appealLimit, forKey: .appealLimit)
        try values.encode(clock.entry?.lowerBound, forKey: .entryFrom)
        try values.encode(clock.entry?.upperBound, forKey: .entryBy)
        try values.encode(clock.complianceEntryBy, forKey: .complianceEntryBy)
        try values.encode(clock.changeBy, forKey: .changeBy)
        try values.encode(clock.objectionLimit, forKey: .objectionLimit)
        try values.encode(clock.retainUntil, forKey: .retainUntil)
        try values.encode(clock.isInForce(on: day), forKey: .inForceOn)
        try values.encode(clock.register(on: day), forKey: .register)
        try values.encode(clock.steps, forKey: .steps)
    }
}

extension ClockStep: Encodable {
    enum CodingKeys: CodingKey { case day, event, rule, provision, working }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(day, forKey: .day)
        try values.encode(event, forKey: .event)
        try values.encode(rule, forKey: .rule)
        try values.encode(provision, forKey: .provision)
        try values.encode(working, forKey: .working)
    }
}
