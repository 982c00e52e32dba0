/// The engines that every test of what is stored runs on: `@Test(arguments: Engine.allCases)`.
public enum Engine: String, CaseIterable, Sendable {
    case sqlite, postgres
}
