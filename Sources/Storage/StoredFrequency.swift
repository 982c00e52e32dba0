public import Kernel

extension Frequency: Stored {}
