import Kernel

/// Why a file was not read. Each sentence says what it is and what to do instead.
extension Refusal {
    static let fileEmpty = Refusal.invalid("file-empty", "The file is empty. Choose the file that holds the table.")

    /// The content is of a kind that holds no table we can read, whatever the file's name says.
    static func notATableDocument(_ what: String, _ instead: String) -> Refusal {
        Refusal("file-not-a-table-document", .unsupported, "The file is \(what). \(instead)")
    }

    static let fileEncrypted = Refusal.invalid(
        "file-encrypted", "The file is locked with a password. Open it, save it without the password, and try again.")

    /// - Parameter part: what could not be read, for the person who looks into it.
    static func damaged(_ part: String) -> Refusal {
        .invalid("file-damaged", "The file is damaged: \(part) can't be read. Open it in the program that made it and save it again.")
    }

    static func tooLarge(_ sentence: String) -> Refusal {
        Refusal("file-too-large", .tooLarge, "The file is too large. \(sentence)")
    }

    static let hasEntities = Refusal.invalid(
        "file-has-entities",
        "The file declares XML entities, which Word and Excel never write and an attack may. Save it again from Word or Excel.")

    static let nestedTooDeep = Refusal.invalid(
        "file-nested-too-deep", "The file has parts within parts more than \(Limits.depth) deep, which Word and Excel never write.")

    static let noTable = Refusal.invalid(
        "no-table-found",
        "No table was found in the file. What is taken is read from a table in Word, a sheet in Excel, a CSV file, or text with tabs between the columns.")

    static func noSuchSheet(_ asked: String, _ places: [String]) -> Refusal {
        .missing(
            "sheet-not-found",
            "There is no sheet or table “\(asked.prefix(60))” in the file. It has \(listed(places.prefix(20).map { String($0.prefix(60)) })).")
    }
}
