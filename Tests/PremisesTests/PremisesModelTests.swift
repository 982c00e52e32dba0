import Kernel
import Testing

@testable import Premises

@Suite struct PremisesModelTests {
    private func fields(_ values: [String: String]) -> Fields { Fields(values.mapValues { [$0] }) }

    @Test func `premises are read as they were entered`() throws {
        var fields = Fields([
            "name": ["  Harbour   House "], "address": ["1 Quay Street\r\n\n Westmere "], "postcode": ["nr12ab"], "uprn": ["000100091234567"],
            "type": ["care-home"], "latitude": ["52.6283"], "longitude": ["1.2967"], "storeys": ["3"], "height": ["6.5"], "sleeping": ["yes"],
        ])
        let new = NewPremises(reading: &fields)
        try fields.finish()
        #expect(new.name == "Harbour House" && new.address == ["1 Quay Street", "Westmere"] && new.postcode?.text == "NR1 2AB")
        #expect(new.uprn?.number == 100_091_234_567 && new.type == .careHome && new.sleeping == true && new.height == Hundredths(650))
        let premises = Premises(id: ID(1), reference: try Reference("P-1"), new, since: Day(2026, 1, 1)!)
        var again = Fields(premises.entries)
        var same = NewPremises(reading: &again)
        try again.finish()
        same.reference = nil
        #expect(same == new, "what the form is filled with says the same")
    }

    @Test(arguments: [
        (["type": "castle"], "type"), (["type": ""], "type"), (["name": " "], "name"), (["postcode": "1234"], "postcode"), (["uprn": "1234567890123"], "uprn"),
        (["uprn": "12x"], "uprn"), (["latitude": "52.6"], "longitude"), (["latitude": "52.6", "longitude": "200"], "longitude"),
        (["latitude": "1.2967", "longitude": "52.6283"], "latitude"), (["latitude": "48.85", "longitude": "2.35"], "latitude"), (["latitude": "52", "longitude": "4.9"], "longitude"),
        (["latitude": "north", "longitude": "1"], "latitude"), (["latitude": "nan", "longitude": "1"], "latitude"), (["storeys": "0"], "storeys"),
        (["storeys": "many"], "storeys"), (["height": "1000.01"], "height"), (["height": "-1"], "height"), (["sleeping": "maybe"], "sleeping"),
        (["address": String(repeating: "x\n", count: 9)], "address"), (["reference": "a b"], "reference"),
    ])
    func `what can't be read is refused at its field`(_ wrong: [String: String], _ field: String) {
        var fields = fields(["name": "x", "type": "shop"].merging(wrong) { $1 })
        _ = NewPremises(reading: &fields)
        #expect(fields.errors.map(\.name) == [field])
    }

    @Test(arguments: [
        ("1234567", "01234567"), (" oc301234 ", "OC301234"), ("01234567", "01234567"), ("123456789", nil), ("OC3", nil), ("é2345678", nil),
    ])
    func `a company number has eight letters and digits`(_ written: String, _ read: String?) {
        var fields = fields(["name": "x", "company-number": written])
        #expect(NewDutyHolder(reading: &fields).companyNumber == read)
        #expect(fields.errors.isEmpty == (read != nil))
    }

    @Test func `a person has no company number and no e-mail without an address in it`() {
        var fields = fields(["name": "x", "kind": "person", "company-number": "01234567", "email": "at home"])
        _ = NewDutyHolder(reading: &fields)
        #expect(fields.errors.map(\.name) == ["company-number", "email"])
    }

    // MARK: The view

    private static func day(_ month: Int) -> Day { Day(2025, month, 1)! }

    private static func premises(_ id: Int64, into: Int64? = nil, on day: Day? = nil) throws -> Premises {
        Premises(id: ID(id), reference: try Reference("P-\(id)"), name: "\(id)", type: .shop, since: Day(2024, 1, 1)!, mergedInto: into.map { ID($0) }, mergedOn: day)
    }

    @Test(arguments: [(1, [], nil), (2, [2], nil), (3, [2], nil), (4, [2], 4), (5, [2], 4)])
    func `what was merged is known from its day, through all that stands between`(_ month: Int, _ merged: [Int64], _ survivor: Int64?) throws {
        // 2 came to count as 1 in February, 3 as 2 only in December, and 1 as 4 in April.
        let facts = PremisesFacts(
            premises: try Self.premises(1, into: 4, on: Self.day(4)), survivors: [try Self.premises(4)],
            merged: [try Self.premises(2, into: 1, on: Self.day(2)), try Self.premises(3, into: 2, on: Day(2025, 12, 1)!)])
        let view = PremisesView(facts, on: Self.day(month))
        #expect(view.merged.map(\.id.number) == merged && view.survivor?.id.number == survivor)
    }

    @Test func `who answers is those of the day, the responsible persons first, with the addresses of the day`() throws {
        func answers(_ id: Int64, _ capacity: Capacity, _ from: Int, _ through: Int?, _ premises: Int64 = 1) -> Responsibility {
            Responsibility(id: ID(id), premises: ID(premises), holder: ID(id), capacity: capacity, from: Self.day(from), through: through.map { Self.day($0) })
        }
        func address(_ id: Int64, _ from: Int, _ through: Int?) -> ServiceAddress {
            ServiceAddress(id: ID(id), holder: ID(2), kind: .business, lines: ["\(id)"], from: Self.day(from), through: through.map { Self.day($0) })
        }
        let holders = (1...4).map { DutyHolder(id: ID($0), kind: .company, name: "Holder \($0)", since: Self.day(1)) }
        let facts = PremisesFacts(
            premises: try Self.premises(1), merged: [try Self.premises(2, into: 1, on: Self.day(6))],
            responsibilities: [answers(1, .otherControl, 1, nil), answers(2, .owner, 2, 5), answers(3, .employer, 5, nil), answers(4, .employer, 1, nil, 2)],
            holders: Dictionary(uniqueKeysWithValues: holders.map { ($0.id, $0) }), addresses: [ID(2): [address(1, 1, 3), address(2, 1, nil), address(3, 4, nil)]])
        func told(_ month: Int) -> [String] { PremisesView(facts, on: Self.day(month)).recipients.map(\.holder.name) }
        #expect(told(1) == ["Holder 1"])
        #expect(told(2) == ["Holder 2", "Holder 1"])
        #expect(told(5) == ["Holder 3", "Holder 2", "Holder 1"], "the last day counts")
        #expect(told(6) == ["Holder 3", "Holder 4", "Holder 1"], "what was merged brings its own along")
        let may = PremisesView(facts, on: Self.day(5))
        #expect(may.responsible.map(\.holder.name) == ["Holder 3", "Holder 2"], "article 5(3) makes nobody the responsible person")
        #expect(may.recipients[1].addresses.map(\.id.number) == [3, 2])
        #expect(PremisesView(facts, on: Self.day(6)).others.map(\.holder.name) == ["Holder 2"])
    }
}
