@testable import App
import Kernel
import Logging
import Storage
import TestBrowser
import TestSupport
import Testing

struct EveryPageTests {
    /// Follows every link from the home page of the example service, on two days, and reads each page strictly.
    @Test(arguments: Engine.allCases)
    func `every page of the example service is well formed`(_ engine: Engine) async throws {
        try await AppWorld.withExample(engine) { world in
            #expect(try await world.desk.read { try Journal($0).verify().isWhole })
            try await world.browsing(as: "A. Walker", .reader, .owner, .manager, .approver, .administrator) { browser in
                var seen: Set<String> = []
                var left = ["/", "/?on=2025-06-30", "/style", "/no-such-page"]
                // Of thousands of premises a few are like the rest.
                var (premises, risk, audits, programmes, quality) = (0, 0, 0, 0, 0)
                while let path = left.popLast(), seen.count < 400 {
                    let key = path.split(separator: "#").first.map(String.init) ?? path
                    if key.hasPrefix("/premises") || key.hasPrefix("/duty-holders") { premises += 1 }
                    if premises > 60, key.hasPrefix("/premises") || key.hasPrefix("/duty-holders") { continue }
                    if key.hasPrefix("/risk/") { risk += 1 }
                    if risk > 60, key.hasPrefix("/risk/") { continue }
                    if key.hasPrefix("/audits") { audits += 1 }
                    if audits > 60, key.hasPrefix("/audits") { continue }
                    if key.hasPrefix("/programme") { programmes += 1 }
                    if programmes > 40, key.hasPrefix("/programme") { continue }
                    if key.hasPrefix("/quality") { quality += 1 }
                    if quality > 60, key.hasPrefix("/quality") { continue }
                    guard seen.insert(key).inserted else { continue }
                    let answer = try await browser.get(key)
                    guard answer.type.hasPrefix("text/html") else { continue }
                    #expect([200, 404].contains(answer.status), "\(key) answers \(answer.status)")
                    #expect(answer.status == 200 || key == "/no-such-page", "\(key) is linked to and not there")
                    let faults = Strict.faults(in: answer.text)
                    #expect(faults.isEmpty, "\(key): \(faults.prefix(3))")
                    // The page of every part shows made-up links.
                    if key == "/style" { continue }
                    for match in answer.text.matches(of: /href="(\/[^"]*)"/) {
                        let link = String(match.1).replacing("&amp;", with: "&")
                        // What the register can be narrowed to has no end.
                        if link.hasPrefix("/register"), link.contains("?") { continue }
                        // One period after the other is like the rest.
                        if link.hasPrefix("/performance?"), key.contains("period=") { continue }
                        if !link.hasPrefix("/assets/"), !link.contains("sort="), !link.contains("standing=") { left.append(link) }
                    }
                }
                #expect(seen.count > 60)
            }
        }
    }
}
