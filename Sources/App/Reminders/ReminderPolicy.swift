import Kernel
import People

/// Who may do what with reminders. They are a person's own: nobody reads another's but the operator, and an administrator who keeps the account.
enum ReminderPolicy {
    static func reads(of account: Account) -> Permission {
        Permission("Reminders are read by the person whose they are, and by an administrator.") {
            $0.person == account.person.number || $0.holds(.administrator)
        }
    }

    static func chooses(for account: Account) -> Permission {
        Permission("Whether reminders come by e-mail is chosen by the person who gets them, and by an administrator.") {
            $0.person == account.person.number || $0.holds(.administrator)
        }
    }

    /// The address of a calendar is a secret that opens it to anybody, so no program makes one for itself.
    static func makesFeed(of account: Account) -> Permission {
        Permission("A calendar’s address is made by the person whose calendar it is, signed in, or by the operator at the command line.") {
            $0.through == nil && ($0.person == account.person.number || $0 == .operator)
        }
    }

    static func revokesFeed(of account: Account) -> Permission {
        Permission("A calendar’s address is revoked by the person whose calendar it is, and by an administrator.") {
            $0.person == account.person.number || $0.holds(.administrator)
        }
    }

    static let sends = Permission("Reminders are sent by an administrator, and by the server’s clock.") { $0.holds(.administrator) }
}
