/// Who may use the addresses of measures and reports of performance.
extension Known {
    private static let defined: KeyValuePairs = ["title": "x", "meaning": "x", "version": "1"]

    static let performanceRoutes: [String: Known] = [
        "GET /performance": Known(.member), "GET /performance/export/{format}": Known(.member), "GET /performance/measures/{indicator}": Known(.member),
        "GET /performance/measures/{indicator}/history": Known(.member), "GET /performance/measures/{indicator}/export/{format}": Known(.member),
        "GET /performance/measures/new": Known(.keepsPerformance), "POST /performance/measures": Known(.keepsPerformance, defined),
        "GET /performance/measures/{indicator}/edit": Known(.keepsPerformance), "POST /performance/measures/{indicator}/edit": Known(.keepsPerformance, defined),
        "GET /performance/measures/{indicator}/end": Known(.keepsPerformance), "POST /performance/measures/{indicator}/end": Known(.keepsPerformance, ["on": "2026-05-01"]),
        "GET /performance/measures/{indicator}/values/new": Known(.recordsPerformance),
        "POST /performance/measures/{indicator}/values": Known(.recordsPerformance, ["period": "2026-02", "numerator": "3"]),
        "GET /performance/measures/{indicator}/targets/new": Known(.keepsPerformance), "POST /performance/measures/{indicator}/targets": Known(.keepsPerformance, ["from": "2026-04", "figure": "9"]),
        "POST /performance/measures/{indicator}/targets/{target}/removal": Known(.keepsPerformance),
        "GET /performance/measures/{indicator}/rebases/new": Known(.keepsPerformance), "POST /performance/measures/{indicator}/rebases": Known(.keepsPerformance, ["from": "2026-03", "reason": "x"]),
        "POST /performance/measures/{indicator}/rebases/{rebase}/removal": Known(.keepsPerformance),
        "GET /performance/values": Known(.member), "POST /performance/values/preview": Known(.member, ["rows": "measure,period,value"]),
        "POST /performance/values": Known(.recordsPerformance, ["rows": "measure,period,value\nPM-01,2026-02,3"]),
        "GET /performance/reports": Known(.member), "GET /performance/reports/{by}/{period}": Known(.member), "GET /performance/reports/{by}/{period}/files/{file}": Known(.member),
        "POST /performance/reports/{by}/{period}/printing/{file}": Known(.member),
        "GET /performance/reports/{by}/{period}/commentary": Known(.writesReports), "POST /performance/reports/{by}/{period}/commentary": Known(.writesReports, ["commentary": "x"]),
        "GET /performance/reports/{by}/{period}/exceptions/{indicator}": Known(.recordsPerformance),
        "POST /performance/reports/{by}/{period}/exceptions/{indicator}": Known(.recordsPerformance, ["words": "x"]),
        "GET /performance/reports/{by}/{period}/signature": Known(.writesReports), "POST /performance/reports/{by}/{period}/signature": Known(.writesReports),
    ]
}
