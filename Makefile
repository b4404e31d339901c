# The two commands: `make run` and `make test`. Each installs what is missing first.
BUILD ?= build

.PHONY: help build configure dependencies run test oracle reentrancy differential test-asan test-tsan \
        test-ubsan fuzz bench format format-check lint lint-changed clean

help:
	@sed -n 's/^## //p' Makefile

dependencies:
	@scripts/install-dependencies

configure: dependencies
	@test -f $(BUILD)/build.ninja || cmake --preset release

## make build       build the library and the command, build/bin/transom
build: configure
	@cmake --build $(BUILD)

## make run         build, compile an unmodified Win32 program, and run it
run: build
	@scripts/run-example $(BUILD)

## make test        build, check the formatting and what has changed with clang-tidy, and run every test
test: build format-check lint-changed
	@ctest --test-dir $(BUILD) --output-on-failure -j2

## make test-asan   the tests under AddressSanitizer and UBSan in one build (test-ubsan is the same)
test-ubsan: test-asan

## make test-tsan   the tests under ThreadSanitizer
test-asan test-tsan: test-%: dependencies
	@cmake --preset $* > /dev/null
	@cmake --build build-$*
	@ctest --test-dir build-$* --output-on-failure -j2

## make oracle      runs the scenarios under Wine and shows where the golden traces differ; RECORD=1 writes
oracle: build
	@scripts/install-dependencies oracle
	@cmake --preset release > /dev/null
	@cmake --build $(BUILD) --target scenarios wine_scenarios
	@tests/scenarios/oracle wine $(BUILD) $(if $(RECORD),--record) $(SCENARIOS)

## make reentrancy  destroys, hides, disables ... the window of each message of each scenario; SCENARIOS=
reentrancy: build
	@tests/scenarios/oracle disturb $(BUILD) $(SCENARIOS)

## make differential  COUNT=10000 generated sequences of calls from SEED=1 on, with Transom and with Wine
differential: build
	@scripts/install-dependencies oracle
	@cmake --preset release > /dev/null
	@cmake --build $(BUILD) --target differential_driver wine_differential_driver
	@tests/differential/differential run $(BUILD) --count $(or $(COUNT),10000) --seed $(or $(SEED),1)

## make fuzz        every fuzz target (libFuzzer) for FUZZ_SECONDS each, 60 unless told
fuzz:
	@scripts/install-dependencies fuzz
	@cmake --preset fuzz > /dev/null
	@cmake --build build-fuzz --target fuzzers
	@scripts/fuzz build-fuzz $(FUZZ_SECONDS)

## make bench       every hot path as a ratio to its floor and its peers
bench: build
	@scripts/install-dependencies bench
	@cmake --preset release > /dev/null
	@cmake --build $(BUILD) --target transom_bench
	@if command -v x86_64-w64-mingw32-g++ > /dev/null; then cmake --build $(BUILD) --target wine_bench; fi
	@bench/report $(BUILD)

## make format      clang-format over the whole tree
format:
	@git ls-files '*.cpp' '*.h' | grep -v '^sdk/include/' | xargs clang-format -i

format-check:
	@git ls-files '*.cpp' '*.h' | grep -v '^sdk/include/' | xargs clang-format --dry-run --Werror

## make lint        clang-tidy over everything; what was clean before is not looked at again
lint: build
	@scripts/lint $(BUILD)

lint-changed: build
	@scripts/lint $(BUILD) --changed

clean:
	@rm -rf build build-*
