import Kernel
import People
import Testing
