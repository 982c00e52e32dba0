import Kernel

/// A header of the form `value; name=value; name="value"`, such as Content-Type and Content-Disposition.
struct HeaderValue {
    /// In small letters.
    let value: String
    /// Their names in small letters; the first of a name counts.
    let parameters: [String: String]

    init(_ header: String) {
        let bytes = Array(header.utf8)
        var index = bytes.firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
        value = String(String(decoding: bytes[..<index], as: UTF8.self).trimmed).lowercased()
        var parameters: [String: String] = [:]
        while index < bytes.count {
            index += 1
            guard let equals = bytes[index...].firstIndex(of: UInt8(ascii: "=")) else { break }
            let name = String(decoding: bytes[index..<equals], as: UTF8.self).trimmed.lowercased()
            index = equals + 1
            while index < bytes.count, bytes[index] == 32 || bytes[index] == 9 { index += 1 }
            let text: [UInt8]
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                // A browser leaves a backslash as it is; a program writes a quote with one before it. Where the
                // second reading never ends, the first was meant.
                guard let (quoted, end) = HeaderValue.quoted(bytes, at: index + 1, escapes: true)
                        ?? HeaderValue.quoted(bytes, at: index + 1, escapes: false) else { break }
                text = quoted
                index = bytes[end...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
            } else {
                let end = bytes[index...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
                text = Array(bytes[index..<end])
                index = end
            }
            if parameters[name] == nil { parameters[name] = String(String(decoding: text, as: UTF8.self).trimmed) }
        }
        self.parameters = parameters
    }

    private static func quoted(_ bytes: [UInt8], at start: Int, escapes: Bool) -> (text: [UInt8], end: Int)? {
        var text: [UInt8] = []
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if byte == UInt8(ascii: "\"") { return (text, index + 1) }
            if escapes, byte == UInt8(ascii: "\\"), next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
                text.append(next)
                index += 2
            } else {
                text.append(byte)
                index += 1
            }
        }
        return nil
    }
}
