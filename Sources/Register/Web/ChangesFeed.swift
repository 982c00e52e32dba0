import Kernel
import Markup

/// What changed in the register, the newest first, for readers of feeds (Atom, RFC 4287): each edition of an entry once, under a name that stays.
///
/// An entry of three particulars alone has no day that may be told, so it is not told of. An entry that was taken out is told as RFC 6721 has it, by the names of its editions alone.
struct ChangesFeed {
    /// So many changes are told; what is older stands in the register itself.
    static let most = 200

    let extract: RegisterExtract
    /// Earlier editions that may still be read.
    let earlier: [PublicEntry]
    let gone: [GoneEntry]

    private enum Change {
        case edition(PublicEntry, PublicEntry.Particulars)
        /// Each edition that was told has a name of its own to take back.
        case gone(GoneEntry, edition: Int)

        var day: Day {
            switch self {
            case .edition(_, let full): full.changed
            case .gone(let gone, _): gone.day
            }
        }

        /// Of two on one day the later edition is the newer.
        var order: String {
            switch self {
            case .edition(let entry, _): "\(entry.key) \(1_000_000 + entry.edition)"
            case .gone(let gone, let edition): "\(gone.reference) ~\(1_000_000 + edition)"
            }
        }
    }

    var bytes: [UInt8] {
        let told = (extract.entries + earlier).compactMap { entry in entry.full.map { Change.edition(entry, $0) } }
        let taken = gone.flatMap { gone in (0..<max(1, gone.editions)).map { Change.gone(gone, edition: $0 + 1) } }
        let shown = (told + taken).sorted { $0.day == $1.day ? $0.order > $1.order : $0.day > $1.day }.prefix(ChangesFeed.most)
        let list = extract.address + RegisterLinks.list.text
        let feed: HTML = """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="en-GB">\
            <id>\(name("register"))</id><title>Register of fire safety notices of \(extract.service)</title>\
            <subtitle>What was entered, changed and taken out, the newest first.</subtitle><updated>\(extract.version.since.iso)</updated>\
            <author><name>\(extract.service)</name></author><link rel="self" type="application/atom+xml" href="\(extract.address + RegisterLinks.feed.text)"/>\
            <link rel="alternate" type="text/html" href="\(list)"/>\(shown.map(written))</feed>
            """
        return Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8) + feed.bytes + [10]
    }

    private func written(_ change: Change) -> HTML {
        switch change {
        case .edition(let entry, let full):
            let title = "\(entry.title) \(entry.reference): \(entry.premises)"
            return """

                <entry><id>\(name("register/\(entry.key)/\(entry.edition)"))</id><title>\(title)</title><updated>\(instant(full.changed))</updated>\
                <published>\(instant(full.changed))</published><link rel="alternate" type="text/html" href="\(entry.page(at: extract.address))"/>\
                <category term="\(full.kind.rawValue)" label="\(full.kind.words)"/><category term="\(full.status.rawValue)" label="\(full.status.words)"/>\
                <summary>\(summary(entry, full))</summary></entry>
                """
        case .gone(let gone, let edition):
            return """

                <at:deleted-entry ref="\(name("register/\(gone.reference)/\(edition)"))" when="\(instant(gone.day))">\
                <at:comment>\(gone.reference) stands in the register no more.</at:comment></at:deleted-entry>
                """
        }
    }

    private func summary(_ entry: PublicEntry, _ full: PublicEntry.Particulars) -> String {
        let what = entry.edition == 1 ? "Entered in the register" : "Version \(entry.edition) of the entry"
        return "\(what) on \(full.changed). \(full.status.words). Served on \(full.served)." + (full.substance.map { " \($0)" } ?? "")
    }

    /// A name that no address changes (RFC 4151).
    private func name(_ what: String) -> String {
        let host = WebAddress(kept: extract.address)?.host.prefix { $0 != ":" } ?? "localhost"
        return "tag:\(host),2026:\(what)"
    }

    private func instant(_ day: Day) -> String { Moment.inBritain(day, hour: 0).iso }
}
