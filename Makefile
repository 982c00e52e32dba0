# make run     builds Muster and serves it on this machine
# make test    builds and runs every test
# make bench   measures the release build against what is best at each thing
PORT ?= 8080
DATA ?= data
EMPTY ?=
ONLY ?=
README ?=

# An import that Package.swift does not name is an error, so the arrows of the house hold.
BUILD = swift build --explicit-target-dependency-import-check error
# Each core takes tests from those that the others have left.
# The faster solver, where it is installed; the program is linked with another.
export HIGHS_LIBRARY ?= $(wildcard $(CURDIR)/.venv/lib/python3*/site-packages/ortools/.libs/libhighs.so.1)
PYTEST = .venv/bin/pytest -n auto --maxprocesses 4 --dist worksteal

.PHONY: help run test test-long bench clean

help:
	@echo 'make run [PORT=8080] [DATA=data] [EMPTY=1]   build Muster and serve it; EMPTY=1 leaves the example service out'
	@echo 'make test                                    build and run every test'
	@echo 'make test-long [SEEDS=10000]                 visit every page, attack the public register, tell so many random histories; takes hours'
	@echo 'make bench [ONLY=pages] [README=1]           measure speed, size and memory; README=1 writes the table there'
	@echo 'make clean                                   remove what was built; data stays'

run:
	@bin/setup run
	$(BUILD) --product muster
	@exec .build/debug/muster serve --port $(PORT) --data "$(DATA)" $(if $(EMPTY),--empty)

# One build serves the Swift tests and the Python ones, which run the program itself; those share the cores.
test:
	@bin/setup test
	$(BUILD) --build-tests
	swift test --skip-build --disable-xctest
	$(PYTEST) Tests/python Tests/browser

SEEDS ?= 10000
test-long:
	@bin/setup long
	$(BUILD) --build-tests
	MUSTER_EVERY_PAGE=1 $(PYTEST) Tests/browser/test_every_page.py Tests/browser/test_ways_of_reading.py
	.venv/bin/pytest Tests/long
	MUSTER_PARITY_SEEDS=$(SEEDS) swift test --skip-build --disable-xctest --filter AppTests.ParityTests

bench:
	@bin/setup bench
	$(BUILD) -c release --product muster
	$(BUILD) -c release --product benchmark-service
	$(BUILD) -c release --product benchmark-journal
	.venv/bin/python Benchmarks/bench.py --only "$(ONLY)" $(if $(README),--readme)

# By folder: the build's own database stays, because a build without it goes wrong.
clean:
	rm -rf .build/debug .build/release .build/*-linux-gnu .venv .long .printer
