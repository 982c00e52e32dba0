extension String {
    /// Its words as they are looked for: small letters without accents, numbers, and nothing between; an apostrophe parts no word.
    ///
    /// `St. Zoë’s, NR1 2AB` has the words `st`, `zoes`, `nr1` and `2ab`.
    func foldedWords(_ take: (String) -> Void) {
        var word: [UInt8] = []
        func end() {
            guard !word.isEmpty else { return }
            take(String(decoding: word, as: UTF8.self))
            word.removeAll(keepingCapacity: true)
        }
        for scalar in unicodeScalars {
            switch scalar.value {
            case 97...122, 48...57: word.append(UInt8(scalar.value))
            case 65...90: word.append(UInt8(scalar.value + 32))
            case 0x27, 0x2019: break
            case ..<128: end()
            default:
                if let plain = plain[scalar] {
                    word.append(contentsOf: plain.utf8)
                } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    word.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
                } else if scalar.properties.canonicalCombiningClass == .notReordered {
                    end()
                }
            }
        }
        end()
    }

    var foldedWords: [String] {
        var words: [String] = []
        foldedWords { words.append($0) }
        return words
    }

    /// Its letters and numbers in one: `N-2024-0012` is looked for as `n20240012` too.
    var foldedWhole: String { foldedWords.joined() }
}

/// Letters with their accents, as people type them without.
private let plain: [Unicode.Scalar: String] = {
    var plain: [Unicode.Scalar: String] = [:]
    for (letter, accented) in [
        ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďđĎĐ"), ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"), ("g", "ĝğġģĜĞĠĢ"), ("h", "ĥĤ"),
        ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"), ("j", "ĵĴ"), ("k", "ķĶ"), ("l", "ĺļľłĹĻĽŁ"), ("n", "ñńņňÑŃŅŇ"), ("o", "òóôõöøōŏőÒÓÔÕÖØŌŎŐ"), ("r", "ŕŗřŔŖŘ"),
        ("s", "śŝşšŚŜŞŠ"), ("t", "ţťŢŤ"), ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"), ("w", "ŵŴẁẃẅẀẂẄ"), ("y", "ýÿŷÝŸŶ"), ("z", "źżžŹŻŽ"), ("ss", "ß"), ("ae", "æÆ"), ("oe", "œŒ"),
    ] {
        for scalar in accented.unicodeScalars { plain[scalar] = letter }
    }
    return plain
}()
