public import Kernel

extension Link {
    /// The link to where a telling says that its records are shown.
    public init(_ place: Telling.Place) {
        let link = place.query.reduce(Link(parts: place.path)) { $0.adding($1.name, $1.value) }
        self = place.anchor.map(link.at) ?? link
    }
}
