import Kernel

extension RiskMethod {
    /// What is wrong with it, in the order in which a reader meets it; a method with none can be kept and scores every premises.
    public var flaws: [RiskFlaw] {
        var flaws = RiskFlaws()
        flaws.check(cover: self)
        flaws.check(factors: self)
        flaws.check(bands: self)
        flaws.check(intervals: self)
        return flaws.found
    }

    static let mostFactors = 24
    static let mostMarkers = 40
}

/// The checks of a method, each adding what it finds.
struct RiskFlaws {
    private(set) var found: [RiskFlaw] = []

    mutating func add(_ place: String, _ sentence: String) { found.append(RiskFlaw(place, sentence)) }

    /// A code is kept in records and stands in addresses, so it is of small letters, digits and hyphens.
    mutating func check(code: String, _ place: String) {
        if code.isEmpty || code.utf8.count > 40 || !code.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) {
            add(place, "The code “\(code.prefix(60))” is not 1 to 40 small letters, digits and hyphens, such as known-compliance.")
        }
    }

    mutating func check(text: String, _ place: String, _ what: String, atMost most: Int) {
        if text.trimmed.isEmpty { add(place, "\(what) is missing.") }
        if text.count > most { add(place, "\(what) is \(text.count) characters long; \(most) is the most.") }
    }

    mutating func check(cover method: RiskMethod) {
        check(text: method.edition, "Cover", "The edition", atMost: 60)
        check(text: method.title, "Cover", "The title", atMost: 200)
        check(text: method.weights, "Cover", "Where the weights come from (“weights”)", atMost: 2000)
        if method.text.isEmpty { add("Text", "The text that is published of the method is missing.") }
        for (index, paragraph) in method.text.enumerated() { check(text: paragraph, "Text, paragraph \(index + 1)", "The paragraph", atMost: 4000) }
        if method.knownCombination == nil {
            add("Combination", "“\(method.combination.prefix(60))” is no way to combine the classes. Choose \(listed(RiskCombination.allCases.map(\.rawValue), joinedBy: "or")).")
        }
        if method.knownCombination?.multiplies == true {
            for (isThere, what) in [(method.factors.contains { $0.knownClass == .likelihood }, "likelihood"), (method.factors.contains { $0.knownClass?.isHarm == true }, "a class of harm")] where !isThere {
                add("Combination", "Likelihood is multiplied by harm, and no factor is of \(what).")
            }
        }
        var codes: Set<String> = []
        if method.markers.count > RiskMethod.mostMarkers { add("Markers", "There are \(method.markers.count); \(RiskMethod.mostMarkers) is the most.") }
        for marker in method.markers {
            let place = "Marker “\(marker.code.prefix(60))”"
            check(code: marker.code, place)
            check(text: marker.title, place, "The title", atMost: 120)
            if !codes.insert(marker.code).inserted { add(place, "It stands there twice.") }
            if let why = RiskFairness.refusal(of: marker.code + " " + marker.title) { add(place, "It can’t be used: \(why).") }
        }
    }

    mutating func check(bands method: RiskMethod) {
        if method.bands.count < 2 || method.bands.count > 9 { add("Bands", "There are \(method.bands.count); a method has 2 to 9.") }
        var codes: Set<String> = []
        for (index, band) in method.bands.enumerated() {
            let place = "Band “\(band.code.prefix(60))”"
            check(code: band.code, place)
            check(text: band.title, place, "The title", atMost: 60)
            if !codes.insert(band.code).inserted { add(place, "It stands there twice.") }
            if index > 0, band.from >= method.bands[index - 1].from {
                add(place, "It begins at \(band.from.words), which is not below \(method.bands[index - 1].from.words), where the band before it begins. The highest band stands first.")
            }
            if let months = band.months, !(1...240).contains(months) { add(place, "\(months) months is no interval; it is from 1 to 240, or left out where premises are looked at by sample.") }
            if let audited = band.audited {
                if band.months != nil { add(place, "It has an interval, so how premises are looked at besides (“audited”) is left out.") }
                check(text: audited, place, "How premises are looked at (“audited”)", atMost: 120)
            }
            if index > 0, let before = method.bands[index - 1].months, let months = band.months, months < before {
                add(place, "It is looked at every \(months) months, more often than the band above it, which is every \(before).")
            }
            if index > 0, method.bands[index - 1].months == nil, band.months != nil { add(place, "It has an interval, and the band above it is looked at by sample alone.") }
        }
        if let last = method.bands.last, last.from.count != 0 { add("Band “\(last.code.prefix(60))”", "The last band begins at 0, so that every score is in one; this begins at \(last.from.words).") }
    }

    mutating func check(intervals method: RiskMethod) {
        let levels = KnownCompliance.levels.map { "\($0)" } + [KnownCompliance.unknown]
        for level in method.poor where !levels.contains(level) { add("Poor", "“\(level.prefix(60))” is no level of compliance. Levels are \(listed(levels, joinedBy: "or")).") }
        if method.poor.isEmpty { add("Poor", "No level of compliance counts as poor.") }
        var met: Set<String> = []
        for (index, effect) in method.effects.enumerated() {
            let place = "Compliance, line \(index + 1)"
            if effect.known == nil { add(place, "“\(effect.effect.prefix(60))” is no effect. Choose \(listed(ComplianceEffect.Effect.allCases.map(\.rawValue), joinedBy: "or")).") }
            for level in effect.levels {
                if !levels.contains(level) { add(place, "“\(level.prefix(60))” is no level of compliance. Levels are \(listed(levels, joinedBy: "or")).") }
                if !met.insert(level).inserted { add(place, "Level “\(level.prefix(60))” stands in an earlier line already.") }
            }
        }
        var types: Set<String> = []
        for (index, share) in method.shares.enumerated() {
            let place = "Yearly shares, line \(index + 1)"
            if !(1...100).contains(share.percent) { add(place, "\(share.percent) per cent is no share; it is from 1 to 100.") }
            if share.types.isEmpty { add(place, "It names no type of premises.") }
            for type in share.types {
                if PremisesType(rawValue: type) == nil { add(place, "“\(type.prefix(60))” is none of the 17 types of the national return.") }
                if !types.insert(type).inserted { add(place, "“\(type.prefix(60))” stands in an earlier line already.") }
            }
        }
    }
}
