import ArgumentParser
import Documents
import Kernel
import People
import Storage
import Synchronization

/// A file of premises named at the command line, and what its columns hold.
struct PremisesFileOptions: ParsableArguments, Sendable {
    @Argument(help: "A CSV file of any size, or an Excel workbook.", completion: .file(extensions: ["csv", "xlsx", "txt"])) var file: String
    @Option(help: "What a column holds, as column=heading: easting='Grid X'. May be given more than once. Columns: \(PremisesField.allCases.map(\.rawValue).joined(separator: ", ")).")
    var match: [String] = []
    @Option(help: "The type of rows that give none: \(PremisesType.allCases.map(\.rawValue).joined(separator: ", ")).") var usualType: String?

    func read() throws -> PremisesFile {
        let matched = try match.map { written in
            let parts = written.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let field = PremisesField(rawValue: parts[0].lowercased()) else {
                throw Refusal.fields([.init("match", "“\(written)” matches no column. Write column=heading, where the column is one of \(PremisesField.allCases.map(\.rawValue).joined(separator: ", ")).")])
            }
            return (field, heading: parts[1])
        }
        let type = try usualType.map { written in
            guard let type = PremisesType(rawValue: written) else { throw Refusal.fields([.init("usual-type", "“\(written)” is no type of premises.")]) }
            return type
        }
        let file = try PremisesFile(FileBytes(path: file), matched: matched, usualType: type)
        try file.checkColumns()
        return file
    }
}

extension PremisesCommand {
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "import", "Take a file of premises: add what is new, change what differs.",
            """
            Premises are told apart by their reference; where the file has none, by the UPRN. What is on record and not in the file stays as it \
            is. Where rows are doubtful the command names them and saves nothing, unless told to leave them open.
            """,
            examples: "muster premises import premises.csv --dry-run", "muster premises import premises.csv --because 'AddressBase, epoch 121'",
            "muster premises import old.xlsx --match reference='Site no' --match easting=X --match northing=Y --leave-open")
        @OptionGroup var options: PremisesFileOptions
        @Flag(help: "Tell what would be done, and save nothing.") var dryRun = false
        @Flag(help: "Leave doubtful cells as on record, or empty where premises are new, and rows out that lack a reference, a name or a type.") var leaveOpen = false
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let file = try options.read()
            let (desk, actor) = try await writing.operating.begin(making: !dryRun)
            let outcome = Mutex<PremisesDifference?>(nil)
            let (leaveOpen, dryRun, because) = (leaveOpen, dryRun, writing.because)
            try await Operating.surroundings.showing { watch in
                let (hash, rows) = try file.hashed()
                let done = try await dryRun
                    ? desk.read { session in try Gazetteer().difference(of: file.watched(rows, watch), columns: file.columns, by: actor, session) }
                    : desk.write(by: actor, because: because ?? "Imported from \(file.name)") { work in
                        try Gazetteer().take(
                            file.watched(rows, watch), of: ImportedFile(name: file.name, size: file.size, sha256: hash, columns: file.columns), leavingOpen: leaveOpen, work).1
                    }
                outcome.withLock { $0 = done }
            }
            guard let difference = outcome.withLock({ $0 }) else { return }
            let doubts = difference.doubts.prefix(20).map { "\n\($0.line)" }.joined() + (difference.doubts.count > 20 ? "\nThere are more." : "")
            try writing.output.show(difference, (dryRun ? "This would be done. " : "") + difference.line
                + (difference.isDoubtful ? " \(counted(difference.unusable, "row")) left out, \(counted(difference.doubtfulCells, "cell")) left as on record or empty." : "")
                + file.notes.map { "\n\($0)" }.joined() + doubts + (dryRun ? difference.inDetail : ""))
        }
    }

    struct Imports: ReadingCommand {
        static let configuration = CommandConfiguration("imports", "List the files of premises that were taken, the latest first.", examples: "muster premises imports --json")
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[PremisesImport]> {
            try ImportPolicy.imports.check(reader.actor)
            let imports = try session.premisesImports()
            return Answer(imports, Output.table(
                ["Number", "File", "Day", "Rows", "Added", "Changed", "Root"],
                imports.map { ["\($0.id)", $0.file, "\($0.on)", "\($0.rows)", "\($0.taken.added)", "\($0.taken.changed)", String($0.taken.root.prefix(16))] },
                empty: "No file of premises was taken yet. Take one with: muster premises import FILE"))
        }
    }

    struct Search: ReadingCommand {
        static let configuration = CommandConfiguration(
            "search", "Find premises by the beginnings of words: name, address, postcode, UPRN or reference.",
            examples: "muster premises search harb quay", "muster premises search NR1 1AA --limit 5 --json")
        @Argument(help: "What to look for.") var words: [String]
        @Option(help: "The most that are shown.") var limit: Int = 20
        @OptionGroup var reading: ReadingOptions

        func validate() throws {
            guard (1...200).contains(limit) else { throw ValidationError("--limit takes a number from 1 to 200.") }
        }

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[FoundPremises]> {
            try GazetteerPolicy.reads.check(reader.actor)
            let found = try session.premises(matching: words.joined(separator: " "), limit: limit).map(FoundPremises.init)
            return Answer(found, Output.table(
                ["Reference", "Premises", "Type"], found.map { [$0.reference, $0.line, $0.type] }, empty: "No premises have such words. Try fewer letters."))
        }
    }

    struct Prove: ReadingCommand {
        static let configuration = CommandConfiguration(
            "prove", "Prove what a file made of premises: the path to the root that the journal holds.", examples: "muster premises prove P-17 --json")
        @Argument(help: "The reference of the premises.", completion: .premises) var premises: String
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<BulkProof> {
            try GazetteerPolicy.reads.check(reader.actor)
            let proof = try session.importProof(of: session.premises(premises))
            return Answer(proof, """
                \(proof.state)
                Leaf \(proof.place + 1) of \(proof.count) under the root \(proof.root), which entry \(proof.entry.sequence) of the journal holds; it is under the head \(proof.entry.head.root). \
                \(proof.holds ? "The proof holds." : "The proof does not hold.")
                """)
        }
    }
}

extension PremisesDifference {
    /// The first of what is new, of what differs and of what the file does not name, a line each.
    fileprivate var inDetail: String {
        func part(_ title: String, _ lines: [String], of count: Int) -> String {
            lines.isEmpty ? "" : "\n\(title):" + lines.map { "\n  \($0)" }.joined() + (count > lines.count ? "\n  …" : "")
        }
        return part("New", firstAdded, of: added) + part("Changed", firstChanged.map(\.line), of: changed) + part("Not in the file", goneReferences, of: gone)
    }
}

extension PremisesFile {
    /// The SHA-256 of its bytes in hexadecimal, and about how many rows it has.
    func hashed() throws -> (String, rows: Int) {
        var rows = 0
        let hash = try Hash(pieces: { take in
            try file.bytes.each { piece in
                rows += piece.count { $0 == 10 }
                take(piece)
                return true
            }
        })
        return (hash.description, max(1, rows))
    }

    /// The rows, with how far they are told now and then.
    func watched(_ all: Int, _ watch: @escaping CopyWatch) -> PremisesRows {
        { body in
            var done = 0
            try eachRow { row in
                done += 1
                if done % 5000 == 0 { try watch(CopyProgress(step: "Reading \(name)", done: min(done, all), all: all)) }
                return try body(row)
            }
        }
    }
}
