/// What an entry's leaf is made of, so that anyone can make it again.
///
///     commitment = SHA-256(salt ‖ reason ‖ 0x00 ‖ state)
///     leaf       = SHA-256(0x00 ‖ [sequence,"at","who","verb","subject","scope","commitment"])
///
/// All is in UTF-8; a missing reason is empty. The array is JSON without white space, in which only `"`, `\` and the
/// characters below U+0020 are escaped, shortly where JSON has a short form: exactly what Python's
/// `json.dumps(…, ensure_ascii=False, separators=(",", ":"))` writes. The commitment in it is in hexadecimal.
struct EntryBytes {
    /// What is hashed for the leaf. The room it takes is used again for the next entry.
    private(set) var leafBytes: [UInt8] = []

    static func commitment(
        salt: some Collection<UInt8>, reason: (some Collection<UInt8>)?, state: some Collection<UInt8>
    ) -> Hash {
        var hashing = Hashing()
        hashing.add(salt)
        if let reason { hashing.add(reason) }
        hashing.add(0)
        hashing.add(state)
        return hashing.hash
    }

    /// - Parameter texts: when, who, what, about what, within what.
    mutating func leaf(_ sequence: Int64, _ texts: some Sequence<some Sequence<UInt8>>, _ commitment: Hash) -> Hash {
        leafBytes.removeAll(keepingCapacity: true)
        leafBytes.append(0)
        leafBytes.append(UInt8(ascii: "["))
        leafBytes += sequence.description.utf8
        for text in texts {
            leafBytes.append(UInt8(ascii: ","))
            leafBytes.append(quoted: text)
        }
        leafBytes.append(UInt8(ascii: ","))
        leafBytes.append(UInt8(ascii: "\""))
        commitment.writeHex(onto: &leafBytes)
        leafBytes.append(UInt8(ascii: "\""))
        leafBytes.append(UInt8(ascii: "]"))
        return Hash(of: leafBytes)
    }
}

extension [UInt8] {
    /// A text as JSON has it: in quotation marks, with no more escaped than has to be, shortly where there is a short form.
    mutating func append(quoted text: some Sequence<UInt8>) {
        append(UInt8(ascii: "\""))
        for byte in text {
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { append(byte) } else { append(escaping: byte) }
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func append(escaping byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): self += #"\""#.utf8
        case UInt8(ascii: "\\"): self += #"\\"#.utf8
        case 0x08: self += #"\b"#.utf8
        case 0x09: self += #"\t"#.utf8
        case 0x0A: self += #"\n"#.utf8
        case 0x0C: self += #"\f"#.utf8
        case 0x0D: self += #"\r"#.utf8
        default: self += ((byte < 16 ? #"\u000"# : #"\u00"#) + String(byte, radix: 16)).utf8
        }
    }
}
