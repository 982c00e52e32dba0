public import Kernel

/// A code of problem in plain words: what its page at `/problems/CODE` says.
///
/// A slice lists its own in its `API/` folder; a test sees to it that no code is left out.
public struct ExplainedProblem: Sendable {
    public let code: String
    /// The status of HTTP that it is answered with.
    public let status: Int
    public let title: String
    /// What it means.
    public let meaning: String
    /// What to do about it.
    public let remedy: String

    public init(_ code: String, _ kind: Refusal.Kind, _ title: String, _ meaning: String, do remedy: String) {
        self.init(code, status: kind.status, title, meaning, do: remedy)
    }

    init(_ code: String, status: Int, _ title: String, _ meaning: String, do remedy: String) {
        self.code = code
        self.status = status
        self.title = title
        self.meaning = meaning
        self.remedy = remedy
    }
}
