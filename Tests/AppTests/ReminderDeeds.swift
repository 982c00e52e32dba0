@testable import App
@testable import Storage
import Boards
import Kernel
import Library
import People
import Plans
import Reviews
import TestSupport

/// What people do about being reminded and about what they have read.
extension Deeds {
    static let remindersDeeds: [(name: String, deed: Deed)] = [
        ("chose how reminders come", {
            let account = try $0.one(Account.self)
            try Reminders().choose(byMail: $0.chance(2), for: account, $0.work)
        }),
        ("said that they had read what changed", {
            let (own, other) = ($0.work.actor.person.map { ID<Party>($0) }, try $0.party(.person).id)
            try BoardRooms().look(NewLook(entries: $0.chance(3) ? 3 : nil), by: $0.chance(4) ? other : own ?? other, $0.work)
        }),
    ]
}
