/// What an entry's leaf is made of, so that anyone can make it again.
///
///     commitment = SHA-256(salt ‖ reason ‖ 0x00 ‖ state)
///     leaf       = SHA-256(0x00 ‖ [sequence,"at","who","verb","subject","scope","commitment"])
///
/// All is in UTF-8; a missing reason is empty. The array is JSON without white space, in which only `"`, `\` and the
/// characters below U+0020 are escaped, shortly where JSON has a short form: exactly what Python's
/// `json.dumps(…, ensure_ascii=False, separators=(",", ":"))` writes. The commitment in it is in hexadecimal.
struct EntryBytes {
    let sequence: Int64
    let at: String
    let who: String
    let verb: String
    let subject: String
    let scope: String
    let commitment: Hash

    var leaf: Hash { MerkleTree.leaf(json) }

    static func commitment(salt: [UInt8], reason: String?, state: String) -> Hash {
        Hash(of: salt, Array((reason ?? "").utf8), [0], Array(state.utf8))
    }

    var json: [UInt8] {
        var json = Array("[\(sequence)".utf8)
        for text in [at, who, verb, subject, scope, commitment.description] {
            json += [UInt8(ascii: ","), UInt8(ascii: "\"")]
            for byte in text.utf8 { Self.escape(byte, onto: &json) }
            json.append(UInt8(ascii: "\""))
        }
        json.append(UInt8(ascii: "]"))
        return json
    }

    private static func escape(_ byte: UInt8, onto json: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): json += #"\""#.utf8
        case UInt8(ascii: "\\"): json += #"\\"#.utf8
        case 0x08: json += #"\b"#.utf8
        case 0x09: json += #"\t"#.utf8
        case 0x0A: json += #"\n"#.utf8
        case 0x0C: json += #"\f"#.utf8
        case 0x0D: json += #"\r"#.utf8
        case 0..<0x20: json += ((byte < 16 ? #"\u000"# : #"\u00"#) + String(byte, radix: 16)).utf8
        default: json.append(byte)
        }
    }
}
