import CProj
import Kernel

/// Eastings and northings of the British National Grid (OSGB36, EPSG:27700) made into degrees of WGS 84 (EPSG:4326) by PROJ.
///
/// Where the grid of shifts OSTN15 is installed (`uk_os_OSTN15_NTv2_OSGBtoETRS.tif`), PROJ uses it and the outcome is good to about a
/// tenth of a metre. Debian's `proj-data` does not have it; PROJ then uses a Helmert transformation of seven parameters, which EPSG
/// (operation 1314) gives an accuracy of two metres. `accuracy` says which it is. Nothing is ever fetched from the network.
///
/// Not Sendable: PROJ's objects belong to one thread at a time, so each reading makes its own.
final class BritishGrid {
    private let context: OpaquePointer
    private let transformation: OpaquePointer

    /// Where the grid covers, in metres.
    static let eastings = 0.0...700_000.0
    static let northings = 0.0...1_300_000.0

    /// - Throws: `grid-not-usable` where PROJ's database is not installed.
    init() throws(Refusal) {
        let missing = Refusal.invalid("grid-not-usable", "Eastings and northings can't be converted here, since PROJ's data are not installed. Install the package proj-data, or give latitude and longitude.")
        guard let context = proj_context_create() else { throw missing }
        proj_context_set_enable_network(context, 0)
        proj_log_level(context, PJ_LOG_NONE)
        guard let any = proj_create_crs_to_crs(context, "EPSG:27700", "EPSG:4326", nil) else {
            proj_context_destroy(context)
            throw missing
        }
        defer { proj_destroy(any) }
        // Longitude first, as a map has it.
        guard let transformation = proj_normalize_for_visualization(context, any) else {
            proj_context_destroy(context)
            throw missing
        }
        (self.context, self.transformation) = (context, transformation)
    }

    deinit {
        proj_destroy(transformation)
        proj_context_destroy(context)
    }

    /// Nil where the grid has no such place.
    func place(easting: Double, northing: Double) -> Place? {
        guard Self.eastings.contains(easting), Self.northings.contains(northing) else { return nil }
        let out = proj_trans(transformation, PJ_FWD, proj_coord(easting, northing, 0, 0))
        guard out.lp.lam.isFinite, out.lp.phi.isFinite else { return nil }
        return Place(latitude: out.lp.phi, longitude: out.lp.lam)
    }

    /// How far a place may be from where it is, in metres, by the transformation that was used last.
    var accuracy: Double? {
        guard let used = proj_trans_get_last_used_operation(transformation) else { return nil }
        defer { proj_destroy(used) }
        let metres = proj_coordoperation_get_accuracy(context, used)
        return metres < 0 ? nil : metres
    }
}
