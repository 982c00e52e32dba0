import Kernel
import Markup
import People
import Storage
import Web

/// What programs can do with what their person's boards have before them.
struct BoardRoomOperations: Sendable {
    let rooms: BoardRooms

    var all: [Operation] {
        [
            .reading("showBoardRoom", "board-room", "What the boards of the token’s person have before them, and what changed since that person last looked", .scope(.boardRoomRead),
                     gives: BoardRoomPayload.schema, refuses: ["nobody-sits-here"]) { call, session in
                try .showing(BoardRoomPayload(rooms.room(of: BoardRoomPolicy.own(call.actor), at: call.moment, session)))
            },
            .adding("readBoardRoom", "board-room/looks", "Say that what changed was read, so that the next time tells what is new", .scope(.boardRoomWrite),
                    from: Schema.input("NewLook", [
                        "at": Schema.moment.maybe.meaning("When what was read was put together; now when left out."),
                        "entries": Schema.count.maybe.meaning("How many entries the journal had then; all of them when left out."),
                    ]), gives: BoardRoomPayload.schema, refuses: ["nobody-sits-here"]) { call, work in
                let person = try BoardRoomPolicy.own(call.actor)
                var fields = call.fields
                let new = NewLook(reading: &fields)
                try fields.finish()
                try rooms.look(new, by: person, work)
                return try Reply.showing(BoardRoomPayload(rooms.room(of: person, at: work.moment, work.session))).added()
            },
        ]
    }
}

extension BoardRooms {
    static let scopes = [
        OfferedScope(.boardRoomRead, "Read what your boards have before them, and what changed since you last looked"),
        OfferedScope(.boardRoomWrite, "Say that you have read what changed"),
    ]

    static let problems = [
        ExplainedProblem("nobody-sits-here", .missing, "Nobody is behind this", "What a board’s member has before them is a person’s own, and nobody is behind the account.", do: "Act as a person."),
    ]
}

extension Scope {
    static let boardRoomRead = Scope("board-room:read")
    static let boardRoomWrite = Scope("board-room:write")
}
