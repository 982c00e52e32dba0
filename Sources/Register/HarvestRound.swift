import Foundation
import Kernel
public import Storage

/// Asks other services for their registers: each by itself, so that one that is down, slow, huge or malformed harms no other.
public struct HarvestRound: Sendable {
    /// So many are asked at once.
    static let width = 4
    /// The most that is read of a data package, in bytes.
    static let mostPackage = 1 << 20

    let desk: Desk
    let fetching: Fetching

    public init(desk: Desk, fetching: Fetching) { (self.desk, self.fetching) = (desk, fetching) }

    /// What came of one source.
    public struct Outcome: Encodable, Equatable, Sendable {
        public let source: String
        public let name: String
        public let entries: Int
        public let refused: Int
        /// Why nothing was taken over; nil when all went well.
        public let fault: String?
    }

    /// Asks those of the sources that are due, or all.
    ///
    /// - Parameters:
    ///   - code: of the only source that is asked; nil for all.
    ///   - minutes: how often a source that is well is asked; nil to ask now.
    /// - Throws: `harvest-source-not-found`
    @discardableResult
    public func run(only code: String? = nil, every minutes: Int? = nil) async throws -> [Outcome] {
        let moment = desk.clock.now
        let sources = try await desk.read { session -> [HarvestSource] in
            let tries = try session.harvestTries()
            let all = try code.map { [try session.harvestSource($0)] } ?? session.harvestSources()
            return all.filter { source in minutes.map { tries[source.id]?.isDue(at: moment, every: $0) ?? true } ?? true }
        }
        return try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
            var (outcomes, next) = ([Int: Outcome](), 0)
            func begin() {
                guard next < sources.count else { return }
                let (place, source) = (next, sources[next])
                next += 1
                group.addTask { (place, try await ask(source)) }
            }
            for _ in 0..<HarvestRound.width { begin() }
            for try await (place, outcome) in group {
                outcomes[place] = outcome
                begin()
            }
            return sources.indices.compactMap { outcomes[$0] }
        }
    }

    private func ask(_ source: HarvestSource) async throws -> Outcome {
        do {
            let harvest = try await fetch(source)
            try await desk.write(by: .muster) { work in try Harvests().take(harvest, of: source, work) }
            return Outcome(source: source.code.text, name: source.name, entries: harvest.entries.count, refused: harvest.refused, fault: nil)
        } catch let fault as Fetching.Fault {
            return try await failed(source, fault.sentence)
        }
    }

    private func failed(_ source: HarvestSource, _ sentence: String) async throws -> Outcome {
        let moment = desk.clock.now
        try await desk.store.write { session in try Harvests().fail(source, because: sentence, at: moment, session) }
        return Outcome(source: source.code.text, name: source.name, entries: source.copy?.entries ?? 0, refused: source.copy?.refused ?? 0, fault: sentence)
    }

    private func fetch(_ source: HarvestSource) async throws -> Harvest {
        let bytes = try await fetching.fetch(source.package, HarvestRound.mostPackage, source.allowsPrivate)
        let file = try HarvestPackage(bytes).lines(at: source.package)
        return try Harvest(try await fetching.fetch(file, Harvest.mostBytes, source.allowsPrivate), from: source.package)
    }
}

/// As much of a data package as is read of another service's: where the file with its entries is.
struct HarvestPackage: Decodable {
    /// One whose name or path is otherwise is none of ours.
    struct Resource: Decodable {
        let name: String?
        let path: String?

        private enum CodingKeys: CodingKey { case name, path }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            (name, path) = (try? members.decode(String.self, forKey: .name), try? members.decode(String.self, forKey: .path))
        }
    }

    /// The resource that is read; Muster's own packages have one of this name.
    static let resource = "notices-lines"

    private let resources: [Resource]

    init(_ bytes: [UInt8]) throws(Fetching.Fault) {
        do { self = try JSONDecoder().decode(HarvestPackage.self, from: Data(bytes)) } catch {
            throw Fetching.Fault("What is at the address is no data package: a JSON object with resources, each with a name and one path.")
        }
    }

    /// The address of its file of entries: on the same host as the package, so that a package can send nobody elsewhere.
    func lines(at package: WebAddress) throws(Fetching.Fault) -> WebAddress {
        guard let path = resources.first(where: { $0.name == HarvestPackage.resource })?.path else {
            throw Fetching.Fault("The data package has no resource named \(HarvestPackage.resource).")
        }
        guard let base = URL(string: package.text), let url = URL(string: path, relativeTo: base), let address = WebAddress(url.absoluteString),
              address.host.lowercased() == package.host.lowercased(), url.scheme?.lowercased() == base.scheme?.lowercased() else {
            throw Fetching.Fault("The data package keeps its file \(HarvestPackage.resource) at another place than its own.")
        }
        return address
    }
}
