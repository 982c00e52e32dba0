import People
import Plans
import Storage
import Web

/// Every step in the life of the schema, in the order in which they run. The journal's own come with the store.
let migrations: [Migration] = People.migrations + Plans.migrations + API.migrations
