import HTTPTypes
public import Hummingbird
public import Kernel

extension PageContext {
    /// Does what a form asks for; a refusal that the person can put right brings the form back, with what was written.
    ///
    ///     return try await context.trying {
    ///         try await desk.write(by: context.actor) { work in try plans.add(new, work) }
    ///         return context.seeOther(Link("plans", new.reference), saying: "The plan was added.")
    ///     } orShowing: { refusal in
    ///         NewPlanPage(written: form.fields, refusal: refusal).page
    ///     }
    ///
    /// The form comes back with status 422, or 409 for a conflict. What no change of the form would put right (not
    /// found, not allowed) is thrown on, and becomes a page of its own.
    ///
    /// - Parameter codes: refusals of other kinds with which the form comes back too, since another day or another person would put them right.
    public func trying(
        keeping codes: Set<String> = [], _ deed: () async throws -> Response, orShowing form: (Refusal) async throws -> Page
    ) async throws -> Response {
        do {
            return try await deed()
        } catch let refusal as Refusal {
            if codes.contains(refusal.code) { return try await shown(form, refusal) }
            switch refusal.kind {
            case .invalid, .conflict, .tooLarge, .unsupported, .tooMany: return try await shown(form, refusal)
            // The form itself may need what stands in the way; what was typed is kept on a page that needs nothing.
            case .missing, .forbidden, .unauthenticated, .unavailable: throw refusal
            }
        }
    }

    private func shown(_ form: (Refusal) async throws -> Page, _ refusal: Refusal) async throws -> Response {
        let page = try await form(refusal)
        house.refusals.add(refusal.code)
        var response = self.page(page, status: HTTPResponse.Status(code: refusal.kind.status))
        if let wait = refusal.wait { response.headers[.retryAfter] = String(wait) }
        return response
    }
}
