import People
import Plans
import Storage

/// Every step in the life of the schema, in the order in which they run. The journal's own come with the store.
let migrations: [Migration] = People.migrations + Plans.migrations

/// How the whole service is copied and restored.
let copies = Copies(migrations: migrations, staysBehind: People.staysBehind)
