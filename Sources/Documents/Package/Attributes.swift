/// An element's name without its prefix. The words of an Office part never clash across its namespaces where we look.
struct Tag {
    let name: UnsafePointer<UInt8>

    static func ~= (word: StaticString, tag: Tag) -> Bool { tag == word }

    static func == (tag: Tag, word: StaticString) -> Bool {
        var (a, b) = (tag.name, word.utf8Start)
        while a.pointee == b.pointee {
            if a.pointee == 0 { return true }
            a += 1
            b += 1
        }
        return false
    }
}

/// The attributes of the element just opened, by name without prefix.
struct Attributes {
    /// Five pointers an attribute: name, prefix, namespace, start and end of the value.
    let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let count: Int

    func bytes(_ word: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard let fields else { return nil }
        for index in 0..<count {
            guard let name = fields[index * 5], Tag(name: name) == word,
                  let start = fields[index * 5 + 3], let end = fields[index * 5 + 4] else { continue }
            return UnsafeBufferPointer(start: start, count: end - start)
        }
        return nil
    }

    subscript(_ word: StaticString) -> String? {
        guard let bytes = bytes(word) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        // libxml2 leaves an ampersand in an attribute written so.
        return bytes.contains(0x26) && text.contains("&#38;") ? text.split(separator: "&#38;", omittingEmptySubsequences: false).joined(separator: "&") : text
    }

    func int(_ word: StaticString) -> Int? {
        guard let bytes = bytes(word), (1...9).contains(bytes.count) else { return nil }
        let isNegative = bytes[0] == 0x2D
        var number = 0
        for byte in isNegative ? bytes.dropFirst() : bytes[...] {
            guard (48...57).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 48)
        }
        return isNegative ? -number : number
    }

    /// A flag as Office writes it: `1`, `true` or `on`.
    func flag(_ word: StaticString) -> Bool? {
        guard let bytes = bytes(word) else { return nil }
        return Attributes.matches(bytes, "1") || Attributes.matches(bytes, "true") || Attributes.matches(bytes, "on")
    }

    static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        for index in bytes.indices where bytes[index] != word.utf8Start[index] { return false }
        return true
    }
}
