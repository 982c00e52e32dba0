/// The verbs of the gazetteer: the premises of the area, and who answers for them. Each checks the policy, asks the model, saves and journals.
public struct Gazetteer: Sendable {
    public init() {}
}
