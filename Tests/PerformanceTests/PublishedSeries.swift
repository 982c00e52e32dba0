/// The numbers that the tests of NHSRplotthedots (tests/testthat, version 0.2.2) are made of: R’s `rnorm` from `set.seed(123)`.
enum PublishedSeries {
    static let normal: [Double] = [
        -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123, -0.68685285, -0.44566197, 1.22408180, 0.35981383,
        0.40077145, 0.11068272, -0.55584113, 1.78691314, 0.49785048, -1.96661716, 0.70135590, -0.47279141, -1.06782371, -0.21797491, -1.02600445, -0.72889123,
        -0.62503927, -1.68669331, 0.83778704, 0.15337312, -1.13813694, 1.25381492, 0.42646422, -0.29507148, 0.89512566, 0.87813349, 0.82158108, 0.68864025,
        0.55391765, -0.06191171, -0.30596266, -0.38047100, -0.69470698, -0.20791728, -1.26539635, 2.16895597, 1.20796200, -1.12310858, -0.40288484, -0.46665535,
    ]

    /// test-ptd_spc.R, test-ptd_spc_standard.R
    static let twenty = Array(normal[..<20])
    /// test-geom_ptd_icon.R, before its second dozen is replaced.
    static let twoDozen = Array(normal[..<24])
    /// The same with `rnorm(12, 5)` for the second dozen.
    static let risen = Array(normal[..<12]) + normal[24..<36].map { $0 + 5 }
    /// The same with `rnorm(12, -5)`.
    static let fallen = Array(normal[..<12]) + normal[36..<48].map { $0 - 5 }
    /// inst/doc/deviations.R
    static let spike: [Double] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
}
