internal import Kernel

/// A connection on which several writers share one transaction, each undone alone when it throws.
protocol WritingConnection: Connection {
    /// Marks the place to which `undo` goes back.
    func mark() throws
    /// Checks now what the schema puts off until the commit, so that only the writer who broke it is told.
    /// - Parameter marked: whether there is a mark to forget.
    func settle(marked: Bool) throws
    /// Undoes all since the mark.
    func undo() throws
    func commit() throws
    func rollBack()
    /// How many statements it has run.
    var statements: Int { get }
    /// Whether another writer can use the connection after one that threw.
    var isSound: Bool { get }
}

/// Group commit: waiting for the disk, and on PostgreSQL for the lock, takes longer than most changes do themselves. So
/// those who stand in line together share one transaction, and are answered when it is kept.
struct WriteGroup<Connection: WritingConnection> {
    private let queue: WriteQueue
    private let connection: Connection
    private var kept = 0
    private var answers: [WriteQueue.Answer] = []
    private var refusals: [@Sendable (any Error) -> Void] = []

    /// The first of a group waits for the last, so a group is at an end after so many statements: some hundredths of a second.
    private static var mostStatements: Int { 1000 }

    private init(_ queue: WriteQueue, _ connection: Connection) {
        self.queue = queue
        self.connection = connection
    }

    /// Serves one group from the line, on the engine's thread. When no transaction can begin, all who have waited for
    /// it are told why.
    static func serve(_ queue: WriteQueue, begin: () throws -> Connection, end: (Connection) -> Void = { _ in }) {
        let lastNumber = queue.lastNumber
        guard queue.count > 0 else { return }
        let connection: Connection
        do { connection = try begin() } catch { return queue.refuse(upTo: lastNumber, error) }
        var group = WriteGroup(queue, connection)
        group.run()
        end(connection)
        for answer in group.answers { answer() }
    }

    private mutating func run() {
        do {
            let before = connection.statements
            var isOpen = true
            while isOpen, connection.statements - before < Self.mostStatements, let writer = queue.next() {
                isOpen = try take(writer)
            }
            if kept > 0 { try connection.commit() } else { connection.rollBack() }
        } catch {
            connection.rollBack()
            answers = refusals.map { refuse in { refuse(error) } }
        }
    }

    /// Lets one writer work, and tells whether another may follow. One who is alone is not marked and settled: then a
    /// group costs what a transaction does.
    ///
    /// - Throws: what has undone the work of the others too.
    private mutating func take(_ writer: WriteQueue.Writer) throws -> Bool {
        let marked = kept > 0
        refusals.append(writer.refuse)
        if marked { try connection.mark() }
        do {
            let answer = try writer.work(connection)
            let isAlone = !marked && queue.count == 0
            if !isAlone { try connection.settle(marked: marked) }
            kept += 1
            answers.append(answer)
            return !isAlone
        } catch {
            // What it says may rest on changes of this group, so it is told when they are kept, or else why they are not.
            answers.append { writer.refuse(error) }
            guard marked else { return false }
            // Where there is nothing left to undo, as when the disk is full, this writer's fault is what undid it all.
            do { try connection.undo() } catch let lost { throw error is StorageFault ? error : lost }
            return connection.isSound
        }
    }
}
