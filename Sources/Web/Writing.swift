public import Hummingbird
public import Kernel
public import Markup
public import Storage

extension MemberContext {
    /// Reads a form, does in one piece of work what it asks for, and goes where that leads. A refusal brings the form back
    /// as it was left.
    ///
    ///     try await context.writing(request, in: desk, saying: "The plan was begun.") { fields in
    ///         let new = NewPlan(reading: &fields)
    ///         return { work in PlanLinks.plan(try plans.begin(new, work)) }
    ///     } orShowing: { filled in … }
    ///
    /// - Parameters:
    ///   - reason: the field in which the person says why, for the journal.
    ///   - read: reads the fields, before anything is opened, and gives back what is then done.
    public func writing(
        _ request: Request, in desk: Desk, fieldsUpTo most: Int = Form.mostFields, saying sentence: String, because reason: String? = nil, keeping codes: Set<String> = [],
        _ read: (inout Fields) throws -> @Sendable (Work) throws -> Link,
        orShowing form: (Filled) async throws -> Page
    ) async throws -> Response {
        let written = try await Form(request, self, fieldsUpTo: most).fields
        return try await trying(keeping: codes) {
            var fields = written
            let deed = try read(&fields)
            try fields.finish()
            return seeOther(try await desk.write(by: actor, because: reason.map { written.written($0) }, deed), saying: sentence)
        } orShowing: { refusal in
            try await form(Filled(fields: written, refusal: refusal))
        }
    }
}
