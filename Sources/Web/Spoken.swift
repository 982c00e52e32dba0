public import Kernel
public import Markup
public import Storage

/// What a record is about, as links to where it is shown.
public struct Spoken: Sendable {
    public let names: [Subject: Name]
    let viewer: any Looking

    public init(names: [Subject: Name], viewer: some Looking) {
        self.names = names
        self.viewer = viewer
    }

    /// Nil where it is about nothing on record.
    public func links(_ subjects: [Subject]) -> HTML? {
        guard !subjects.isEmpty else { return nil }
        return subjects.map { subject -> HTML in
            guard let name = names[subject] else { return "\(subject.description)" }
            return "<a href=\"\(viewer.link(Link(parts: name.address)))\">\(name.words)</a>"
        }.joined(by: ", ")
    }
}
