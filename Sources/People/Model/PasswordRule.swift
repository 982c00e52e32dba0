public import Kernel

/// What a password must be. Length counts, composition does not: OWASP ASVS 5.0, section V6.2.
public enum PasswordRule {
    public static let shortest = 12
    public static let longest = 128

    /// What is wrong with it, or nil when it will do.
    public static func objection(to password: String, email: String) -> String? {
        if password.isEmpty { return "Enter a password of at least \(shortest) characters." }
        if password.count < shortest {
            return "The password has \(counted(password.count, "character")); it needs at least \(shortest). A few unrelated words do well."
        }
        if password.count > longest {
            return "The password has \(password.count) characters; \(longest) is the most."
        }
        let lower = password.lowercased()
        if lower == Email.key(email) || isCommon(lower, beside: email) {
            return "That password is among the first that anyone would try. Choose one that is not a common word, a name or a run of keys."
        }
        return nil
    }

    /// - Throws: `fields-need-attention`, naming `field`.
    public static func check(_ password: String, email: String, field: String = "password") throws(Refusal) {
        if let objection = objection(to: password, email: email) { throw .fields([.init(field, objection)]) }
    }

    /// A common word with digits and signs around it, a run of neighbouring keys, or three characters over and over.
    private static func isCommon(_ lower: String, beside email: String) -> Bool {
        if Set(lower).count < 4 { return true }
        if runs.contains(where: { $0.contains(lower) || lower.contains($0) && lower.count - $0.count < 4 }) { return true }
        var plain = lower
        for (sign, letter) in [("0", "o"), ("1", "i"), ("3", "e"), ("4", "a"), ("@", "a"), ("5", "s"), ("$", "s")] {
            plain = plain.replacing(sign, with: letter)
        }
        let name = Email.key(email).prefix { $0 != "@" }.filter(\.isLetter)
        return isWord(lower.filter(\.isLetter), name: name) || isWord(plain.filter(\.isLetter), name: name)
    }

    /// A common word once or twice, or with a letter or two after it; or the name before the e-mail's sign.
    private static func isWord(_ letters: String, name: String) -> Bool {
        if words.contains(letters) || !name.isEmpty && (letters == name || letters == name + name) { return true }
        return words.contains { word in
            if letters == word + word { return true }
            return word.count > 5 && letters.hasPrefix(word) && letters.count - word.count < 3
        }
    }

    private static let runs = [
        "12345678901234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1q2w3e4r5t", "1qaz2wsx3edc", "abcdefghijkl", "098765432",
    ]

    private static let words: Set = [
        "password", "passphrase", "passwordpassword", "welcome", "letmein", "letmeinplease", "iloveyou", "sunshine",
        "administrator", "admin", "changeme", "pleasechangeme", "default", "secret", "supersecret", "monkey", "dragon",
        "football", "liverpool", "arsenal", "chelsea", "everton", "manchester", "london", "england", "scotland",
        "princess", "charlie", "superman", "batman", "starwars", "trustno", "whatever", "computer", "internet",
        "summer", "winter", "spring", "autumn", "january", "september", "firefighter", "fireservice", "fireandrescue",
        "fireengine", "firebrigade", "emergency", "rescue", "muster", "correcthorsebatterystaple", "thequickbrownfox",
    ]
}
