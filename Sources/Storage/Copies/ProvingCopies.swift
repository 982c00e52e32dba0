internal import Foundation
public import Kernel
public import Logging

extension Copies {
    /// Proves that a copy can be restored: restores it into an empty place in the folder, opens that as a service, and
    /// makes a copy of it, which must be the same to the byte. Nothing of it stays.
    ///
    /// - Throws: what `restore` and `make` refuse
    public func prove(_ path: String, in folder: String, log: Logger, watch: @escaping CopyWatch = { _ in }) async throws {
        let place = URL(fileURLWithPath: folder).appendingPathComponent("\(NewFile.partialMark)\(UInt32.random(in: 0...UInt32.max))").path
        guard mkdir(place, 0o700) == 0 else { throw Refusal.notWritten(place, errno) }
        defer { try? FileManager.default.removeItem(atPath: place) }
        let address = DatabaseAddress.sqlite(path: place + "/muster.db")
        let checked = try await restore(path, into: address, watch: watch)
        let store = try await Store.open(address, migrations: migrations, log: log)
        let again: CheckedCopy
        do {
            again = try await make(of: store, at: place + "/copy", watch: watch)
            try await store.close()
        } catch {
            try? await store.close()
            throw error
        }
        guard again == checked else { throw Refusal.copyNotTheSame("What was restored from \(path)") }
    }

    /// Removes what a copy or a proof that was killed left in the folder, when it is older than a day.
    public func tidy(_ folder: String, before moment: Moment) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(NewFile.partialMark) {
            let path = folder + "/" + name
            let made = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
            if let made, made.timeIntervalSince1970 * 1000 < Double(moment.milliseconds) { try? FileManager.default.removeItem(atPath: path) }
        }
    }
}
