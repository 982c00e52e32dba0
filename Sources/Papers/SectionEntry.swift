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
    private let new: NewSection
    /// What was touched.
    private let heading: Bool
    private let words: Bool
    private let leftOut: Bool
    /// By what is known whether the records have moved since the form was shown; nil where it does not say.
    private let records: String?

    var isTouched: Bool { heading || words || leftOut || deed != .asTyped }

    /// - Returns: nil where the form has no such section.
    init?(reading fields: inout Fields, of written: String) {
        guard let number = Int64(written), fields.wasSent("words-\(number)") else { return nil }
        id = ID(number)
        version = fields.number("version-\(id)", "Version", in: 1...Int.max) ?? 0
        new = NewSection(reading: &fields, named: "-\(id)")
        heading = fields.written("heading-\(id)") != fields.written("shown-heading-\(id)")
        words = SectionEntry.mark(of: fields.written("words-\(id)")) != fields.written("shown-words-\(id)")
        leftOut = new.isLeftOut != fields.isOn("shown-left-out-\(id)")
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
        if heading { changed.heading = new.heading }
        if leftOut { changed.isLeftOut = new.isLeftOut }
        switch deed {
        case .records: changed.write(nil, beside: generated)
        case .confirmed: changed.write(new.words, beside: generated)
        case .asTyped: if words { changed.write(new.words, beside: generated) }
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
