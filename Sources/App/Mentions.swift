import Boards
import Library
import Papers
import Reviews
import Storage

/// What the slices say of each other's things, in the order in which a page shows it.
let mentions = Mentions(
    Boards.mentions
        + Library.mentions
        + Papers.mentions(Boards.calendar)
        + Reviews.mentions)
