import Foundation
import Glibc
import Kernel

/// What the system says of this process, under the names that Prometheus's own libraries give.
struct ProcessMeasures: Sendable {
    /// Seconds since 1970.
    private let startedAt: Double

    init(startedAt: Moment) { self.startedAt = Double(startedAt.milliseconds) / 1000 }

    var all: [Measure] {
        var measures = [
            Measure(.gauge, "process_start_time_seconds", "When the program started, in seconds since 1970.", startedAt),
            Measure(.counter, "process_cpu_seconds_total", "Time of the processor's, the system's share with it.", cpu),
        ]
        if let bytes = residentBytes {
            measures.append(Measure(.gauge, "process_resident_memory_bytes", "Memory that is in use and not swapped out.", bytes))
        }
        var build = Measure(.gauge, "muster_build_info", "Always 1; its label is the version.")
        build.add(1, ["version": version])
        return measures + [build]
    }

    private var cpu: Double {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000 }
    }

    /// The second number of `/proc/self/statm`, in pages.
    private var residentBytes: Double? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let parts = text.split(separator: " ")
        return parts.count > 1 ? Double(parts[1]).map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) } : nil
    }
}
