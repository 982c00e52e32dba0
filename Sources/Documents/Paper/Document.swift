public import Kernel

/// A paper as its content alone: a title, blocks in their order, and what stands around them. It is printed four ways by
/// four writers, as `html`, `pdf`, `docx` and `text`, and what it holds is all they use: the same document always gives the
/// same bytes.
public struct Document: Sendable, Hashable, Codable {
    /// The name by which it is kept; it stands in the properties of a file.
    public var reference: String
    public var title: String
    /// A line under the title: `Progress from 1 to 28 February 2021`.
    public var under: String?
    /// Who wrote it, for the properties of a file.
    public var author: String?
    /// The moment it says it was made at. No writer asks a clock.
    public var made: Moment
    /// What it must be known by wherever a page of it lies: `Draft`, `Official: sensitive`. Above every page.
    public var marking: String?
    /// Stands at the foot of every page, left of the page's number.
    public var foot: String
    /// The address of the service, `https://muster.example.org`, that makes links whole in a file. Without it a file links
    /// only to other places.
    public var base: String?
    public var blocks: [Block]

    public init(
        _ title: String, reference: String, under: String? = nil, author: String? = nil, made: Moment,
        marking: String? = nil, foot: String, base: String? = nil, _ blocks: [Block] = []
    ) {
        self.title = title
        self.reference = reference
        self.under = under
        self.author = author
        self.made = made
        self.marking = marking
        self.foot = foot
        self.base = base
        self.blocks = blocks
    }
}
