import Kernel

extension Dice {
    /// Whether one in so many comes up.
    mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &self) == 0 }

    /// One of a list that is not empty.
    mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: list.indices, using: &self)] }
}
