public import Kernel

extension StorageFault {
    /// What people are told where something outside the program stands in the way; nil for a fault of the program's own.
    public var outage: Refusal? {
        switch cause {
        case .connection:
            Refusal("database-away", .unavailable, "The database can’t be reached just now, so nothing was saved. Try again in a moment.", wait: 10)
        case .unsettled:
            Refusal("database-answer-lost", .unavailable, """
                The connection to the database was lost just as this was being saved, so it can’t be told whether it was. \
                Look whether it is there before you send it again.
                """, wait: 10)
        case .full:
            Refusal("disk-full", .unavailable, """
                The disk that holds the database is full, so nothing was saved. Tell whoever looks after Muster; \
                once there is room, send it again.
                """, wait: 60)
        case .readOnly:
            Refusal("database-read-only", .unavailable, """
                The database may be read but not written to just now, so nothing was saved. Tell whoever looks after Muster; \
                once that is put right, send it again.
                """, wait: 60)
        case .disk:
            Refusal("disk-failing", .unavailable, """
                The disk that holds the database failed, so nothing was saved. Tell whoever looks after Muster at once.
                """, wait: 60)
        case .damaged:
            Refusal("database-found-damaged", .unavailable, """
                The database was found to be damaged, so nothing was saved. Tell whoever looks after Muster at once: \
                it must be stopped and the last copy restored.
                """)
        case .unique, .foreignKey, .check, .notNull, .other: nil
        }
    }

    /// A connection that was lost while a transaction was being kept: nobody knows whether it was.
    var whileCommitting: StorageFault {
        cause == .connection ? StorageFault(cause: .unsettled, code: code, message: message, statement: statement) : self
    }
}
