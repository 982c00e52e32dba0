import Kernel
import People

/// Who may take something out of what the journal keeps.
enum JournalPolicy {
    static let removes = Permission("An administrator removes what an import made of a record before, where the law gives a person that right, and says why.") {
        $0.holds(.administrator)
    }
}
