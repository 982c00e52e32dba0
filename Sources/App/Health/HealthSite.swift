import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import Storage
import Web

/// What an operator's watch asks, at a port of its own that this machine alone can reach.
struct HealthSite: Sendable {
    /// There is no way to serve it elsewhere: a proxy of the operator's may pass it on.
    static let host = "127.0.0.1"

    let store: Store
    let site: Site
    let house: House
    let probes: [Probe]
    let signIns: SignInWatch
    let intake: Intake
    let process: ProcessMeasures
    let clock: Clock
    let log: Logger

    /// - Parameter more: checks beyond those that every service has.
    init(_ muster: MusterSite, _ site: Site, more: [Probe] = [], log: Logger) {
        store = muster.desk.store
        self.site = site
        house = muster.house
        probes = Probe.standard(store) + more
        signIns = muster.signIns
        intake = muster.intake
        clock = muster.desk.clock
        process = ProcessMeasures(startedAt: clock.now)
        self.log = log
    }

    func application(port: Int, isListening: @escaping @Sendable (Int) async -> Void) -> some ApplicationProtocol {
        var quiet = log
        quiet.logLevel = max(log.logLevel, .warning)
        return Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname(HealthSite.host, port: port)),
            onServerRunning: { await isListening($0.localAddress?.port ?? port) }, logger: quiet)
    }

    var router: Router<BasicRequestContext> {
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.get("health/live") { _, _ in HealthSite.answer(.ok, "application/json", #"{"status":"live"}"#) }
        router.get("health/ready") { _, _ in try await ready() }
        router.get("metrics") { _, _ in HealthSite.answer(.ok, Measure.contentType, Measure.text(await measures())) }
        return router
    }

    private struct Readiness: Encodable {
        struct Check: Encodable {
            let name: String
            let ok: Bool
            let finding: String?
        }

        let status: String
        let checks: [Check]
    }

    private func ready() async throws -> Response {
        let findings = await withTaskGroup(of: (Int, String?).self) { group in
            for (place, probe) in probes.enumerated() {
                group.addTask { (place, await probe.finding(within: 2, log: log)) }
            }
            return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
        }
        let checks = probes.enumerated().map { Readiness.Check(name: $1.name, ok: findings[$0] == nil, finding: findings[$0]) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(Readiness(status: findings.isEmpty ? "ready" : "not ready", checks: checks)), as: UTF8.self)
        return HealthSite.answer(findings.isEmpty ? .ok : .serviceUnavailable, "application/json", text)
    }

    /// What the database can't tell now is left out; the rest is told all the same.
    func measures() async -> [Measure] {
        var measures = site.watch.measures + [house.refusals.measure, signIns.measure, intake.watch.measure] + store.watch.measures
        measures.append(Measure(.gauge, "muster_writers_waiting", "Changes that wait for their turn to write.", Double(store.writersWaiting)))
        if let size = try? await limited(to: .seconds(2), { [store] in try await store.journalSize() }) {
            measures.append(Measure(.gauge, "muster_journal_entries", "Entries of the journal.", Double(size)))
        }
        if let bytes = try? await limited(to: .seconds(2), { [store] in try await store.bytes() }) {
            measures.append(Measure(.gauge, "muster_database_bytes", "What the database takes, its log of writes left out.", Double(bytes)))
        }
        let moment = clock.now
        if let standing = try? await limited(to: .seconds(2), { [store] in try await store.read { try CopyStanding.read($0, at: moment) } }) {
            measures.append(Measure(.gauge, "muster_copy_warnings", "What an administrator has to look after about copies; 0 when all is well.", Double(standing.warnings.count)))
            if let proven = standing.lastProven?.provenAt {
                measures.append(Measure(
                    .gauge, "muster_copy_proven_time_seconds", "When a copy was last restored and found to be the same, in seconds since 1970.",
                    Double(proven.milliseconds) / 1000))
            }
        }
        return measures + process.all
    }

    private static func answer(_ status: HTTPResponse.Status, _ type: String, _ text: String) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
