extension Array {
    /// In the order of a key; what has the same key stays as it stood.
    public func stablySorted<Key: Comparable>(by key: (Element) -> Key) -> [Element] {
        enumerated().map { ($0.offset, key($0.element), $0.element) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.2)
    }
}
