/// A fill colour as it is kept: six hexadecimal digits in capitals, none for white and for no fill.
enum Shade {
    static func kept(_ written: String) -> String? {
        let digits = written.hasPrefix("#") ? written.dropFirst() : written[...]
        let six = digits.utf8.count == 8 ? digits.dropFirst(2) : digits
        guard six.utf8.count == 6, UInt32(six, radix: 16) != nil else { return nil }
        let colour = six.uppercased()
        return colour == "FFFFFF" ? nil : colour
    }
}
