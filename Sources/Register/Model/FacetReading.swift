import Kernel

extension Facet {
    /// The only values that there are; nil where the entries decide.
    var codes: [String]? {
        switch self {
        case .type: PublicEntry.Kind.allCases.map(\.rawValue) + [Facet.notShown]
        case .status: PublicEntry.Status.allCases.map(\.rawValue) + [Facet.notShown]
        case .premises: PremisesType.allCases.map(\.rawValue) + [Facet.notShown]
        case .extent: PublicEntry.Extent.allCases.map(\.rawValue)
        case .area, .year, .article, .service: nil
        }
    }

    /// What is wrong with a value that stands in an address, and what would be right; nil where it may be one that an entry has.
    func fault(of value: String) -> String? {
        if let codes {
            return codes.contains(value) ? nil : "“\(value.prefix(60))” is none of the values of “\(words)”. They are \(listed(codes))."
        }
        if value == Facet.notShown { return nil }
        switch self {
        case .year:
            return Int(value).map { (1900...2199).contains($0) } == true && value.utf8.count == 4 ? nil : "“\(value.prefix(60))” is no year of service. Write its four digits, such as 2024."
        case .article:
            let digits = value.utf8.prefix { (48...57).contains($0) }.count
            let letters = value.utf8.dropFirst(digits)
            return (1...3).contains(digits) && letters.count <= 2 && letters.allSatisfy({ (65...90).contains($0) }) ? nil
                : "“\(value.prefix(60))” is no article of the Order. Write its number, such as 8 or 21A."
        default:
            return value.utf8.count <= 200 ? nil : "“\(value.prefix(60))…” is too long for “\(words)”, which takes 200 letters at the most."
        }
    }
}
