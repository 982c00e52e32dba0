import Kernel
import Storage

/// One section as it comes back in the form of a whole paper, beside what had been shown of it.
///
/// What came back as it was shown was only looked at: it is left alone, be it that the records or somebody else have moved since.
struct SectionEntry: Sendable {
    enum Deed: Equatable, Sendable {
        /// What was typed is kept; what was not touched stays as it is.
        case asTyped
        /// The words are so, be they the template's, or written before the records moved.
        case confirmed
        /// The records speak again.
        case records
    }

    let id: ID<Section>
    /// The version that was shown.
    let version: Int
    let deed: Deed
    /// What was typed of each; nil where it came back as it was shown. Words that were emptied are empty.
    let heading: String?
    let words: String?
    let isLeftOut: Bool?
    /// The words as they came back, touched or not.
    private let sent: String?
    /// By what is known whether the records have moved since the form was shown; nil where it does not say.
    private let records: String?

    var isTouched: Bool { heading != nil || words != nil || isLeftOut != nil || deed != .asTyped }

    /// - Returns: nil where the form has no such section.
    init?(reading fields: inout Fields, of written: String) {
        guard let number = Int64(written), fields.wasSent("words-\(number)") else { return nil }
        id = ID(number)
        version = fields.number("version-\(id)", "Version", in: 1...Int.max) ?? 0
        let new = NewSection(reading: &fields, named: "-\(id)")
        sent = new.words
        heading = new.heading == fields.written("shown-heading-\(id)").asOneLine ? nil : new.heading
        words = SectionEntry.mark(of: new.words ?? "") == fields.written("shown-words-\(id)") ? nil : new.words ?? ""
        isLeftOut = new.isLeftOut == fields.isOn("shown-left-out-\(id)") ? nil : new.isLeftOut
        records = fields.wasSent("shown-records-\(id)") ? fields.written("shown-records-\(id)") : nil
        let isSo = fields.isOn("so-\(id)") || fields.written("keep") == "\(id)"
        deed = fields.written("take") == "\(id)" ? .records : isSo ? .confirmed : .asTyped
    }

    /// By what words that come back are known to be those that were shown. A browser writes each line's end as two characters.
    static func mark(of words: String) -> String {
        String(Hash(of: Array(words.replacing("\r\n", with: "\n").trimmed.utf8)).description.prefix(16))
    }

    /// The section as its author leaves it, beside what the records say at that moment.
    func applied(to section: Section, beside generated: String) -> Section {
        var changed = section
        changed.heading = heading ?? section.heading
        changed.isLeftOut = isLeftOut ?? section.isLeftOut
        switch deed {
        case .records: changed.write(nil, beside: generated)
        case .confirmed: changed.write(sent, beside: generated)
        case .asTyped: if words != nil { changed.write(sent, beside: generated) }
        }
        guard changed != section else { return section }
        // What the author wrote beside is what was shown, and the records say it no more.
        if changed.words != nil, changed.seen != section.seen, let records, records != SectionEntry.mark(of: generated) { changed.seen = section.seen ?? Section.unseen }
        changed.version = version
        return changed
    }
}

extension PaperFacts {
    /// By what it is known whether a draft still says what somebody read.
    func mark(from sources: Sources) -> String { SectionEntry.mark(of: words(from: sources)) }
}

extension Section {
    /// In the place of what the records said, where that was not kept.
    static let unseen = ""

    /// Puts the author's words there, or lets the records speak where there are none. What was left as it writes itself goes on
    /// following the records; what the template says follows nothing, and saving it says that it is so.
    mutating func write(_ typed: String?, beside generated: String) {
        let own = typed?.replacing("\r\n", with: "\n")
        words = own == String(generated.trimmed) && content != .words ? nil : own
        seen = words == nil ? nil : generated
    }
}
