import Kernel
import People

/// What is counted at the front door.
struct SignInWatch: Sendable {
    private let accepted = Tally()
    private let refused = Tally()

    func heard(_ knock: Knock) {
        switch knock {
        case .signedIn, .passwordChosen, .firstAdministrator: accepted.add()
        case .refused: refused.add()
        case .signedOut: break
        }
    }

    var measure: Measure {
        var measure = Measure(.counter, "muster_sign_ins_total", "Tries to sign in, by how they ended.")
        measure.add(accepted, ["outcome": "accepted"])
        measure.add(refused, ["outcome": "refused"])
        return measure
    }
}
