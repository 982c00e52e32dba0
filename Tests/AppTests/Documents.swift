import Foundation

/// The documents that tests compare the program with.
enum Documents {
    static let metrics = try? String(
        contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/metrics.md"), encoding: .utf8)
}
