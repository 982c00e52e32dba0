public import Kernel

/// E-mail addresses, as far as a program can judge them: whether one works is known only by writing to it.
public enum Email {
    /// The most bytes that an address may have (RFC 5321, section 4.5.3.1.3, less its brackets).
    static let longest = 254

    /// The form in which two spellings of one address are equal.
    public static func key(_ address: some StringProtocol) -> String { address.trimmed.lowercased() }

    public static func isPlausible(_ address: String) -> Bool {
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        return halves.count == 2 && !halves[0].isEmpty && !halves[1].isEmpty && address.utf8.count <= longest
            && !address.contains { $0.isWhitespace || "<>\"(),;:\\".contains($0) }
            && !halves[1].hasPrefix(".") && !halves[1].hasSuffix(".")
    }
}

extension Fields {
    /// An e-mail address, or nil when none was written.
    public mutating func email(_ name: String, _ label: String) -> String? {
        guard let address = optionalText(name, label, atMost: 254) else { return nil }
        if !Email.isPlausible(address) {
            refuse(name, "\(label) “\(address.prefix(60))” is not an e-mail address. Write it as name@example.org.")
        }
        return address
    }
}
