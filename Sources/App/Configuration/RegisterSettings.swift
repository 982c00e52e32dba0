import Kernel
import Register

/// What the service has settled of the public register's pages.
struct RegisterSettings: Sendable, Equatable {
    /// How many pages are made anew for one address a minute; nil without a limit. What is in memory is given to whoever asks.
    var perMinute: Int? = 600
    /// Whose pictures of the earth stand under the map; nil for none.
    var tiles: MapTiles?
    /// Minutes after which another service is asked for its register again.
    var harvestMinutes = 60
    /// What is settled of what the public takes away.
    var taking = TakingPolicy()
}
