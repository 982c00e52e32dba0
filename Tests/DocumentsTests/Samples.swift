import Documents
import Foundation
import Kernel
import TestSupport

/// The documents beside these tests, which `Tests/documents/make_documents.py` makes.
enum Samples {
    static func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Samples/\(name)"))
    }

    static func read(_ name: String, sheet: String? = nil) throws -> Reading {
        try Reading.of(bytes(name), named: name, sheet: sheet)
    }
}

extension Sheet {
    /// The texts alone.
    var texts: [[String]] { rows.map { $0.map(\.text) } }
}

/// What a reading is refused with; nil when it is not.
func refusal(_ bytes: some ContiguousBytes, named name: String? = nil, sheet: String? = nil) throws -> Refusal? {
    try refusal { _ = try Reading.of(bytes, named: name, sheet: sheet) }
}
