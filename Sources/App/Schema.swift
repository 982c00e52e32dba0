import Boards
import Enforcement
import Inspections
import Kernel
import Library
import Papers
import People
import Performance
import Plans
import Premises
import Quality
import Register
import Reviews
import Storage
import Web

/// Every step in the life of the schema, in the order in which they run. The journal's own come with the store.
let migrations: [Migration] = People.migrations
    + Attachment.migrations
    + Plans.migrations
    + API.migrations
    + CopyRounds.migrations
    + Boards.migrations
    + Reviews.migrations
    + Library.migrations
    + Papers.migrations
    + Gazetteer.migrations
    + Inspections.migrations
    + Quality.migrations
    + Enforcement.migrations
    + Harvesting.migrations
    + Performance.migrations
    + Reminders.migrations
    + BoardRooms.migrations

/// Every kind of record there is, for the checks that compare each with the journal.
let records: [RecordKind] = Attachment.records
    + Removal.records
    + People.records
    + Plans.records
    + Boards.records
    + Reviews.records
    + Library.records
    + Papers.records
    + Gazetteer.records
    + Inspections.records
    + Quality.records
    + Enforcement.records
    + Harvesting.records
    + Performance.records
    + Reminders.records
    + BoardRooms.records

/// How the whole service is copied and restored.
let copies = Copies(migrations: migrations, staysBehind: [People.staysBehind, Gazetteer.staysBehind, API.staysBehind, CopyRounds.staysBehind, Reminders.staysBehind].reduce([]) { $0.union($1) })
