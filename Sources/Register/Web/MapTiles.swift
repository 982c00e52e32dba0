import Kernel

/// Pictures of the earth from somebody else's server, under what is drawn on a map. There are none unless the service says where they are from.
public struct MapTiles: Sendable, Equatable {
    /// `https://tiles.northshire.example/{z}/{x}/{y}.png`
    let template: String
    /// Whom they are owed to, said under the map.
    let credit: String
    /// What a browser may load pictures from.
    let origin: String

    /// Nil where it is no address with a place for each of the three numbers.
    public init?(template: String, credit: String) {
        guard let address = WebAddress(template.replacing("{z}", with: "0").replacing("{x}", with: "0").replacing("{y}", with: "0")),
              ["{z}", "{x}", "{y}"].allSatisfy({ template.contains($0) }), let scheme = address.text.firstRange(of: "://") else { return nil }
        let host = address.text[scheme.upperBound...].prefix { $0 != "/" }
        guard !host.isEmpty, host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-.:".contains($0)) }) else { return nil }
        (self.template, self.credit) = (template, credit)
        origin = String(address.text[..<scheme.upperBound] + host)
    }

    func address(_ zoom: Int, _ x: Int, _ y: Int) -> String {
        template.replacing("{z}", with: String(zoom)).replacing("{x}", with: String(x)).replacing("{y}", with: String(y))
    }
}
