import Kernel

extension FileName {
    /// `attachment; filename="…"; filename*=UTF-8''…`: plain letters for old programs, the whole name for the rest.
    var disposition: String {
        let plain = String(text.unicodeScalars.map { scalar -> Character in
            scalar.isASCII && scalar != "\"" && scalar != "\\" && scalar != "%" ? Character(scalar) : "_"
        })
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(URLEncoded.encoded(text))"
    }
}
