import Kernel
@testable import Papers
import Storage
import Testing

/// What the form of a whole draft makes of each of its sections.
struct SectionEntryTests {
    private let generated = "Three actions were done.\n\n- One was late."

    private func section(_ content: Content = .updates, words: String? = nil, seen: String? = nil, isLeftOut: Bool = false, standing: String = "") -> Section {
        Section(id: ID(7), version: 4, paper: ID(1), place: 1, heading: "Updates", content: content, standing: standing, words: words, seen: seen, isLeftOut: isLeftOut)
    }

    private func entry(_ words: String, shown: String, _ more: [String: String] = [:]) throws -> SectionEntry {
        var fields = Fields([
            "heading-7": "Updates", "shown-heading-7": "Updates", "words-7": words, "shown-words-7": SectionEntry.mark(of: shown),
            "shown-records-7": SectionEntry.mark(of: generated), "shown-left-out-7": "", "version-7": "4",
        ].merging(more) { $1 }.mapValues { [$0] })
        let entry = try #require(SectionEntry(reading: &fields, of: "7"))
        try fields.finish()
        return entry
    }

    @Test func `what was only looked at goes on following the records, though they moved since`() throws {
        let shown = "Two actions were done."
        #expect(try entry(shown, shown: shown).applied(to: section(), beside: generated) == section())
        #expect(try entry("Two actions were done.\r\n", shown: shown).applied(to: section(), beside: generated) == section())
        let own = section(words: "Mine", seen: "then")
        #expect(try entry("Mine", shown: "Mine").applied(to: own, beside: generated) == own, "nobody said that it is still so")
    }

    @Test func `what was typed is the author's, beside what the records say at that moment`() throws {
        let changed = try entry("Two, and one.\r\nMore.", shown: "Two.").applied(to: section(), beside: generated)
        #expect(changed.words == "Two, and one.\nMore." && changed.seen == generated && changed.version == 4)
        let emptied = try entry("", shown: "Mine").applied(to: section(words: "Mine", seen: "then"), beside: generated)
        #expect(emptied.words == nil && emptied.seen == nil)
        let same = try entry(generated.replacing("\n", with: "\r\n"), shown: "Two.").applied(to: section(), beside: generated)
        #expect(same == section(), "typed as it writes itself")
    }

    @Test func `a heading and leaving out change without the words`() throws {
        let own = section(words: "Mine", seen: "then")
        let changed = try entry("Mine", shown: "Mine", ["heading-7": "News", "left-out-7": "yes"]).applied(to: own, beside: generated)
        #expect(changed.heading == "News" && changed.isLeftOut && changed.words == "Mine" && changed.seen == "then")
    }

    @Test func `words are kept or let go where the records moved, and what is left out stays so`() throws {
        let own = section(words: "Mine", seen: "then", isLeftOut: true)
        let kept = try entry("Mine", shown: "Mine", ["keep": "7", "left-out-7": "yes", "shown-left-out-7": "yes"]).applied(to: own, beside: generated)
        #expect(kept.words == "Mine" && kept.seen == generated && kept.isLeftOut)
        let taken = try entry("Mine", shown: "Mine", ["take": "7", "left-out-7": "yes", "shown-left-out-7": "yes"]).applied(to: own, beside: generated)
        #expect(taken.words == nil && taken.seen == nil && taken.isLeftOut)
        let other = try entry("Mine", shown: "Mine", ["keep": "8", "left-out-7": "yes", "shown-left-out-7": "yes"]).applied(to: own, beside: generated)
        #expect(other == own)
    }

    @Test func `what somebody else changed meanwhile is left alone where nobody touched it`() throws {
        var renamed = section(words: "Theirs", seen: "then", isLeftOut: true)
        renamed.heading = "Renamed"
        #expect(try entry("Mine", shown: "Mine").applied(to: renamed, beside: generated) == renamed)
    }

    @Test func `records that move while somebody types are told of`() throws {
        let before = try entry("Mine", shown: generated, ["shown-records-7": SectionEntry.mark(of: "As they were.")]).applied(to: section(), beside: generated)
        #expect(before.words == "Mine" && before.seen != generated)
        let kept = try entry("Mine", shown: "Mine", ["keep": "7", "shown-records-7": SectionEntry.mark(of: "As they were.")])
            .applied(to: section(words: "Mine", seen: "then"), beside: generated)
        #expect(kept.seen == "then", "a move that nobody was shown is not accepted")
    }

    @Test func `the template's words are somebody's only when they say so`() throws {
        let standing = "No legal implications."
        let section = section(.words, standing: standing)
        #expect(try entry(standing, shown: standing).applied(to: section, beside: standing).isUnsaid)
        let said = try entry(standing, shown: standing, ["so-7": "yes"]).applied(to: section, beside: standing)
        #expect(said.words == standing && !said.isUnsaid)
    }

    @Test(arguments: ["", "x", "9"]) func `a section that is not in the form is none`(_ written: String) {
        var fields = Fields(["words-7": ["x"]])
        #expect(SectionEntry(reading: &fields, of: written) == nil)
    }
}
