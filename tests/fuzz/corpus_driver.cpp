// Runs the fuzz targets over files without a fuzzer: each file of the corpus as it is, cut off at
// every length, and with every byte made to be something else. Meant to run under sanitizers, too.
// Usage: fuzz_corpus FOLDER TARGET
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "tests/fuzz/fuzz_target.h"

namespace {

using transom::fuzz::Target;

std::vector<std::uint8_t> read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A copy of its own size, so that AddressSanitizer sees the first byte too many.
void run(Target target, std::span<const std::uint8_t> bytes) {
  const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
  target(copy);
}

void run_changed(Target target, std::vector<std::uint8_t> bytes) {
  // Long files are changed here and there only: this is a test, not the fuzzer.
  const std::size_t step = bytes.size() / 200 + 1;
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    run(target, std::span(bytes).first(at));
    for (const std::uint8_t value : {0x00, 0xFF, 0x7F, 0x80}) {
      const std::uint8_t before = std::exchange(bytes[at], value);
      run(target, bytes);
      bytes[at] = before;
    }
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3 || !transom::fuzz::targets().contains(arguments[2])) {
    std::fprintf(stderr, "usage: fuzz_corpus FOLDER TARGET\n");
    return 2;
  }
  const Target target = transom::fuzz::targets()[arguments[2]];
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) {
    const auto bytes = read(entry.path());
    run(target, bytes);
    run_changed(target, bytes);
    ++files;
  }
  std::printf("%s: %d files\n", arguments[2], files);
  return files > 0 ? 0 : 1;
}
