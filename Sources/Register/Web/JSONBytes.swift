import Storage
import Web

extension JSONNode {
    /// As it is sent, its names in order so that equal values are equal bytes.
    var bytes: [UInt8] {
        get throws { Array(try CanonicalJSON().text(self).utf8) + [10] }
    }
}
