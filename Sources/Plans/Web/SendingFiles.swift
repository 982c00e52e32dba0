import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension MemberContext {
    /// As `writing`, of a form that a file may come with: what it holds is looked at before anything is opened, and what is
    /// refused about it stands beside its field.
    ///
    /// - Parameters:
    ///   - name: the field of the file.
    ///   - read: reads the fields, told whether a file came, and gives back what is then done with it.
    func writing(
        _ request: Request, in desk: Desk, saying sentence: String, sending name: String, by intake: Intake,
        _ read: (inout Fields, _ hasFile: Bool) throws -> @Sendable (CheckedFile?, Work) throws -> Link,
        orShowing page: (Filled) async throws -> Page
    ) async throws -> Response {
        let form = try await Form(request, self, filesUpTo: intake.most)
        return try await trying {
            var fields = form.fields
            let deed = try read(&fields, form.hasFile(name))
            try fields.finish()
            let file = try await form.checked(name, by: intake)
            return seeOther(try await desk.write(by: actor) { work in try deed(file, work) }, saying: sentence)
        } orShowing: { refusal in try await page(Filled(fields: form.fields, refusal: refusal)) }
    }
}

extension PlanPages {
    /// Posts an update, and keeps as evidence of what it says the file that may come with it: a photograph and a sentence, in one go.
    ///
    /// - Parameter next: where that leads.
    func postUpdate(
        _ request: Request, _ context: MemberContext, saying sentence: String, to next: @escaping @Sendable (Action, Plan) -> Link,
        orShowing page: (Filled) async throws -> Page
    ) async throws -> Response {
        let (reference, own) = (try context.part("plan"), try context.part("action"))
        // Asked before a file is read from somebody who may not send one.
        try PlanPolicy.sendsUpdates(on: own).check(context.actor)
        return try await context.writing(request, in: desk, saying: sentence, sending: "photo", by: intake) { fields, _ in
            let new = NewUpdate(reading: &fields, today: context.today)
            return { [plans] file, work in
                let plan = try work.session.plan(reference)
                let action = try work.session.action(own, in: plan)
                let due = try work.session.dueDay(of: action, on: work.today).inForce
                let before = try work.session.first(ProgressUpdate.self, "WHERE action = \(action.id) AND forecast_on IS NOT NULL ORDER BY as_of_on DESC, id DESC")?.forecast
                try plans.update(action, of: plan, new, shownBy: file, work)
                // Who now expects it later than promised is led to where another day is asked for.
                if let due, let forecast = new.forecast, forecast > due, forecast != before { return PlanLinks.action(action, plan).at(PartOfAction.dueDay.rawValue) }
                return next(action, plan)
            }
        } orShowing: { filled in try await page(filled) }
    }
}
