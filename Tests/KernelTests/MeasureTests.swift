import Kernel
import Testing

struct MeasureTests {
    @Test func `a measure is written as Prometheus reads it`() {
        var measure = Measure(.counter, "muster_refusals_total", "Says \\ and\na line.")
        measure.add(3, ["code": #"a"b\c"#])
        measure.add(0.25)
        #expect(Measure.text([measure]) == #"""
            # HELP muster_refusals_total Says \\ and\na line.
            # TYPE muster_refusals_total counter
            muster_refusals_total{code="a\"b\\c"} 3
            muster_refusals_total 0.25

            """#)
    }

    @Test func `a duration is counted within each limit from its own on`() {
        let durations = Durations()
        for nanoseconds in [0, 1_000_000, 1_000_001, 20_000_000_000] { durations.add(nanoseconds: nanoseconds) }
        var measure = Measure(.histogram, "wait_seconds", "A wait.")
        measure.add(durations, ["kind": "write"])
        let lines = Measure.text([measure]).split(separator: "\n").dropFirst(2)
        #expect(lines.prefix(3) == [
            #"wait_seconds_bucket{kind="write",le="0.001"} 2"#, #"wait_seconds_bucket{kind="write",le="0.0025"} 3"#,
            #"wait_seconds_bucket{kind="write",le="0.005"} 3"#,
        ])
        #expect(lines.suffix(4) == [
            #"wait_seconds_bucket{kind="write",le="10"} 3"#, #"wait_seconds_bucket{kind="write",le="+Inf"} 4"#,
            #"wait_seconds_sum{kind="write"} 20.002000001"#, #"wait_seconds_count{kind="write"} 4"#,
        ])
    }

    @Test func `a tally loses nothing when many add at once`() async {
        let tally = Tally()
        await withTaskGroup { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<10_000 { tally.add() } } }
        }
        #expect(tally.value == 80_000)
    }
}
