internal import TestSupport

/// Storage has an `Engine` of its own, which tests that look inside it would meet.
typealias Engine = TestSupport.Engine
