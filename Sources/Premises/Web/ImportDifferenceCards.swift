import Kernel
import Markup
import Web

/// What a file would change, by its first rows: what is new, what is otherwise than on record, and what it does not name.
struct ImportDifferenceCards {
    let difference: PremisesDifference

    var cards: HTML { "\(changed)\(added)\(gone)" }

    private func first(_ shown: Int, of all: Int) -> HTML? { all > shown ? small("The first \(shown) of \(grouped(all)).") : nil }

    private var changed: HTML {
        let rows = difference.firstChanged.flatMap { change in
            change.parts.enumerated().map { place, part -> [HTML] in
                [
                    "\(change.reference)", place == 0 ? "\(change.name)" : .empty, "\(part.what)", part.old.isEmpty ? quiet("Nothing") : "\(part.old)",
                    part.new.isEmpty ? quiet("Nothing") : "\(part.new)",
                ]
            }
        }
        return rows.isEmpty ? .empty : card("Otherwise than on record", id: "changed", """
            \(first(difference.firstChanged.count, of: difference.changed))\
            \(table(columns: [Column("Reference", .reference), Column("Premises", .wide), Column("What"), Column("On record"), Column("In the file")], rows: rows))
            """)
    }

    private var added: HTML {
        difference.firstAdded.isEmpty ? .empty : card("New", id: "added", """
            \(first(difference.firstAdded.count, of: difference.added))<ul>\(difference.firstAdded.map { "<li>\($0)</li>" as HTML })</ul>
            """)
    }

    private var gone: HTML {
        difference.gone == 0 ? .empty : card("On record and not in the file", id: "gone", """
            <p>\(counted(difference.gone, "premises", "premises").capitalisedFirst), which \(difference.gone == 1 ? "stays as it is" : "stay as they are"): \
            \(difference.goneReferences.joined(separator: ", "))\(difference.gone > difference.goneReferences.count ? " …" : "")</p>
            """)
    }
}
