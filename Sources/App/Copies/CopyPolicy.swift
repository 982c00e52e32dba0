import Kernel
import People

/// Who may make copies and see them: a copy holds everything there is.
enum CopyPolicy {
    static let keeps = Permission("An administrator makes copies of the service and sees how they stand.") {
        $0.holds(.administrator)
    }
}
