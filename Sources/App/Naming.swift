import Boards
import Plans
import Reviews
import Storage

/// What the slices offer to be spoken of by others, put together here since no slice knows another.
let naming = Naming(
    Plans.naming
        + Boards.naming
        + Reviews.naming)
