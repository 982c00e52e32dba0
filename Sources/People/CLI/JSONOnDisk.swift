import Foundation
public import Kernel

extension FileOnDisk {
    /// A value that somebody wrote into a file as JSON.
    ///
    /// - Parameter refusal: what is said where it is something else; it is given a sentence that says what is wrong and where.
    /// - Throws: `file-not-readable`, and that refusal
    public static func json<Value: Decodable>(_ path: String, or refusal: (String) -> Refusal) throws -> Value {
        do { return try JSONDecoder().decode(Value.self, from: try read(path)) } catch let error as DecodingError { throw refusal(error.inWords) }
    }
}

extension DecodingError {
    /// What is wrong and where, as whoever wrote the file would see it.
    fileprivate var inWords: String {
        switch self {
        case .keyNotFound(let key, let context): "“\((context.codingPath + [key]).written)” is missing."
        case .valueNotFound(_, let context): "“\(context.codingPath.written)” is null, and must be there."
        case .typeMismatch(_, let context), .dataCorrupted(let context):
            context.codingPath.isEmpty ? "It is not one JSON object." : "“\(context.codingPath.written)”: \(context.debugDescription)."
        @unknown default: "It is not one JSON object."
        }
    }
}

extension [any CodingKey] {
    /// `recipients.1.served`, places counted from 1.
    fileprivate var written: String { map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }.joined(separator: ".") }
}
