import Foundation
import People

/// How the first person comes in, as `muster serve` prints it.
struct WayIn: Sendable {
    let door: FrontDoor
    let settings: Settings

    /// The line for an address, or nil when everybody has their own way in.
    var line: (@Sendable (_ address: String) -> String)? {
        get async throws {
            if let welcome = try await door.welcomeLink() {
                return { "Sign in: \($0)\(welcome.path)" }
            }
            guard let secret = try? String(contentsOf: WayIn.file(settings), encoding: .utf8) else { return nil }
            let password = secret.trimmingCharacters(in: .whitespacesAndNewlines)
            return { _ in "Sign in as \(ExampleService.email), password \(password)" }
        }
    }

    /// Where the example service's password is kept, readable by whoever runs it.
    static func file(_ settings: Settings) -> URL {
        URL(fileURLWithPath: settings.data).appendingPathComponent("example-password.txt")
    }
}
