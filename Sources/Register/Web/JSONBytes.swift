import Foundation
import Web

extension JSONNode {
    /// As it is sent, its names in order so that equal values are equal bytes.
    var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try [UInt8](encoder.encode(self)) + [10]
        }
    }
}
