import Kernel
import Web

/// What programs send to keep programmes: the same fields as the forms have.
extension ProgrammeSetting {
    private static let hours = Schema.text(atMost: 20).maybe
    static let schema = Schema.input("ProgrammeObjectives", [
        "targets": Schema.list(.text(atMost: 200)).maybe.meaning("Each on one line: a band, a premises type or both, Q1 to Q4 or a month, and how many. Such as care-home, Q2: 10, or very-high: 100%."),
        "themes": Schema.list(.text(atMost: 400)).maybe.meaning("Each on one line: Licensed premises at night: 20 | licensed, hotel."),
        "sampleBand": .choice(AuditRisk.self).maybe, "sampleCount": Schema.whole(0...10_000).maybe, "sampleSeed": Schema.whole(0...2_147_483_647).maybe,
        "full": hours.meaning("Hours of a full audit: 9.00."), "short": hours, "shortBands": .list(.choice(AuditRisk.self)).maybe,
        "demandComplaint": hours.meaning("Hours of the year kept for what arrives."), "demandPostFire": hours, "demandFalseAlarm": hours, "demandConsultation": hours,
    ])
}

extension NewProgramme {
    static let schema = ProgrammeSetting.schema.and("NewProgramme", ["year": Schema.whole(2007...2199).meaning("The calendar year in which it begins.")])
}

extension NewOfficerCapacity {
    private static let days = Schema.whole(0...70).maybe
    static let schema = Schema.input("NewOfficerTime", [
        "officer": Schema.words(atMost: 200).meaning("The name of a person or post on record. It stays as it is when their time is changed."), "fte": Schema.text(atMost: 10).maybe.meaning("1.00 when left out."),
        "away1": days.meaning("Working days away from April to June."), "away2": days, "away3": days, "away4": days, "auditPercent": Schema.whole(0...100).maybe, "base": .text(atMost: 200).maybe,
        "latitude": Schema.text(atMost: 30).maybe, "longitude": Schema.text(atMost: 30).maybe, "from": .day.maybe, "until": .day.maybe,
    ])
    static let names = Dictionary(uniqueKeysWithValues: (1...4).map { ("away\($0)", ["away-\($0)"]) })
}

enum ProgrammeInput {
    static let making = Schema.input("YearPlanMaking", [
        "from": Schema.day.maybe.meaning("The first day that is planned anew; today, or the year's first, when left out."), "seconds": Schema.whole(1...Int64(Programmes.mostSeconds)).maybe.meaning("How long the solver may take."),
    ])
    static let nothing = Schema.input("ProgrammeDeed", [:])
}
