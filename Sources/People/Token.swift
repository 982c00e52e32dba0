import CSodium
import Storage

/// A secret that opens something once or for a while: 32 random bytes, written in the URL-safe alphabet of RFC 4648.
///
/// Only its SHA-256 is kept, so a copy of the database signs nobody in.
public struct Token: Sendable, Equatable {
    public let text: String

    public init() {
        var bytes = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&bytes, bytes.count)
        text = Token.written(bytes)
    }

    public init(_ text: String) { self.text = text }

    /// SHA-256 in hexadecimal.
    public var hash: String { Hash(of: Array(text.utf8)).description }

    private static func written(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var (text, buffer, bits) = ("", 0, 0)
        func put(_ value: Int) { text.unicodeScalars.append(Unicode.Scalar(alphabet[value & 63])) }
        for byte in bytes {
            (buffer, bits) = ((buffer << 8 | Int(byte)) & 0xFFFF, bits + 8)
            while bits >= 6 {
                bits -= 6
                put(buffer >> bits)
            }
        }
        if bits > 0 { put(buffer << (6 - bits)) }
        return text
    }
}
