// A fuzz target: any bytes, which must neither crash it nor be read outside of their bounds.
//
//   TRANSOM_FUZZ(menus) { parse_menu_template(std::as_bytes(bytes)); }
//
// With libFuzzer (`make fuzz`) each file is a program of its own; without, all of them are in one,
// which runs them over the committed corpus (`make test`).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>

namespace transom::fuzz {

using Bytes = std::span<const std::uint8_t>;
using Target = void (*)(Bytes bytes);

// By name, which is also that of the corpus's folder.
inline std::map<std::string, Target>& targets() {
  static std::map<std::string, Target> all;
  return all;
}

struct Registration {
  Registration(const char* name, Target target) { targets()[name] = target; }
};

}  // namespace transom::fuzz

#ifdef TRANSOM_LIBFUZZER
#define TRANSOM_FUZZ(name)                                                            \
  static void fuzz_##name(transom::fuzz::Bytes bytes);                                \
  extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { \
    fuzz_##name({data, size});                                                        \
    return 0;                                                                         \
  }                                                                                   \
  static void fuzz_##name([[maybe_unused]] transom::fuzz::Bytes bytes)
#else
#define TRANSOM_FUZZ(name)                                                   \
  static void fuzz_##name(transom::fuzz::Bytes bytes);                       \
  static const transom::fuzz::Registration registration(#name, fuzz_##name); \
  static void fuzz_##name([[maybe_unused]] transom::fuzz::Bytes bytes)
#endif
