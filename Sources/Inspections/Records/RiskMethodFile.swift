import Foundation
public import Kernel
public import Storage

/// A risk method as a file has it: JSON.
public enum RiskMethodFile {
    /// The most bytes that a method has.
    public static let most = 200_000

    /// Reads and checks a method.
    ///
    /// - Parameter field: of the form or body that it came in, where each thing that is wrong is said.
    /// - Throws: `risk-method-unreadable`, `risk-method-flawed`
    public static func read(_ text: String, field: String = "method") throws(Refusal) -> RiskMethod {
        let method = try parsed(text, field)
        let flaws = method.flaws
        guard flaws.isEmpty else {
            let lines = flaws.map(\.line)
            let count = counted(flaws.count, "thing")
            throw Refusal(
                "risk-method-flawed", .invalid, "There \(flaws.count == 1 ? "is" : "are") \(count) to put right in the method: \(lines.joined(separator: " "))",
                fields: lines.map { .init(field, $0) })
        }
        return method
    }

    /// Reads a method whatever is wrong with what it says.
    ///
    /// - Throws: `risk-method-unreadable`
    public static func parsed(_ text: String, _ field: String = "method") throws(Refusal) -> RiskMethod {
        guard text.utf8.count <= most else { throw unreadable("It has \(grouped(text.utf8.count)) bytes; \(grouped(most)) is the most.", field) }
        do {
            let method = try JSONDecoder().decode(RiskMethod.self, from: Data(text.utf8))
            if let key = try unknownKey(text, method) { throw unreadable("“\(key.prefix(80))” is nothing that a method has.", field) }
            return method
        } catch let refusal as Refusal {
            throw refusal
        } catch let error as DecodingError {
            throw unreadable(words(error), field)
        } catch {
            throw unreadable("It is no JSON.", field)
        }
    }

    /// The method as a file, to be kept or changed.
    public static func text(_ method: RiskMethod) -> String { encoded(method, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]) + "\n" }

    /// `risk method 2026.json`
    public static func name(_ method: RiskMethod) -> String { "risk method \(method.edition).json" }

    static func stored(_ method: RiskMethod) -> String { encoded(method, [.sortedKeys, .withoutEscapingSlashes]) }

    private static func encoded(_ method: RiskMethod, _ formatting: JSONEncoder.OutputFormatting) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        // Texts and whole numbers alone: there is nothing that JSON has no way to write.
        return ((try? encoder.encode(method)).map { String(decoding: $0, as: UTF8.self) }) ?? ""
    }

    private static func unreadable(_ sentence: String, _ field: String) -> Refusal {
        let sentence = "The method can’t be read. \(sentence)"
        return Refusal("risk-method-unreadable", .invalid, sentence, fields: [.init(field, sentence)])
    }

    /// A misspelt name would be passed over in silence, and the method would score otherwise than its author thinks.
    private static func unknownKey(_ text: String, _ method: RiskMethod) throws -> String? {
        let sent = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let known = try JSONSerialization.jsonObject(with: Data(stored(method).utf8))
        return unknownKey(sent, known, "")
    }

    private static func unknownKey(_ sent: Any, _ known: Any, _ place: String) -> String? {
        if let sent = sent as? [String: Any], let known = known as? [String: Any] {
            for (key, value) in sent.sorted(by: { $0.key < $1.key }) where !(value is NSNull) {
                let name = place.isEmpty ? key : "\(place).\(key)"
                guard let other = known[key] else { return name }
                if let found = unknownKey(value, other, name) { return found }
            }
        }
        if let sent = sent as? [Any], let known = known as? [Any] {
            for (index, (one, other)) in zip(sent, known).enumerated() {
                if let found = unknownKey(one, other, "\(place)[\(index + 1)]") { return found }
            }
        }
        return nil
    }

    private static func words(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "\(place(context.codingPath)) has no “\(key.stringValue)”."
        case .typeMismatch(_, let context), .valueNotFound(_, let context): "\(place(context.codingPath)) is not of the kind that stands there: a text, a whole number or a list."
        case .dataCorrupted(let context):
            context.codingPath.isEmpty ? "It is no JSON." : "\(place(context.codingPath)): \(context.debugDescription)."
        @unknown default: "It is no JSON."
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        guard !path.isEmpty else { return "It" }
        return "“" + path.map { key in key.intValue.map { "[\($0 + 1)]" } ?? ".\(key.stringValue)" }.joined().drop { $0 == "." } + "”"
    }
}

extension RiskMethod: Stored {
    public var stored: Value { .text(RiskMethodFile.stored(self)) }

    public static func read(_ row: Row, _ column: Int) throws -> RiskMethod { try RiskMethodFile.parsed(String.read(row, column)) }
}
