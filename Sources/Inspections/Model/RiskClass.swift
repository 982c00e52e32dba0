/// What a factor of a risk method speaks of: how likely a fire or its spread is, or one of the harms that would come of it.
///
/// The six classes of harm are those of Lancashire’s method.
public enum RiskClass: String, Codable, Sendable, CaseIterable {
    case likelihood
    case publicLife = "public-life"
    case responder
    case economic
    case environmental
    case heritage
    case community

    public var isHarm: Bool { self != .likelihood }

    public var words: String {
        switch self {
        case .likelihood: "Likelihood"
        case .publicLife: "Harm to the public’s lives"
        case .responder: "Harm to responders"
        case .economic: "Economic harm"
        case .environmental: "Harm to the environment"
        case .heritage: "Harm to heritage"
        case .community: "Harm to the community"
        }
    }

    /// Its place among all classes, from 0.
    var place: Int {
        switch self {
        case .likelihood: 0
        case .publicLife: 1
        case .responder: 2
        case .economic: 3
        case .environmental: 4
        case .heritage: 5
        case .community: 6
        }
    }
}

/// How a method makes one score of the sums of its classes.
public enum RiskCombination: String, Codable, Sendable, CaseIterable {
    /// All classes are added.
    case sum
    /// Likelihood times the sum of the harms, divided by 100.
    case product
    /// Likelihood times the greatest of the harms, divided by 100.
    case productWithGreatest = "product-with-greatest"
    /// The greatest class alone.
    case greatest

    public var words: String {
        switch self {
        case .sum: "The sums of all classes are added."
        case .product: "The sum of likelihood is multiplied by the sum of all harms and divided by 100, rounded to the nearest hundredth."
        case .productWithGreatest: "The sum of likelihood is multiplied by the greatest sum of a harm and divided by 100, rounded to the nearest hundredth."
        case .greatest: "The greatest sum of a class is the score."
        }
    }

    var multiplies: Bool { self == .product || self == .productWithGreatest }

    /// One score, in hundredths of a point.
    ///
    /// - Parameter sums: of each class in its place, in hundredths of a point.
    @inline(__always)
    func score(_ sums: (Int64, Int64, Int64, Int64, Int64, Int64, Int64)) -> Int64 {
        let (likelihood, a, b, c, d, e, f) = sums
        let (harms, greatest) = (a + b + c + d + e + f, max(a, b, max(c, d, max(e, f))))
        return switch self {
        case .sum: likelihood + harms
        case .product: (likelihood * harms + 5000) / 10_000
        case .productWithGreatest: (likelihood * greatest + 5000) / 10_000
        case .greatest: max(likelihood, greatest)
        }
    }
}
