@testable import Inspections
import Kernel
import Testing

/// What is wrong with a method is said with its place, and nothing of who people are is asked for.
@Suite struct RiskMethodTests {
    private func flaws(_ method: RiskMethod) -> [String] { method.flaws.map(\.line) }

    private func factor(_ code: String, _ fact: RiskFact, _ rows: [RiskRow], unknown: RiskUnknown? = RiskUnknown(RiskPoints(1), "x")) -> RiskFactor {
        RiskFactor(code, "T", .publicLife, fact, rows: rows, unknown: unknown)
    }

    private func flaws(of factor: RiskFactor) -> [String] { flaws(Methods.changed(factors: [Methods.small.factors[0], factor])) }

    @Test func `methods that ship have no flaws and read the same when written again`() throws {
        for name in ["risk-harms", "risk-shares"] {
            let method = try Methods.example(name)
            #expect(method.flaws.isEmpty)
            #expect(try RiskMethodFile.read(RiskMethodFile.text(method)) == method)
        }
        #expect(Methods.small.flaws.isEmpty)
        #expect(try RiskMethodFile.read(RiskMethodFile.text(Methods.small)) == Methods.small, "half a point stays half a point")
    }

    @Test func `gaps and overlaps of a table are named with their row`() {
        let (a, b) = (RiskPoints(1), RiskPoints(2))
        #expect(flaws(of: factor("h", .height, [RiskRow(from: RiskPoints(0), below: RiskPoints(11), a), RiskRow(from: RiskPoints(12), b)]))
            == ["Factor “h”, row 2: It begins at 12 and the row before it ends below 11, so there is a gap between them."])
        #expect(flaws(of: factor("h", .height, [RiskRow(from: RiskPoints(0), below: RiskPoints(11), a), RiskRow(from: RiskPoints(10), b)]))
            == ["Factor “h”, row 2: It begins at 10 and the row before it ends below 11, so they overlap."])
        #expect(flaws(of: factor("h", .height, [RiskRow(from: RiskPoints(3), a)])) == ["Factor “h”, row 1: It begins at 3, so nothing below that has points. Begin at 0."])
        #expect(flaws(of: factor("h", .height, [RiskRow(from: RiskPoints(0), below: RiskPoints(9), a)]))
            == ["Factor “h”, row 1: The last row has no end, so that every number has points; leave “below” out."])
        #expect(flaws(of: factor("s", .storeys, [RiskRow(from: RiskPoints(1), below: RiskPoints(Hundredths(2_50)), a), RiskRow(from: RiskPoints(Hundredths(2_50)), b)]))
            == ["Factor “s”, row 1: Its bounds are whole numbers.", "Factor “s”, row 2: Its bounds are whole numbers."])
        #expect(flaws(of: factor("h", .height, [RiskRow(from: RiskPoints(0), below: RiskPoints(0), a), RiskRow(from: RiskPoints(0), b)]))
            == ["Factor “h”, row 1: It ends below 0, which is not above 0, where it begins."])
    }

    @Test func `answers that are missing, twice or none of them are named`() {
        #expect(flaws(of: factor("c", .compliance, [RiskRow(["1", "2", "3"], RiskPoints(1)), RiskRow(["3", "4"], RiskPoints(2))]))
            == ["Factor “c”, row 2: “3” stands in an earlier row already.", "Factor “c”: No row is for 5."])
        #expect(flaws(of: factor("t", .type, [RiskRow(PremisesType.allCases.map(\.rawValue), RiskPoints(1)), RiskRow(["castle"], RiskPoints(2))], unknown: nil))
            == ["Factor “t”, row 2: “castle” is none of the 17 types of the national return."])
        #expect(flaws(of: factor("m", .markers, [RiskRow(["moat"], RiskPoints(1))], unknown: nil)) == ["Factor “m”, row 1: “moat” is none of lifeline or listed."])
        #expect(flaws(of: factor("s", .sleeping, [RiskRow(["yes", "no"], RiskPoints(1))], unknown: nil))
            == ["Factor “s”: Whether people sleep there can be unknown, and it does not say what that counts as (“unknown”, with points and why)."])
        #expect(flaws(of: factor("m", .markers, [RiskRow(["listed"], RiskPoints(1))])) == ["Factor “m”: Markers are there or not, so “unknown” is left out."])
    }

    @Test func `bands stand from the highest to nought, and the more urgent is looked at more often`() {
        func found(_ bands: RiskBand...) -> [String] { flaws(Methods.changed(bands: bands)) }
        let (high, low) = (RiskBand("high", "High", from: RiskPoints(40), months: 24), RiskBand("low", "Low", from: RiskPoints(0), months: 60))
        #expect(found(high, low).isEmpty)
        #expect(found(low, high).contains("Band “high”: It begins at 40, which is not below 0, where the band before it begins. The highest band stands first."))
        #expect(found(high, RiskBand("low", "Low", from: RiskPoints(1), months: 60)) == ["Band “low”: The last band begins at 0, so that every score is in one; this begins at 1."])
        #expect(found(high, RiskBand("low", "Low", from: RiskPoints(0), months: 12)) == ["Band “low”: It is looked at every 12 months, more often than the band above it, which is every 24."])
        #expect(found(RiskBand("high", "High", from: RiskPoints(40), months: nil), low) == ["Band “low”: It has an interval, and the band above it is looked at by sample alone."])
        #expect(found(low) == ["Bands: There are 1; a method has 2 to 9."])
    }

    @Test func `levels, shares and the way to combine are checked`() {
        #expect(flaws(Methods.changed(poor: ["poor"])) == ["Poor: “poor” is no level of compliance. Levels are 1, 2, 3, 4, 5 or unknown."])
        #expect(flaws(Methods.changed(effects: [ComplianceEffect(["4", "5"], .halve), ComplianceEffect(["5"], .lengthen)])) == ["Compliance, line 2: Level “5” stands in an earlier line already."])
        #expect(flaws(Methods.changed(shares: [YearlyShare([.shop], percent: 0), YearlyShare([.shop], percent: 5)]))
            == ["Yearly shares, line 1: 0 per cent is no share; it is from 1 to 100.", "Yearly shares, line 2: “shop” stands in an earlier line already."])
        #expect(flaws(Methods.changed(factors: [Methods.small.factors[1]])) == ["Combination: Likelihood is multiplied by harm, and no factor is of likelihood."])
    }

    @Test(arguments: [
        ("ethnicity", "it is, or speaks of, a protected characteristic (race, section 4 of the Equality Act 2010)"), ("age-of-occupants", "a protected characteristic (age"),
        ("religion", "a protected characteristic (religion or belief"), ("disability", "a protected characteristic (disability"), ("sex", "a protected characteristic (sex"),
        ("first-language", "it stands in for race"), ("lsoa-deprivation", "it stands in for who lives in a neighbourhood"), ("owner-surname", "it stands in for race"),
    ])
    func `what says who people are is refused with the reason`(_ fact: String, _ reason: String) throws {
        let text = RiskMethodFile.text(Methods.small).replacing("\"fact\" : \"height\"", with: "\"fact\" : \"\(fact)\"")
        #expect(text.contains(fact))
        let refused = #expect(throws: Refusal.self) { try RiskMethodFile.read(text) }
        #expect(refused?.code == "risk-method-flawed")
        #expect(refused?.sentence.contains("Factor “height”: “\(fact)” can’t be used: ") ?? false)
        #expect(refused?.sentence.contains(reason) ?? false, "\(refused?.sentence ?? "")")
    }

    @Test func `a marker that says who people are is refused, and the age of a building is not`() {
        #expect(flaws(Methods.changed(markers: Methods.small.markers + [RiskMarkerKind("foreign-language", "Owner’s language")])).count == 1)
        #expect(flaws(Methods.changed(markers: Methods.small.markers + [RiskMarkerKind("old", "Age of the building over a century"), RiskMarkerKind("drainage", "Poor drainage")])).isEmpty)
    }

    @Test(arguments: [
        ("{", "It is no JSON."), ("[]", "It is not of the kind"), ("{\"edition\": \"1\"}", "It has no “"),
    ])
    func `what can't be read is said with its place`(_ text: String, _ sentence: String) {
        let refused = #expect(throws: Refusal.self) { try RiskMethodFile.read(text) }
        #expect(refused?.code == "risk-method-unreadable")
        #expect(refused?.sentence.contains(sentence) ?? false, "\(refused?.sentence ?? "")")
    }

    @Test func `a misspelt name is not passed over`() {
        let text = RiskMethodFile.text(Methods.small)
        for (right, wrong, said) in [
            ("\"yearly-shares\"", "\"yearly-share\"", "“yearly-share” is nothing that a method has."), ("\"why\" : \"Unknown counts as poor.\"", "\"why\" : \"x\", \"because\" : \"y\"", "“factors[1].unknown.because”"),
            ("\"weight\" : 2", "\"weight\" : \"two\"", "“factors[1].weight” is not of the kind"), ("\"points\" : \"37.50\"", "\"points\" : 37.505", "neither a whole number"),
        ] {
            #expect(text.contains(right), "\(right)")
            let refused = #expect(throws: Refusal.self) { try RiskMethodFile.read(text.replacing(right, with: wrong)) }
            #expect(refused?.sentence.contains(said) ?? false, "\(refused?.sentence ?? "")")
        }
    }
}
