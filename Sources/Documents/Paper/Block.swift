/// A piece of a document that stands on lines of its own.
///
/// In JSON it is an object of one member, named for what it is: `{"paragraph": […]}`.
public enum Block: Sendable, Hashable {
    case heading(Heading)
    case paragraph(Words)
    /// Small print beside the matter: where a figure comes from, what is left out.
    case note(Words)
    case list(List)
    case table(Table)
    case figure(Figure)
    /// Named facts, side by side where there is room.
    case facts([Fact])
    case callout(Callout)
    case seal(Seal)
    /// The headings of the first two levels, with their pages where there are pages.
    case contents(String)
    /// A new page from here, upright or turned until the next.
    case page(Turn)

    public static func heading(_ level: Int, _ words: String, anchor: String? = nil) -> Block {
        .heading(Heading(level, words, anchor: anchor))
    }

    public static func list(_ items: [Words]) -> Block { .list(List(items.map { List.Item($0) })) }

    public struct Heading: Sendable, Hashable, Codable {
        /// From 1, the highest under the title, to 4.
        public var level: Int
        public var words: String
        /// What a link leads to; where there is none, one is made of the words.
        public var anchor: String?

        public init(_ level: Int, _ words: String, anchor: String? = nil) {
            self.level = min(max(level, 1), 4)
            self.words = words
            self.anchor = anchor
        }
    }

    public struct List: Sendable, Hashable, Codable {
        public struct Item: Sendable, Hashable, Codable {
            public var words: Words
            /// A shorter list under the item.
            public var items: [Words]

            public init(_ words: Words, _ items: [Words] = []) {
                self.words = words
                self.items = items
            }
        }

        public var isNumbered: Bool
        public var items: [Item]

        public init(isNumbered: Bool = false, _ items: [Item]) {
            self.isNumbered = isNumbered
            self.items = items
        }
    }

    public struct Fact: Sendable, Hashable, Codable {
        public var name: String
        public var words: Words

        public init(_ name: String, _ words: Words) {
            self.name = name
            self.words = words
        }
    }

    /// What the page turns to: `upright` is portrait and `across` landscape, for a wide table.
    public enum Turn: String, Sendable, Hashable, Codable { case upright, across }
}
