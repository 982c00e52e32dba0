import ArgumentParser
import Foundation
import Kernel
import People
import Storage

/// What of the register is wanted, as the address of its page says it.
struct ViewOption: ParsableArguments, Sendable {
    @Option(help: "A part of the register, as what stands after the question mark of its page: 'type=prohibition&status=in-force'.") var view = ""

    /// - Throws: `view-not-understood`
    var query: RegisterQuery {
        get throws {
            // What is written is what an address has, so it is read as one.
            let items = URLComponents(string: "?" + view.replacing("+", with: "%20"))?.queryItems
            let query = RegisterQuery((items ?? [URLQueryItem(name: view, value: view)]).map { ($0.name, $0.value ?? $0.name) })
            guard query.faults.isEmpty else { throw Refusal("view-not-understood", .invalid, query.faults.map(\.sentence).joined(separator: " ")) }
            return query
        }
    }
}

/// `muster register list`
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "list", "List the notices of the public register, the latest served first.",
        examples: "muster register list", "muster register list --view 'type=prohibition&words=harbour' --json")
    @OptionGroup var view: ViewOption
    @OptionGroup var operating: OperatorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let surroundings = try RegisterSurroundings.needed()
        let register = try await surroundings.register(of: try await operating.begin(making: false).desk)
        let query = try view.query
        let entries = register.entries(query)
        try output.show(entries.map { PublicEntryPayload($0, at: Operating.address) }, Output.table(
            ["Key", "Type", "Status", "Served", "Premises", "Address"],
            entries.map { [$0.key, $0.kind?.words ?? "", $0.status?.words ?? "", $0.served?.iso ?? "", $0.premises, $0.address.joined(separator: ", ")] },
            empty: query.isNarrow ? "Nothing in the register is like that." : "No notice is in the register now."))
    }
}

/// `muster register show`
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "show", "Show what the public reads of one notice.", examples: "muster register show N-2024-0012", "muster register show N-2024-0012 --json")
    @Argument(help: "The notice’s reference, or the key that a list gives.") var entry: String
    @OptionGroup var operating: OperatorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let surroundings = try RegisterSurroundings.needed()
        let found = try await surroundings.register(of: try await operating.begin(making: false).desk).found(entry)
        try output.show(PublicEntryPayload(found, at: Operating.address), ShowCommand.words(found, at: Operating.address))
    }

    private static func words(_ entry: PublicEntry, at address: String) -> String {
        let facts: [(String, String?)] = [
            ("Shown", entry.full == nil ? entry.extent.words : nil), ("Status", entry.status?.words), ("Premises", ([entry.premises] + entry.addressLines).joined(separator: ", ")),
            ("Served on", entry.persons.map(\.name).joined(separator: "; ")), ("Served", entry.served?.iso), ("To comply by", entry.complyBy?.iso),
            ("Complied with", entry.complied?.iso), ("Articles", entry.articles.isEmpty ? nil : entry.articles.joined(separator: ", ")), ("Substance", entry.substance),
            ("Kept until", entry.retainUntil?.iso), ("From", entry.source?.name), ("Page", entry.page(at: address)),
        ]
        return (["\(entry.title) \(entry.reference), edition \(entry.edition)"] + facts.compactMap { name, value in value.map { "  \(name): \($0)" } }).joined(separator: "\n")
    }
}

/// `muster register proof`
struct ProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "proof", "Prove that what was recorded of a notice is in the service’s journal (RFC 9162).", examples: "muster register proof N-2024-0012 --json")
    @Argument(help: "The notice’s reference.") var entry: String
    @OptionGroup var operating: OperatorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let surroundings = try RegisterSurroundings.needed()
        let desk = try await operating.begin(making: false).desk
        let found = try await surroundings.register(of: desk).found(entry)
        let proofs = try await surroundings.proofs(desk).editions(of: found)
        try output.show(ProofsPayload(found, proofs), Output.table(
            ["Line", "Leaf", "Leads to the head"], proofs.map { [String($0.proof.sequence), $0.proof.leaf.description, $0.proof.holds ? "yes" : "no"] },
            empty: "The journal here holds nothing of that notice."))
    }
}

/// `muster register export`
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "export", "Take the register, or a part of it, away as a file.",
        "The files: \(RegisterFile.allCases.map(\.name).joined(separator: ", ")). Without --output it goes to standard output.",
        examples: "muster register export notices.csv > notices.csv", "muster register export notices.geojson --view 'area=Seaport' --output seaport.geojson")
    @Argument(help: "Which file.", completion: .list(RegisterFile.allCases.map(\.name))) var file: String
    @OptionGroup var view: ViewOption
    @Option(help: "The file to write.", completion: .file()) var output: String?
    @OptionGroup var operating: OperatorOptions

    func run() async throws {
        let (surroundings, file) = (try RegisterSurroundings.needed(), try RegisterFile(named: file))
        let register = try await surroundings.register(of: try await operating.begin(making: false).desk)
        let pieces = RegisterPieces(surroundings.policy.extract(of: register, try view.query, at: Operating.address), as: file)
        guard let output else {
            for piece in pieces { try FileHandle.standardOutput.write(contentsOf: Data(piece)) }
            return
        }
        try FileOnDisk.write(pieces.reduce(into: []) { $0 += $1 }, to: output)
        Output.line("Wrote \(output).")
    }
}
