import Enforcement
import Kernel
import Premises
import Storage
import TestSupport
import Testing

/// That each edition of a public entry goes on saying what was said then, on both engines.
@Suite struct PublishedEditionTests {
    private static func day(_ number: Int) -> Day { Day(2025, 1, 6)!.adding(days: number) }

    @Test(arguments: Engine.allCases) func `an amendment and new names of the premises leave what was said before as it was`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let notice = try await world.served(.alterations)
            world.set(Self.day(30))
            try await world.write { enforcement, work in
                var premises = try work.session.facts(of: notice).premises
                (premises.name, premises.address, premises.type) = ("Quay Tower", ["2 Quay Street"], .hotel)
                try work.change("renamed the premises", premises)
                try enforcement.amend(notice, NewAmendment(on: work.today, articles: ["9"], substance: "More.", note: "x"), work)
            }
            world.set(Self.day(40))
            let editions = try await world.desk.read { try $0.publishedEditions(on: Self.day(40)) }
            #expect(editions.count == 1 && editions[0].map(\.edition) == [2, 1])
            #expect(editions[0].map(\.substance) == ["More.", "Escape routes were not kept clear."])
            #expect(editions[0].map(\.articles) == [["9"], ["14"]])
            for edition in editions[0] {
                #expect(edition.premisesName == "Harbour House" && edition.address == ["1 Quay Street"] && edition.premisesType == .office)
                #expect(edition.persons == [NoticeRecipient("Harbour Homes Ltd", "1 Quay Street")])
            }
            let before = try await world.desk.read { try $0.publishedEditions(on: Self.day(25)) }
            #expect(before[0].map(\.substance) == ["Escape routes were not kept clear."] && before[0].map(\.articles) == [["14"]])
        }
    }

    @Test(arguments: Engine.allCases) func `what is served anew after a service was struck out says what it says then`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let notice = try await world.served(.alterations)
            let service = try #require(try await world.view(notice).events.last)
            try await world.write { try $0.strike(service, of: notice, because: "Another house", $1) }
            try await world.record(.sendingBack, NewNoticeEvent(.returned, on: Self.day(0), note: "x"), of: notice)
            var other = EnforcementWorld.filled(.alterations)
            other.substance = "Other words."
            let edited = try await world.write { [other] in try $0.edit(notice, other, $1) }
            try await world.record(.approval, NewNoticeEvent(.approved, on: Self.day(0)), of: edited, by: world.signer)
            try await world.record(.services, NewNoticeEvent(.served, on: Self.day(0), who: "J. Owner", method: .post, note: "Tracked"), of: edited)
            let editions = try await world.desk.read { try $0.publishedEditions(on: Self.day(40)) }
            #expect(editions[0].map(\.substance) == ["Other words."] && editions[0][0].persons.map(\.name) == ["J. Owner"])
        }
    }
}
