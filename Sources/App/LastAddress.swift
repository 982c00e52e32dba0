import Foundation

/// Where the service was last served from this data, so that a command beside it prints links that lead there.
enum LastAddress {
    static func keep(_ address: String, _ settings: Settings) {
        // Only a convenience: a folder that can't be written to is said elsewhere.
        try? Data((address + "\n").utf8).write(to: file(settings))
    }

    static func read(_ settings: Settings) -> String? {
        (try? String(contentsOf: file(settings), encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func file(_ settings: Settings) -> URL {
        URL(fileURLWithPath: settings.data).appendingPathComponent("address.txt")
    }
}
