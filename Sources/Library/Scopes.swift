public import Kernel

extension Library {
    /// What this slice lets programs do.
    public static let scopes = [
        OfferedScope(.libraryRead, "Read the documents register, its versions and reviews"),
        OfferedScope(.libraryWrite, "Keep the documents register, as far as you may yourself"),
    ]
}

extension Scope {
    public static let libraryRead = Scope("library:read")
    public static let libraryWrite = Scope("library:write")
}
