public import Kernel
public import Storage

extension Session {
    /// What entries of the public register may hold of every notice that was served by a day, with where each entry stands. It takes as many
    /// queries as one notice does.
    public func publishedParticulars(on day: Day, practice: EnforcementPractice = .usual) throws -> [PublishedParticulars] {
        try allNotices().compactMap { PublishedParticulars(NoticeView($0, on: day, practice: practice)) }
    }
}
