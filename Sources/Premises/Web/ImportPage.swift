import Kernel
import Markup
import Storage
import Web

/// The addresses of importing.
enum ImportLinks {
    static let new = Link("premises", "import")
    static func upload(_ id: Int64) -> Link { Link("premises", "import", String(id)) }
    static func discard(_ id: Int64) -> Link { Link("premises", "import", String(id), "discard") }
}

/// Sending a file of premises, and the files that were taken before.
struct NewImportPage {
    let imports: [PremisesImport]
    /// Files that whoever looks has sent and neither taken nor put aside.
    let unfinished: [(id: Int64, name: String, at: Moment)]
    let filled: Filled
    let csrf: String

    var page: Page {
        let form = FormPage(
            title: "Import premises",
            under: "A CSV file or an Excel workbook, a row for each premises. You see what it would change, and what is doubtful, before anything is saved.",
            crumbs: [("Premises", PremisesLinks.list)], section: "premises", filled: filled, link: ImportLinks.new, token: csrf, multipart: true, body: """
                \(fileField("file", "File", accept: ".csv,.xlsx,.tsv,.txt", most: Form.largeFiles, error: filled.error("file"), required: true))\
                <p class="small">Premises are told apart by their reference, or by the UPRN where the file has none. A larger file is taken with \
                <code>muster premises import FILE</code>.</p>\
                \(buttons(submit("Read the file"), button("Cancel", to: PremisesLinks.list, quiet: true)))
                """).page
        return Page(title: form.title, crumbs: form.crumbs, section: form.section, body: "\(form.body)\(waiting)\(before)")
    }

    private var waiting: HTML {
        guard !unfinished.isEmpty else { return .empty }
        return card("Files that you have sent and not taken", id: "unfinished", """
            \(small("Each goes a day after it was sent."))\(table(columns: [Column("File", .wide), Column("Sent"), Column("")], rows: unfinished.map { file in
                ["<a href=\"\(ImportLinks.upload(file.id))\">\(file.name)</a>", "\(file.at.inWords)", postButton("Discard", to: ImportLinks.discard(file.id), token: csrf)]
            }))
            """)
    }

    private var before: HTML {
        guard !imports.isEmpty else { return .empty }
        let columns = [Column("File", .wide), Column("Taken", .day), Column("Rows", .number), Column("Added", .number), Column("Changed", .number), Column("Left out", .number)]
        return card("Files that were taken", table(columns: columns, rows: imports.map { record in
            [
                "\(record.file)<span class=\"why\">Root \(String(record.taken.root.prefix(16)))…</span>", "\(record.on)", "\(record.rows)",
                "\(record.taken.added)", "\(record.taken.changed)", "\(record.leftOut)",
            ]
        }))
    }
}

/// What a file would change: its columns to correct, its first rows, and what is doubtful.
struct ImportPage {
    let upload: PremisesUpload
    let file: PremisesFile
    let sample: [[String]]
    /// Nil where the columns do not say enough to read a row.
    let difference: PremisesDifference?
    /// Why its rows can't be read, where they can't.
    let fault: Refusal?
    let filled: Filled
    let csrf: String

    var page: Page {
        Page(title: "Import \(upload.name)", crumbs: [("Premises", PremisesLinks.list), ("Import", ImportLinks.new)], section: "premises", body: """
            \(lead("Import \(upload.name)", under: "Nothing is saved until you say so.", actions: [postButton("Discard the file", to: ImportLinks.discard(upload.id), token: csrf)]))\
            \(errorSummary(filled.refusal))\(file.notes.map { notice("\($0)", .amber) })\
            \(form(to: ImportLinks.upload(upload.id), token: csrf, "\(outcome)\(columns)"))\(doubts)\(difference.map(ImportDifferenceCards.init)?.cards)
            """)
    }

    private var outcome: HTML {
        if let fault { return notice("\(fault.sentence) Put that right in the file, discard this one and send it again.", .red) }
        guard let difference else { return notice("\(file.columns.lack ?? "")", .amber) }
        let some = difference.added + difference.changed > 0
        let deeds: HTML = difference.isDoubtful
            ? submit("Take it, leaving what is doubtful open", name: "deed", value: "leave") : submit("Take the file", name: "deed", value: "take")
        let doubtful: HTML? = difference.isDoubtful ? """
            <p>\(counted(difference.unusable, "row").capitalisedFirst) would be left out, since each lacks a reference, a name or a type, or stands twice; \
            \(counted(difference.doubtfulCells, "cell")) would be left as on record, or empty where premises are new. They are named below.</p>
            """ : nil
        return card("What it would change", id: "difference", """
            <p>\(difference.line)</p>\(doubtful)\(some ? buttons(deeds) : "<p>There is nothing to take.</p>")
            """)
    }

    private var columns: HTML {
        let options = [("", "Left out")] + PremisesField.allCases.map { ($0.rawValue, $0.words) }
        let rows: [[HTML]] = file.columns.headings.enumerated().map { place, heading in
            [
                "\(heading.isEmpty ? "Column \(place + 1)" : heading)",
                select("column-\(place)", "What “\(heading)” holds", options: options, chosen: file.columns.fields[place]?.rawValue ?? ""),
                "\(sample.compactMap { $0.indices.contains(place) && !$0[place].isEmpty ? String($0[place].prefix(60)) : nil }.prefix(3).joined(separator: " · "))",
            ]
        }
        return card("Columns", id: "columns", """
            \(table(columns: [Column("Heading"), Column("Holds", .wide), Column("First rows", .wide)], rows: rows))\
            \(select("usual-type", "The type of rows that give none", options: [("", "None: such rows are doubtful")] + PremisesType.allCases.map { ($0.rawValue, $0.words) },
                     chosen: upload.choices.usualType?.rawValue ?? "", required: false))\
            \(buttons(submit("Match the columns so", name: "deed", value: "columns", quiet: true)))
            """)
    }

    private var doubts: HTML {
        guard let difference, !difference.doubts.isEmpty else { return .empty }
        let more: HTML? = difference.doubts.count == PremisesDifference.mostDoubts ? "<p>Only the first \(PremisesDifference.mostDoubts) are shown.</p>" : nil
        return card("What is doubtful", id: "doubts", """
            \(more)\(table(columns: [Column("Row", .number), Column("Column"), Column("Why", .wide)], rows: difference.doubts.map { ["\($0.row)", "\($0.column)", "\($0.sentence)"] }))
            """)
    }
}
