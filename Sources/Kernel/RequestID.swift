/// The id of the request that is being answered, for what is logged far from it.
public enum RequestID {
    /// Nil outside a request.
    @TaskLocal public static var current: String?
}
