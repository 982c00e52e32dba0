# make run     builds Muster and serves it on this machine
# make test    builds and runs every test
PORT ?= 8080
DATA ?= data
EMPTY ?=

# An import that Package.swift does not name is an error, so the arrows of the house hold.
BUILD = swift build --explicit-target-dependency-import-check error

.PHONY: help run test clean

help:
	@echo 'make run [PORT=8080] [DATA=data] [EMPTY=1]   build Muster and serve it; EMPTY=1 leaves the example service out'
	@echo 'make test                                    build and run every test'
	@echo 'make clean                                   remove what was built; data stays'

run:
	@bin/setup run
	$(BUILD) --product muster
	@exec .build/debug/muster serve --port $(PORT) --data "$(DATA)" $(if $(EMPTY),--empty)

# One build serves the Swift tests and the Python ones, which run the program itself.
test:
	@bin/setup test
	$(BUILD) --build-tests
	swift test --skip-build --disable-xctest
	.venv/bin/pytest Tests/python Tests/browser

# By folder: the build's own database stays, because a build without it goes wrong.
clean:
	rm -rf .build/debug .build/release .build/*-linux-gnu .venv
