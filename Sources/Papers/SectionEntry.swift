import Kernel
import Storage

/// One section as it comes back in the form of a whole paper.
///
/// A section that nobody touched is told from one that was written in by the mark of what was shown: the records may have moved
/// since, and what was only looked at goes on following them.
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
    let new: NewSection
    let deed: Deed
    /// The words came back as they were shown.
    let isUntouched: Bool

    /// - Returns: nil where the form has no such section.
    init?(reading fields: inout Fields, of written: String) {
        guard let number = Int64(written), fields.wasSent("words-\(number)") else { return nil }
        let id = ID<Section>(number)
        let typed = fields.written("words-\(id)")
        self.id = id
        version = fields.number("version-\(id)", "Version", in: 1...Int.max) ?? 0
        new = NewSection(reading: &fields, named: "-\(id)")
        isUntouched = SectionEntry.mark(of: typed) == fields.written("shown-\(id)")
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
        switch deed {
        case .records: changed = section.written(NewSection(heading: new.heading, words: nil, isLeftOut: new.isLeftOut), beside: generated)
        case .asTyped where isUntouched: (changed.heading, changed.isLeftOut) = (new.heading, new.isLeftOut)
        case .asTyped, .confirmed: changed = section.written(new, beside: generated)
        }
        guard changed != section else { return section }
        changed.version = version
        return changed
    }
}

extension Section {
    /// As its author leaves it. What was left as it writes itself goes on following the records; what the template says follows
    /// nothing, and saving it says that it is so.
    func written(_ new: NewSection, beside generated: String) -> Section {
        var changed = self
        let words = new.words?.replacing("\r\n", with: "\n")
        changed.heading = new.heading
        changed.words = words == String(generated.trimmed) && content != .words ? nil : words
        changed.seen = changed.words == nil ? nil : generated
        changed.isLeftOut = new.isLeftOut
        return changed
    }
}
