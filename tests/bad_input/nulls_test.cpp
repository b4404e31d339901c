// Null where a function takes a pointer: one after the other, and all at once. What the function
// answers is its own tests' business; here it only has to come back.
#include "tests/bad_input/bad_input.h"
#include "tests/bad_input/stage.h"

namespace transom::bad_input {
namespace {

#define NULLS(function, arguments) \
  {#function, #arguments, [] { return answer([&] { return function arguments; }); }},

const struct {
  const char* function;
  const char* arguments;
  Answer (*call)();
} rows[] = {
#include "tests/bad_input/nulls.inc"
};

TEST_F(BadInput, Nulls) {
  for (const auto& row : rows) {
    describe_call(row.function, row.arguments, "null");
    row.call();
  }
}

}  // namespace
}  // namespace transom::bad_input
