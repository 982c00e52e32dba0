import Foundation
import Kernel
import Storage

/// What an operator set about copies: when, where, and how long they stay.
struct CopyPlan: Sendable, Equatable {
    /// Nil when copies are made only when somebody asks.
    var schedule: CopySchedule?
    var folder: String
    var retention: CopyRetention
    /// The machine's name, since the folder may be this machine's own.
    var place = CopyPlan.machine

    /// The folder is made when it is missing, for its owner alone.
    ///
    /// - Throws: `folder-not-usable`
    func makeFolder() throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Refusal.invalid(
                "folder-not-usable", "The folder of copies, \(folder), can't be made (\(error.localizedDescription)). Set backup.folder to one that Muster may write to.")
        }
    }

    /// `muster-2026-11-22T020000Z.sqlite`
    func path(for moment: Moment) -> String {
        let time = moment.iso.prefix(19).replacing(":", with: "")
        let name = "\(folder)/muster-\(time)Z.sqlite"
        guard FileManager.default.fileExists(atPath: name) else { return name }
        return "\(folder)/muster-\(time)-\(moment.milliseconds % 1000)Z.sqlite"
    }

    /// Whether a round's file is one that was named here; others are nobody's to remove.
    func isOurs(_ round: CopyRound) -> Bool {
        guard let file = round.file, file.hasPrefix(folder + "/") else { return false }
        return file.dropFirst(folder.count + 1).wholeMatch(of: /muster-\d{4}-\d\d-\d\dT\d{6}(-\d+)?Z\.sqlite/) != nil
    }

    /// Whether a round's file is there, and still what it was when it was made.
    func isStill(_ round: CopyRound) async -> Bool {
        guard let file = round.file, let hash = try? await Copies.hash(of: file) else { return false }
        return hash.description == round.sha256
    }

    static var machine: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
