import Kernel
import Storage
import Web

/// An edition of the enforcement policy with its objectives.
struct EnforcementPolicyPayload: Encodable {
    static let schema = Schema.object("EnforcementPolicy", [
        "number": .number, "version": .number, "edition": .text, "effective": Schema.day.optional.meaning("The first day on which it counts; left out of a draft."),
        "purpose": .text.optional, "dutyholder": Schema.list(.text).meaning("What officers weigh of whoever holds the duty."),
        "strategic": Schema.list(.text).meaning("What officers weigh of the public interest."),
        "retention": Schema.count.meaning("Years that an entry of the public register is kept, from the day of service."),
        "publishAfter": Schema.count.meaning("An entry is made so long after the first day that the law allows, and by the last."), "count": .choice(RegisterPolicy.Count.self),
        "withdrawn": .choice(RegisterPolicy.Withdrawn.self), "sensitive": .choice(RegisterPolicy.Sensitive.self),
        "letterWithin": Schema.count.optional.meaning("Working days for the letter after an audit."), "objectives": .list(ObjectivePayload.schema), "since": .day,
    ])

    let number: Int64
    let version: Int
    let edition: String
    let effective: Day?
    let purpose: String?
    let dutyholder: [String]
    let strategic: [String]
    let retention: Int
    let publishAfter: Int
    let count: RegisterPolicy.Count
    let withdrawn: RegisterPolicy.Withdrawn
    let sensitive: RegisterPolicy.Sensitive
    let letterWithin: Int?
    let objectives: [ObjectivePayload]
    let since: Day

    init(_ policy: EnforcementPolicy, _ objectives: [EnforcementObjective]) {
        (number, version, edition, effective, purpose) = (policy.id.number, policy.version, policy.edition, policy.effective, policy.purpose)
        (dutyholder, strategic) = (policy.factors(.dutyholder), policy.factors(.strategic))
        let register = policy.register
        (retention, publishAfter, count) = (register.retentionYears, register.publishAfter, register.count)
        (withdrawn, sensitive) = (register.exportsWithdrawn, register.sensitive)
        (letterWithin, since) = (policy.letterWithin, policy.since)
        self.objectives = objectives.map(ObjectivePayload.init)
    }
}

/// One objective of an edition.
struct ObjectivePayload: Encodable {
    static let schema = Schema.object("EnforcementObjective", [
        "number": .number, "version": .number, "sentence": .text, "measure": .choice(ActivityMeasure.self), "polarity": .choice(EnforcementObjective.Polarity.self),
        "target": Schema.text.meaning("An exact decimal number, as text."), "per": .choice(ActivitySpan.self),
    ])

    let number: Int64
    let version: Int
    let sentence: String
    let measure: ActivityMeasure
    let polarity: EnforcementObjective.Polarity
    let target: Quantity
    let per: ActivitySpan

    init(_ objective: EnforcementObjective) {
        (number, version, sentence, measure) = (objective.id.number, objective.version, objective.sentence, objective.measure)
        (polarity, target, per) = (objective.polarity, objective.target, objective.per)
    }
}

/// A yearly number that somebody states.
struct StatedActivityPayload: Encodable {
    static let schema = Schema.object("StatedActivity", [
        "number": .number, "version": .number, "year": Schema.text.meaning("2011, or 2011/12 for a financial year."), "measure": .choice(ActivityMeasure.self),
        "count": Schema.text.meaning("An exact decimal number, as text."), "source": .text, "since": .day,
    ])

    let number: Int64
    let version: Int
    let year: String
    let measure: ActivityMeasure
    let count: Quantity
    let source: String
    let since: Day

    init(_ stated: StatedActivity) {
        (number, version, year, measure) = (stated.id.number, stated.version, stated.year, stated.measure)
        (count, source, since) = (stated.count, stated.source, stated.since)
    }
}

extension Session {
    func payload(of policy: EnforcementPolicy) throws -> EnforcementPolicyPayload { EnforcementPolicyPayload(policy, try objectives(of: policy)) }
}
