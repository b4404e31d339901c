// Structures that give a size that they do not have, and sizes, counts and coordinates that make no
// sense.
#include <climits>

#include "tests/bad_input/bad_input.h"
#include "tests/bad_input/stage.h"

namespace transom::bad_input {
namespace {

HWND combo;
RECT absurd{INT_MIN, INT_MIN, INT_MAX, INT_MAX};

BITMAPINFO* dib(int width, int height, int bits) {
  BITMAPINFO* info = some<BITMAPINFO>();
  info->bmiHeader.biWidth = width;
  info->bmiHeader.biHeight = height;
  info->bmiHeader.biBitCount = static_cast<WORD>(bits);
  return info;
}

// SIZED: with a size of nothing, of one byte less, and of all there is.
struct SizedRow {
  const char* function;
  const char* arguments;
  Answer (*call)(UINT size);
  UINT size;
  long long result;
  long error;
};

#define SIZED(function, structure, field, arguments, result, error) \
  {#function,                                                       \
   #arguments,                                                      \
   [](UINT bytes_given) {                                           \
     structure* it = some<structure>();                             \
     it->field = bytes_given;                                       \
     return answer([&] { return function arguments; });             \
   },                                                               \
   sizeof(structure),                                               \
   result,                                                          \
   error},
#define ABSURD(function, arguments, result)
#define SURVIVES(function, arguments)

const SizedRow sized_rows[] = {
#include "tests/bad_input/sizes.inc"
};
#undef SIZED
#undef ABSURD
#undef SURVIVES

struct AbsurdRow {
  const char* function;
  const char* arguments;
  Answer (*call)();
  long long result;
  bool any_result;
};

#define SIZED(function, structure, field, arguments, result, error)
#define ABSURD(function, arguments, result) \
  {#function, #arguments, [] { return answer([&] { return function arguments; }); }, result, false},
#define SURVIVES(function, arguments) \
  {#function, #arguments, [] { return answer([&] { return function arguments; }); }, 0, true},

const AbsurdRow absurd_rows[] = {
#include "tests/bad_input/sizes.inc"
};

class BadSizes : public BadInput {
 protected:
  void SetUp() override {
    BadInput::SetUp();
    combo = CreateWindowExW(0, L"ComboBox", L"", WS_CHILD | CBS_DROPDOWN, 0, 0, 40, 40, window,
                            nullptr, nullptr, nullptr);
  }
};

void check(const SizedRow& row, UINT size) {
  const std::string bad = std::to_string(size) + " bytes";
  describe_call(row.function, row.arguments, bad.c_str());
  SetLastError(kNoError);
  const Answer got = row.call(size);
  const long error = static_cast<long>(GetLastError());
  EXPECT_EQ(got.result, row.result) << row.function << row.arguments << ", bad: " << bad;
  if (row.error != kAnyError) {
    EXPECT_EQ(error, row.error) << row.function << row.arguments << ", bad: " << bad;
  }
}

TEST_F(BadSizes, Structures) {
  for (const SizedRow& row : sized_rows) {
    for (const UINT size : {0u, row.size - 1, UINT_MAX}) check(row, size);
  }
}

TEST_F(BadSizes, Absurd) {
  for (const AbsurdRow& row : absurd_rows) {
    describe_call(row.function, row.arguments, "size");
    const Answer got = row.call();
    if (row.any_result) continue;
    EXPECT_EQ(got.result, row.result) << row.function << row.arguments << ", bad: size";
  }
}

}  // namespace
}  // namespace transom::bad_input
