/// Tells UTF-8 from what Windows in Britain writes, piece by piece (RFC 3629: no overlong forms, no surrogates, nothing past 10FFFF).
struct EncodingCheck {
    private(set) var isUTF8 = true
    private(set) var hasNUL = false
    private var left = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    mutating func take(_ piece: UnsafeRawBufferPointer) {
        var index = 0
        while index < piece.count {
            if left == 0 {
                // Eight signs at a time, as most are plain.
                while index + 8 <= piece.count {
                    let eight = piece.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    guard eight & 0x8080_8080_8080_8080 == 0, eight &- 0x0101_0101_0101_0101 & ~eight & 0x8080_8080_8080_8080 == 0 else { break }
                    index += 8
                }
                if index >= piece.count { return }
            }
            take(piece[index])
            index += 1
        }
    }

    private mutating func take(_ byte: UInt8) {
        if byte == 0 { hasNUL = true }
        if left > 0 {
            if !allowed.contains(byte) { isUTF8 = false }
            left -= 1
            allowed = 0x80...0xBF
            return
        }
        switch byte {
        case 0..<0x80: break
        case 0xC2...0xDF: left = 1
        case 0xE0: (left, allowed) = (2, 0xA0...0xBF)
        case 0xED: (left, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: left = 2
        case 0xF0: (left, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: left = 3
        case 0xF4: (left, allowed) = (3, 0x80...0x8F)
        default: isUTF8 = false
        }
    }

    mutating func end() { if left > 0 { isUTF8 = false } }
}
