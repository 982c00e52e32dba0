public import Kernel
public import Markup
import Web

/// Something that another slice offers to do about premises. App puts it on their page.
public struct PremisesOffer: Sendable {
    private let words: String
    private let link: Link
    /// The part of the address in which the form that it leads to is told of which premises.
    private let field: String
    private let isFor: @Sendable (Actor) -> Bool

    public init(_ words: String, to link: Link, naming field: String, for isFor: @escaping @Sendable (Actor) -> Bool) {
        (self.words, self.link, self.field, self.isFor) = (words, link, field, isFor)
    }

    func button(_ premises: Premises, _ viewer: Viewer) -> HTML? {
        viewer.isToday && isFor(viewer.actor) ? Markup.button(words, to: link.adding(field, premises.reference.text), quiet: true) : nil
    }
}
