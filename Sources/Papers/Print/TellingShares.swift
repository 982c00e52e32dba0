import Kernel
import Markup

extension Telling {
    /// How many of its promises stand how, the best first, each with where those are shown.
    var shares: [Share] {
        ["blue", "green", "grey", "amber", "red"].compactMap { code in
            let own = groups.flatMap(\.items).filter { $0.stands.colour == code }
            return own.first.map { Share(own.count, $0.stands.words.lowercased(), Tone(rawValue: code) ?? .grey, link: Link(address.adding("standing", code))) }
        }
    }
}
