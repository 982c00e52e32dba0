/// A part of an operation's path, of its query or of its headers.
public struct Parameter: Sendable {
    enum Place: String, Sendable { case path, query, header }

    let name: String
    let place: Place
    let schema: Schema
    let isRequired: Bool
    let meaning: String
    /// How often it may stand in the address.
    var most = 1

    /// A part of the path that is a record's number: `.id("party")` of `people/{party}`. A part that is not named so is a reference.
    public static func id(_ name: String, _ meaning: String? = nil) -> Parameter {
        .part(name, .number, meaning ?? "The number of the \(name).")
    }

    public static func part(_ name: String, _ schema: Schema, _ meaning: String) -> Parameter {
        Parameter(name: name, place: .path, schema: schema, isRequired: true, meaning: meaning)
    }

    /// A filter or a choice after the question mark, which may be left out.
    public static func query(_ name: String, _ schema: Schema, _ meaning: String) -> Parameter {
        Parameter(name: name, place: .query, schema: schema, isRequired: false, meaning: meaning)
    }

    /// A filter that may stand there several times: any of its values will do.
    public static func several(_ name: String, _ schema: Schema, atMost most: Int = 60, _ meaning: String) -> Parameter {
        var parameter = query(name, schema, meaning)
        parameter.most = most
        return parameter
    }

    /// One after the question mark that has to be there.
    public static func needed(_ name: String, _ schema: Schema, _ meaning: String) -> Parameter {
        Parameter(name: name, place: .query, schema: schema, isRequired: true, meaning: meaning)
    }

    /// `?on=2025-06-30`
    public static let day = query("on", .day, "The day to look at; today when left out.")

    public static let limit = query("limit", .whole(1...200), "The most items on a page; 50 when left out.")
    public static let cursor = query("cursor", .text(atMost: 500), "Where to go on, as the page before gave it in its link.")
    static let key = Parameter(
        name: "Idempotency-Key", place: .header, schema: Schema(.text(.visible, atMost: 255)), isRequired: false,
        meaning: "A name of your own for this request. Sent again within a day with the same body, it gets the same answer and does nothing twice.")
    static let ifMatch = Parameter(
        name: "If-Match", place: .header, schema: Schema(.text(.tags, atMost: 1000)), isRequired: true,
        meaning: "The ETag of what you read, or * for whatever there is.")
    /// For a deed that counts with what its caller read, where they say so.
    public static let ifRead = Parameter(
        name: "If-Match", place: .header, schema: .text, isRequired: false,
        meaning: "The ETag of what you read, so that nothing is done to what somebody changed meanwhile.")
    static let ifNoneMatch = Parameter(
        name: "If-None-Match", place: .header, schema: .text, isRequired: false,
        meaning: "The ETag of what you have: the answer is 304 while it is still the same.")
}
