import Glibc

/// An address of the internet protocol, as text has it; asked whether it is on the public internet.
///
/// What is set apart for other uses (RFC 6890 and the registries of IANA behind it) is not: a machine's own addresses, private networks, links,
/// the addresses by which others are reached through IPv6, groups, and what is reserved.
public struct InternetAddress: Equatable, Sendable {
    /// Four of them or sixteen.
    public let bytes: [UInt8]

    /// Reads `192.0.2.1` and `2001:db8::1`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        var (four, six) = (in_addr(), in6_addr())
        if inet_pton(AF_INET, String(text), &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, String(text), &six) == 1 {
            bytes = withUnsafeBytes(of: &six) { Array($0) }
        } else {
            return nil
        }
    }

    /// Whether the host of an address is one of our own network, as far as it can be told without asking anybody: by its number, or as this machine.
    ///
    /// - Parameter host: with a port or without: `127.0.0.1:8080`, `[::1]`, `localhost`.
    public static func isPrivate(host: String) -> Bool {
        let bare = host.hasPrefix("[") ? String(host.dropFirst().prefix { $0 != "]" }) : String(host.prefix { $0 != ":" })
        let name = bare.lowercased()
        return name == "localhost" || name.hasSuffix(".localhost") || InternetAddress(name).map { !$0.isPublic } ?? false
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    public var isPublic: Bool {
        if bytes.count == 4 { return !InternetAddress.setApart.contains { begins($0.bytes, $0.length) } }
        // Of IPv6 only 2000::/3 is given out.
        guard bytes[0] >> 5 == 1, !InternetAddress.setApartLong.contains(where: { begins($0.bytes, $0.length) }) else { return false }
        // 6to4 holds an address of the older kind, which is the one that is reached.
        return bytes[0] != 0x20 || bytes[1] != 0x02 || InternetAddress(bytes: Array(bytes[2..<6])).isPublic
    }

    private func begins(_ prefix: [UInt8], _ length: Int) -> Bool {
        (0..<length).allSatisfy { bit in (bytes[bit / 8] ^ (bit / 8 < prefix.count ? prefix[bit / 8] : 0)) >> (7 - bit % 8) & 1 == 0 }
    }

    private static let setApart: [(bytes: [UInt8], length: Int)] = [
        ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24), ([192, 0, 2], 24), ([192, 88, 99], 24),
        ([192, 168], 16), ([198, 18], 15), ([198, 51, 100], 24), ([203, 0, 113], 24), ([224], 4), ([240], 4),
    ]

    private static let setApartLong: [(bytes: [UInt8], length: Int)] = [
        // 2001::/23 (Teredo among it), documentation, and 3fff::/20.
        ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x3F, 0xFF, 0x00], 20),
    ]
}
