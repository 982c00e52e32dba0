import Kernel
import Markup

extension Telling {
    /// How many of its promises stand how, the best first, each with where those are shown.
    var shares: [Share] {
        ["blue", "green", "grey", "amber", "red"].flatMap { code -> [Share] in
            let own = groups.flatMap(\.items).filter { $0.stands.colour == code }.map { $0.stands.words.lowercased() }
            // Of one colour some may not be scheduled, and some have ended.
            return Dictionary(grouping: own) { $0 }.sorted { $0.key < $1.key }.map { words, all in
                Share(all.count, words, Tone(rawValue: code) ?? .grey, link: Link(address.adding("standing", code)))
            }
        }
    }
}
