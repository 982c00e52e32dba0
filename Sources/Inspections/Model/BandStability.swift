/// How many premises stayed in their band from one day to another, by one method.
public struct BandStability: Sendable, Equatable {
    public let bandCount: Int
    private var matrix: [Int]

    public init(bandCount: Int) {
        self.bandCount = bandCount
        matrix = Array(repeating: 0, count: bandCount * bandCount)
    }

    public mutating func add(before: Int, after: Int) { matrix[before * bandCount + after] += 1 }

    public func count(_ before: Int, _ after: Int) -> Int { matrix[before * bandCount + after] }
    public var total: Int { matrix.reduce(0, +) }
    public var stayed: Int { (0..<bandCount).reduce(0) { $0 + count($1, $1) } }
    /// From 0 to 1; nil where there were none.
    public var share: Double? { total == 0 ? nil : Double(stayed) / Double(total) }
    /// Those that went up by more than one band or down by more than one.
    public var leapt: Int { (0..<bandCount).reduce(0) { sum, before in sum + (0..<bandCount).reduce(0) { abs($1 - before) > 1 ? $0 + count(before, $1) : $0 } } }
}
