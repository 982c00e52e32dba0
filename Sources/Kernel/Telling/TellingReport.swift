extension Telling {
    /// What its readers were told before of the thing that tells.
    public enum Report: Sendable, Hashable {
        /// Nothing: no report on it was ever given.
        case first
        /// How it stood on this day, in the last report that they were given.
        case last(Day)
    }
}
