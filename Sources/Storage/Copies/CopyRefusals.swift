internal import Foundation
internal import Kernel

/// Why no copy was made, or why none can be made use of.
extension Refusal {
    static func fileAlreadyThere(_ path: String) -> Refusal {
        .conflict("file-already-there", "There is a file \(path) already. Choose a name that is not taken; nothing is ever overwritten.")
    }

    /// - Parameter code: what the system said, as `errno` has it.
    static func notWritten(_ path: String, _ code: Int32) -> Refusal {
        switch code {
        case EEXIST: .fileAlreadyThere(path)
        case ENOSPC, EDQUOT: .noRoom(path)
        default:
            .invalid(
                "folder-not-usable",
                "\(path) can't be written (\(String(cString: strerror(code)))). Name a file in a folder that is there and that Muster may write to.")
        }
    }

    static func noRoom(_ path: String) -> Refusal {
        .conflict("no-room-left", "There is no room left on the disk for \(path). Make room or choose another disk, then try again; nothing was kept of it.")
    }

    static func copyNotFound(_ path: String) -> Refusal {
        .missing("copy-not-found", "\(path) can't be read. Check the name, and that you may open it.")
    }

    static func notACopy(_ path: String) -> Refusal {
        .invalid("copy-not-a-copy", "\(path) is not a copy that Muster made. Give a file that came from muster backup.")
    }

    static func isTheDatabaseItself(_ path: String) -> Refusal {
        .invalid(
            "copy-not-a-copy",
            "\(path) is a database in use, not a copy of one. Make a copy with muster backup FILE, with --database naming it, and give that.")
    }

    static func copyDamaged(_ path: String, _ how: String) -> Refusal {
        .conflict("copy-damaged", "The copy \(path) is damaged: \(how). Use another copy.")
    }

    static func copyNewer(_ path: String, _ step: String) -> Refusal {
        .invalid(
            "copy-newer",
            "The copy \(path) was made by a newer Muster (its step “\(step)” is not known here). Install that version or a later one, then try again.")
    }

    static func copyNotTheSame(_ path: String) -> Refusal {
        .conflict("copy-not-the-same", "\(path) did not come out the same as what it was made from, so it was not kept. Try again, and check the disk if it happens twice.")
    }

    static func journalNotWhole(_ sentence: String) -> Refusal {
        .conflict(
            "journal-does-not-match",
            "No copy was made, because the journal does not prove itself: \(sentence) Keep the copies you have, and look at muster journal verify.")
    }

    static func placeNotEmpty(_ what: String, _ advice: String) -> Refusal {
        .conflict("place-not-empty", "\(what) A copy is restored into an empty place only, never over data. \(advice)")
    }

    static func restoreUnderWay(_ path: String) -> Refusal {
        .conflict("restore-under-way", "A copy is being restored into \(path) just now. Wait until that is done, and then look at the place again.")
    }

    static func restoreUnfinished(_ path: String) -> Refusal {
        .conflict(
            "restore-unfinished",
            "A copy was being restored here and that did not come to its end. Run muster restore FILE again; or remove \(path) to begin without it.")
    }
}
