import ArgumentParser
import Foundation
import Kernel
import People
import Premises
import Storage
import TestSupport
import Testing

/// Premises and duty holders from the command line, in January 2025.
@Suite struct PremisesCommandTests {
    private func run(_ world: GazetteerWorld, _ command: (any ParsableCommand)) async throws {
        try await Operating.$open.withValue(Opening { _ in world.desk }) {
            if var asynchronous = command as? any AsyncParsableCommand { try await asynchronous.run() } else { Issue.record("\(command) is no command of ours") }
        }
    }

    private func premises(_ world: GazetteerWorld, _ words: String...) async throws { try await run(world, try PremisesCommand.parseAsRoot(words)) }
    private func holder(_ world: GazetteerWorld, _ words: String...) async throws { try await run(world, try DutyHolderCommand.parseAsRoot(words)) }

    @Test(arguments: Engine.allCases)
    func `an operator keeps premises and who answers for them`(_ engine: Engine) async throws {
        try await GazetteerWorld.with(engine) { world in
            try await premises(world, "add", "--name", "Harbour House", "--address", "1 Quay Street", "--address", "Westmere", "--postcode", "NR1 2AB", "--type", "care-home")
            try await premises(world, "edit", "P-1", "--storeys", "3", "--sleeping", "yes", "--because", "Seen")
            try await premises(world, "add", "--name", "Harbour Hse", "--type", "care-home", "--json")
            try await holder(world, "add", "--name", "Harbour Homes Ltd", "--company-number", "1234567")
            try await holder(world, "edit", "1", "--contact", "The secretary")
            try await holder(world, "add-address", "harbour homes ltd", "--address", "2 Quay Street", "--from", "2019-01-01")
            try await holder(world, "edit-address", "1", "1", "--through", "2026-01-01", "--because", "They move")
            try await premises(world, "add-responsible", "P-2", "Harbour Homes Ltd", "--capacity", "owner", "--from", "2019-04-01")
            try await premises(world, "edit-responsible", "P-2", "1", "--through", "2026-01-01")
            try await premises(world, "merge", "P-2", "P-1", "--because", "One building")
            #expect(try await refusal { try await premises(world, "merge", "P-1", "P-2") }?.code == "fields-need-attention")
            for words in [["list"], ["list", "--sort=-type", "--holder", "1", "--json"], ["show", "P-1"], ["show", "P-2"], ["history", "P-2"], ["list", "--merged"]] {
                try await run(world, try PremisesCommand.parseAsRoot(words))
            }
            for words in [["list", "--name", "harb"], ["show", "1"], ["show", "Harbour Homes Ltd", "--json"], ["history", "1"]] {
                try await run(world, try DutyHolderCommand.parseAsRoot(words))
            }
            let view = try await world.view("P-1")
            #expect(view.facts.premises.storeys == 3 && view.facts.premises.sleeping == true && view.facts.premises.address == ["1 Quay Street", "Westmere"])
            let recipient = try #require(view.recipients.first)
            #expect(recipient.holder.companyNumber == "01234567" && recipient.responsibility.through == Day(2026, 1, 1)! && recipient.addresses[0].through == Day(2026, 1, 1)!)
            try await premises(world, "part", "P-2")
            #expect(try await world.view("P-1").recipients.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a file of premises has all of them, however many pieces it takes`(_ engine: Engine) async throws {
        try await GazetteerWorld.with(engine) { world in
            try await world.write { gazetteer, work in
                for number in 1...2010 { try gazetteer.register(NewPremises(name: "=\(number % 7)", type: number % 3 == 0 ? .hotel : .shop), work) }
            }
            let path = try TestStore.folder() + "/premises.csv"
            try await premises(world, "export", "--output", path)
            let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n")
            #expect(lines.count == 2011 && lines[0].contains("Reference,UPRN,Name") && lines[1].contains(",'=0,"), "\(lines.count)")
            #expect(Set(lines).count == lines.count)
            try await premises(world, "export", "--type", "hotel", "--output", path)
            #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n").count == 671)
            try await premises(world, "export", "--type", "hotel", "--output", path.replacing(".csv", with: ".xlsx"))
        }
    }
}
