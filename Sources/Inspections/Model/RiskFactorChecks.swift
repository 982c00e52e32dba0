import Kernel

extension RiskFlaws {
    mutating func check(factors method: RiskMethod) {
        if method.factors.isEmpty { add("Factors", "There are none, so every score would be 0.") }
        if method.factors.count > RiskMethod.mostFactors { add("Factors", "There are \(method.factors.count); \(RiskMethod.mostFactors) is the most.") }
        var codes: Set<String> = []
        for factor in method.factors {
            let place = "Factor “\(factor.code.prefix(60))”"
            check(code: factor.code, place)
            check(text: factor.title, place, "The title", atMost: 120)
            if !codes.insert(factor.code).inserted { add(place, "It stands there twice.") }
            check(factor, place, Set(method.markers.map(\.code)))
        }
    }

    private mutating func check(_ factor: RiskFactor, _ place: String, _ markers: Set<String>) {
        if factor.knownClass == nil { add(place, "“\(factor.category.prefix(60))” is no class. Choose \(listed(RiskClass.allCases.map(\.rawValue), joinedBy: "or")).") }
        if !(1...20).contains(factor.weight) { add(place, "The weight \(factor.weight) is not a whole number from 1 to 20.") }
        if let why = RiskFairness.refusal(of: factor.fact + " " + factor.title) { add(place, "“\(factor.fact.prefix(60))” can’t be used: \(why).") }
        guard let fact = factor.knownFact else {
            if RiskFairness.refusal(of: factor.fact) == nil {
                add(place, "“\(factor.fact.prefix(60))” is nothing that is known of premises here. Choose \(listed(RiskFact.allCases.map(\.rawValue), joinedBy: "or")).")
            }
            return
        }
        if factor.rows.isEmpty { add(place, "Its table has no rows.") }
        if factor.rows.count > 60 { add(place, "Its table has \(factor.rows.count) rows; 60 is the most.") }
        for (index, row) in factor.rows.enumerated() where row.points > RiskPoints(1000) { add("\(place), row \(index + 1)", "\(row.points.words) points is too many; 1,000 is the most.") }
        switch fact.shape {
        case .answers: check(answers: factor, of: fact.answers, mustHaveAll: true, place, isType: fact == .type)
        case .markers: check(answers: factor, of: markers.sorted(), mustHaveAll: false, place, isType: false)
        case .ranges: check(ranges: factor, place, inWhole: fact != .height, first: fact == .storeys ? RiskPoints(1) : RiskPoints(0))
        }
        if fact.canBeUnknown {
            guard let unknown = factor.unknown else { return add(place, "\(fact.words) can be unknown, and it does not say what that counts as (“unknown”, with points and why).") }
            if unknown.points > RiskPoints(1000) { add(place, "\(unknown.points.words) points for what is not known is too many; 1,000 is the most.") }
            check(text: unknown.why, place, "Why what is not known counts so", atMost: 500)
        } else if factor.unknown != nil {
            add(place, "\(fact == .markers ? "Markers are there or not" : "The type is always known"), so “unknown” is left out.")
        }
    }

    private mutating func check(answers factor: RiskFactor, of all: [String], mustHaveAll: Bool, _ place: String, isType: Bool) {
        var met: Set<String> = []
        for (index, row) in factor.rows.enumerated() {
            let place = "\(place), row \(index + 1)"
            if row.from != nil || row.below != nil { add(place, "This table goes by answers, so a row names them (“for”) and has no “from” and “below”.") }
            if (row.answers ?? []).isEmpty { add(place, "It names no answer (“for”).") }
            for answer in row.answers ?? [] {
                if !all.contains(answer) {
                    add(place, isType ? "“\(answer.prefix(60))” is none of the 17 types of the national return." : "“\(answer.prefix(60))” is none of \(all.isEmpty ? "the method’s markers, of which there are none" : listed(all, joinedBy: "or")).")
                } else if !met.insert(answer).inserted {
                    add(place, "“\(answer)” stands in an earlier row already.")
                }
            }
        }
        let missing = all.filter { !met.contains($0) }
        if mustHaveAll, !missing.isEmpty { add(place, "No row is for \(listed(missing, joinedBy: "or")).") }
    }

    private mutating func check(ranges factor: RiskFactor, _ place: String, inWhole: Bool, first: RiskPoints) {
        var end: RiskPoints?
        for (index, row) in factor.rows.enumerated() {
            let place = "\(place), row \(index + 1)"
            if row.answers != nil { add(place, "This table goes by ranges, so a row says from which number (“from”) to below which (“below”), and not “for” what.") }
            guard let from = row.from else {
                add(place, "It does not say from which number it is (“from”).")
                end = row.below
                continue
            }
            if inWhole, from.whole == nil || row.below.map({ $0.whole == nil }) ?? false { add(place, "Its bounds are whole numbers.") }
            if index == 0, from > first { add(place, "It begins at \(from.words), so nothing below that has points. Begin at \(first.words).") }
            if index > 0, let end {
                if from > end { add(place, "It begins at \(from.words) and the row before it ends below \(end.words), so there is a gap between them.") }
                if from < end { add(place, "It begins at \(from.words) and the row before it ends below \(end.words), so they overlap.") }
            }
            if let below = row.below, below <= from { add(place, "It ends below \(below.words), which is not above \(from.words), where it begins.") }
            if row.below == nil, index < factor.rows.count - 1 { add(place, "It has no end (“below”), and rows follow it.") }
            if row.below != nil, index == factor.rows.count - 1 { add(place, "The last row has no end, so that every number has points; leave “below” out.") }
            end = row.below
        }
    }
}
