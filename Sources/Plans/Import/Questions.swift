import Kernel

/// What is asked while a document is read, and what was answered already.
struct Questions {
    let answers: [String: String]
    private(set) var queries: [Query] = []
    private var keys: Set<String> = []

    init(_ answers: [String: String]) { self.answers = answers }

    /// The answer given to a query; where there is none the query is put and the answer is nil.
    mutating func answer(to query: Query) -> String? {
        if let answer = answers[query.key].map({ String($0.trimmed) }), !answer.isEmpty { return answer }
        put(query)
        return nil
    }

    mutating func put(_ query: Query) {
        if keys.insert(query.key).inserted { queries.append(query) }
    }

    /// Whether an answer only says that the place stays empty.
    static func leavesEmpty(_ answer: String) -> Bool { ["skip", "none", "leave", "empty", "-"].contains(answer.lowercased()) }
}
