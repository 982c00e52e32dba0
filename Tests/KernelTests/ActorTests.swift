import Kernel
import Testing

struct ActorTests {
    static let lane = Actor(person: 3, name: "Jo Lane", roles: [.owner])
    static let program = Actor(person: 3, name: "Jo Lane", roles: [.owner], through: "program_token/7")

    @Test(arguments: [
        (lane, "person/3", true), (lane, "person/3 through program_token/7", true), (program, "person/3", true),
        (program, "person/3 through program_token/8", true), (lane, "person/30", false), (lane, "person/4", false),
        (lane, "operator", false), (.operator, "operator", true), (.operator, "muster", false),
    ])
    func `a person is the same, whatever program they act through`(actor: Actor, who: String, isSame: Bool) {
        #expect(actor.isSame(as: who) == isSame)
    }
}
