@testable import App
import HTTPTypes
import Kernel
import Register
import Storage
import TestBrowser
import TestSupport
import Testing

/// The register of the example service, as the public comes to it.
@Suite struct RegisterJourneyTests {
    @Test(arguments: Engine.allCases)
    func `the public reads what the law has in the register, each edition that may be read, and that the rest is gone`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let settings = try await Settings.read(flags: ["data": try TestStore.folder()], environment: [:], file: nil)
            try await ExampleService(store: world.desk.store, settings: settings).load()
            let day = Day(2026, 11, 21)!
            world.clock.set(.inBritain(day, hour: 10))
            let contents = try await world.desk.read { try Publishing.contents(of: "Northshire", on: day, $0) }
            #expect(contents.entries.count > 20 && !contents.earlier.isEmpty && !contents.gone.isEmpty)
            let current = Dictionary(uniqueKeysWithValues: contents.entries.map { ($0.reference, $0) })
            for edition in contents.earlier {
                let now = try #require(current[edition.reference])
                #expect(edition.edition < now.edition)
                if let before = edition.full, let full = now.full { #expect(before.changed <= full.changed && before.entered == full.entered) }
                #expect(now.extent == .full || edition.extent == .threeParticulars, "\(edition.reference) tells what may not be told")
            }
            #expect(contents.gone.allSatisfy { current[$0.reference] == nil && $0.day <= day })
            // The edition of the policy that is in force since 2024 gives withdrawn notices to the national register; the one before left them out.
            #expect(!contents.withdrawn.isEmpty && contents.withdrawn.allSatisfy { current[$0.reference] == nil && $0.status == .withdrawn })
            let before = try await world.desk.read { try Publishing.contents(of: "Northshire", on: Day(2023, 11, 21)!, $0) }
            #expect(before.withdrawn.isEmpty)
            let site = world.muster.site
            let national = try await site.ask(.get, "/register/export/national.csv").text
            #expect(national.ranges(of: ",WITHDRAWN,").count == contents.withdrawn.count)
            for file in ["notices.csv", "national.csv?type=prohibition"] { try await #expect(!site.ask(.get, "/register/export/\(file)").text.contains("WITHDRAWN")) }
            try await #expect(site.ask(.get, "/register").text.contains("<strong>\(contents.entries.count)</strong> notices"))
            for entry in contents.entries {
                let answer = try await site.ask(.get, "/register/\(entry.reference)")
                #expect(answer.status == 200 && Strict.faults(in: answer.text).isEmpty && answer["Set-Cookie"] == nil)
            }
            for edition in contents.earlier { try await #expect(site.ask(.get, "/register/\(edition.reference)/editions/\(edition.edition)").status == 200) }
            for gone in contents.gone { try await #expect(site.ask(.get, "/register/\(gone.reference)").status == 410) }
            // The register by itself answers with the same pages, and with nothing else.
            let alone = RegisterSite(.records(of: world.desk, service: "Northshire"), service: "Northshire", settings: settings, clock: world.clock.clock).site
            try await #expect(alone.ask(.get, "/register").text.contains("<strong>\(contents.entries.count)</strong> notices"))
            try await #expect(alone.ask(.get, "/robots.txt").text.contains("Disallow: /register/api/"))
            try await #expect(alone.ask(.get, "/favicon.ico").status == 303)
            // Beside everything else a way leads back; by itself there is nowhere to go.
            try await #expect(site.ask(.get, "/register").text.contains("<a href=\"/\">For staff</a>"))
            try await #expect(!alone.ask(.get, "/register").text.contains("For staff"))
            for other in ["/plans", "/sign-in", "/enforcement", "/api/v1/openapi.json"] { try await #expect(alone.ask(.get, other).status == 404, "\(other)") }
            try await #expect(alone.ask(.get, "/").headers[.location] == "/register")
        }
    }
}
