/// Which of the entries, by their places from 0: one bit an entry.
public struct Bits: Equatable, Sendable {
    /// How many entries there are.
    public let size: Int
    private(set) var words: [UInt64]

    /// None of them, or all.
    public init(size: Int, all: Bool = false) {
        self.size = size
        words = [UInt64](repeating: all ? .max : 0, count: (size + 63) / 64)
        if all, size % 64 != 0 { words[words.count - 1] = (1 << UInt64(size % 64)) - 1 }
    }

    public func contains(_ place: Int) -> Bool { words[place >> 6] & (1 << UInt64(place & 63)) != 0 }
    mutating func insert(_ place: Int) { words[place >> 6] |= 1 << UInt64(place & 63) }

    mutating func formUnion(_ other: Bits) { for index in words.indices { words[index] |= other.words[index] } }
    mutating func formIntersection(_ other: Bits) { for index in words.indices { words[index] &= other.words[index] } }
    mutating func subtract(_ other: Bits) { for index in words.indices { words[index] &= ~other.words[index] } }

    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// How many are in both.
    func count(within other: Bits) -> Int {
        words.withUnsafeBufferPointer { own in
            other.words.withUnsafeBufferPointer { others in
                var sum = 0
                for index in own.indices { sum &+= (own[index] & others[index]).nonzeroBitCount }
                return sum
            }
        }
    }

    /// Their places, the lowest first.
    public func forEach(_ body: (Int) -> Void) {
        for index in words.indices {
            var word = words[index]
            while word != 0 {
                body(index << 6 + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
    }
}
