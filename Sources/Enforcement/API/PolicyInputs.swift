import Web

/// What programs send to keep the enforcement policy: the same fields as the forms have.
extension NewEnforcementPolicy {
    static let schema = Schema.input("NewEnforcementPolicy", [
        "edition": .words(atMost: 60), "purpose": .text(atMost: 4000).maybe, "dutyholder": Schema.list(.text(atMost: 300)).maybe, "strategic": Schema.list(.text(atMost: 300)).maybe,
        "retention": Schema.whole(3...99).maybe.meaning("Years, 3 when left out of the first edition; later what the edition before has."), "publishAfter": .whole(0...13).maybe,
        "count": .choice(RegisterPolicy.Count.self).maybe, "withdrawn": .choice(RegisterPolicy.Withdrawn.self).maybe,
        "sensitive": .choice(RegisterPolicy.Sensitive.self).maybe, "letterWithin": .whole(1...60).maybe,
    ])
}

extension NewObjective {
    static let schema = Schema.input("NewEnforcementObjective", [
        "sentence": .words(atMost: 500), "measure": .choice(ActivityMeasure.self).maybe, "polarity": .choice(EnforcementObjective.Polarity.self).maybe,
        "target": Schema.words(atMost: 30).meaning("An exact decimal number, as text: 95 or 82.5."), "per": .choice(ActivitySpan.self).maybe,
    ])
}

extension NewStatedActivity {
    static let schema = Schema.input("NewStatedActivity", [
        "year": Schema.words(atMost: 9).meaning("2011, or 2011/12 for a financial year; kept as it is when a number is corrected."), "measure": .choice(ActivityMeasure.self).maybe,
        "count": Schema.words(atMost: 30).meaning("An exact decimal number, as text."), "source": Schema.words(atMost: 500).meaning("Where the number stands."),
    ])
}
