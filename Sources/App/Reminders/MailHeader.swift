import Foundation
import Kernel

/// What may stand in the header of an e-mail, so that nothing that somebody typed begins a header of its own.
enum MailHeader {
    /// An address in ASCII without spaces, angles, quotes or line ends.
    ///
    /// - Throws: `address-not-sendable`
    static func address(_ written: String) throws(Refusal) -> String {
        let isSafe = written.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>()[]\\,;:\"".utf8.contains($0) }
        let parts = written.split(separator: "@", omittingEmptySubsequences: false)
        // A command would take what begins with a hyphen for an option of its own.
        guard isSafe, parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !written.hasPrefix("-"), written.utf8.count <= 254 else {
            throw .invalid("address-not-sendable", "“\(written.prefix(80))” can’t be written in the header of an e-mail, so nothing was sent to it.")
        }
        return written
    }

    /// Words as a header takes them: as they are where they are plain, and else as encoded words (RFC 2047) of at most 75 characters.
    static func words(_ text: String) -> String {
        let line = String(text.split { $0.isNewline || $0.isWhitespace }.joined(separator: " "))
        let isPlain = line.utf8.count <= 60 && line.utf8.allSatisfy { byte in
            byte == 0x20 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x27
        }
        if isPlain, !line.isEmpty { return line }
        var (pieces, piece) = ([String](), "")
        for character in line {
            if piece.utf8.count + character.utf8.count > 42 {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return (pieces + [piece]).map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\n ")
    }

    /// A name with its address, which stands on a line of its own where both would be long.
    static func mailbox(_ name: String, _ address: String) -> String {
        let words = words(name)
        let last = words.split(separator: "\n").last?.utf8.count ?? 0
        return words + (last + address.utf8.count > 60 ? "\n " : " ") + "<\(address)>"
    }

    /// `Fri, 27 Nov 2026 07:00:00 +0000`
    static func date(_ moment: Moment) -> String {
        let written = moment.iso
        let day = Day(iso: written.prefix(10)) ?? moment.day
        let (year, month, number) = day.parts
        let name = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday - 1]
        return "\(name), \(number) \(Day.months[month - 1].prefix(3)) \(year) \(written.dropFirst(11).prefix(8)) +0000"
    }
}

/// Text in seven bits that can still be read as it stands (RFC 2045, section 6.7).
enum QuotedPrintable {
    static func encoded(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\n")
    }

    private static func line(_ line: Substring) -> String {
        let bytes = Array(line.utf8)
        var (lines, written) = ([String](), "")
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            let isPlain = (0x21...0x7E).contains(byte) && byte != 0x3D || byte == 0x20 && !isLast
            // A line of one full stop would end a message for a mailer that reads it so, and “From ” begins one in a mailbox.
            let isStop = place == 0 && (byte == UInt8(ascii: ".") || bytes.starts(with: "From ".utf8))
            let next = isPlain && !isStop ? String(Unicode.Scalar(byte)) : "=" + hex(byte)
            if written.utf8.count + next.utf8.count > 75 {
                lines.append(written + "=")
                written = ""
            }
            written += next
        }
        return (lines + [written]).joined(separator: "\n")
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}

extension String {
    /// The same for the same text on every machine, for a name that need not be secret (FNV-1a).
    var hashOfText: Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(hash & 0x7FFF_FFFF_FFFF)
    }
}
