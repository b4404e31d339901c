# The two commands: `make run` and `make test`. Each installs what is missing first.
CMAKE_PRESET ?= release
BUILD := build

.PHONY: build configure test run clean dependencies

dependencies:
	@scripts/install-dependencies

configure: dependencies
	@cmake --preset $(CMAKE_PRESET) > /dev/null

build: configure
	@cmake --build --preset $(CMAKE_PRESET) 2>/dev/null || cmake --build $(BUILD)

test: build
	@ctest --test-dir $(BUILD) --output-on-failure -j2
