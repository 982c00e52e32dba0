/// How likely a sample is to show that something is wrong at all.
public struct DetectionPower: Sendable, Equatable {
    /// How many there are to draw from.
    public let stock: Int
    /// How many of them are looked at.
    public let sample: Int
    /// How many of the stock are at fault, rounded up: 20 per cent of 80 are 16.
    public let faulty: Int
    /// The probability that at least one of those at fault is in the sample, from 0 to 1.
    public let probability: Double

    /// Drawn without putting back, so the chance that none is found is that of the hypergeometric distribution.
    ///
    /// - Parameter percent: of the stock that is at fault, from 0 to 100.
    public init(stock: Int, sample: Int, faultPercent percent: Int) {
        self.stock = max(0, stock)
        self.sample = min(max(0, sample), self.stock)
        faulty = min(self.stock, (self.stock * max(0, percent) + 99) / 100)
        var missed = 1.0
        for drawn in 0..<self.sample { missed *= max(0, Double(self.stock - faulty - drawn)) / Double(self.stock - drawn) }
        probability = faulty == 0 ? 0 : 1 - missed
    }

    /// The fewest that find such a fault rate so often; all of them where no sample is enough.
    public static func sample(of stock: Int, toFind percent: Int, withProbability wanted: Double) -> Int {
        (0...max(0, stock)).first { DetectionPower(stock: stock, sample: $0, faultPercent: percent).probability >= wanted } ?? max(0, stock)
    }

    /// “10 of 80 find a fault rate of 20% nine times in ten”, as a sentence says it.
    public var timesInTen: Int { Int((probability * 10).rounded(.down)) }
}
