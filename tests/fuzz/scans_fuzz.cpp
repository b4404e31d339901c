// Patterns of scanf and what they read: the pattern, a null, the input.
#include <cstdarg>

#include "msvcrt/scan.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

using transom::msvcrt::ScanSource;

constexpr std::size_t kLongest = 200;

class Source : public ScanSource {
 public:
  explicit Source(transom::fuzz::Bytes bytes) : bytes_(bytes) {}
  int32_t take() override { return at_ < bytes_.size() ? bytes_[at_++] : (++at_, kEnd); }
  void put_back(int32_t) override {
    if (at_-- == 0) __builtin_trap();
  }

 private:
  transom::fuzz::Bytes bytes_;
  std::size_t at_ = 0;
};

template <class Char>
void scan(ScanSource& source, const Char* pattern, ...) {
  va_list arguments;
  va_start(arguments, pattern);
  transom::msvcrt::scan(source, pattern, arguments, transom::msvcrt::Sizes::kNotGiven);
  va_end(arguments);
}

template <class Char>
void scan_into_buffers(const std::basic_string<Char>& pattern, transom::fuzz::Bytes input) {
  // %c with a width stores as many as it says.
  if (transom::fuzz::asks_for_much(pattern, 4)) return;
  alignas(16) char buffers[4][2048];
  Source source(input);
  scan(source, pattern.c_str(), buffers[0], buffers[1], buffers[2], buffers[3]);
}

}  // namespace

TRANSOM_FUZZ(scans) {
  const auto pattern = transom::fuzz::take_until_null(bytes);
  if (bytes.size() > kLongest) return;
  const std::string narrow = transom::fuzz::narrow_text(pattern);
  scan_into_buffers(narrow, bytes);
  scan_into_buffers(std::u16string(narrow.begin(), narrow.end()), bytes);
}
