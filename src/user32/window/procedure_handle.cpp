#include "user32/window/procedure_handle.h"

#include <algorithm>
#include <vector>

#include "user32/lock.h"

namespace transom::user {
namespace {

// Above every address that user space can have: such a value is never a procedure.
constexpr std::uintptr_t kMark = std::uintptr_t{0xFFFF} << 48;

// Guarded by the USER lock; entries are never removed.
std::vector<ResolvedProcedure>& known_procedures() {
  static auto* procedures = new std::vector<ResolvedProcedure>;
  return *procedures;
}

}  // namespace

WNDPROC make_procedure_handle(WNDPROC procedure, Encoding encoding) {
  UserLock lock;
  auto& known = known_procedures();
  const auto found = std::find_if(known.begin(), known.end(), [&](const ResolvedProcedure& other) {
    return other.procedure == procedure && other.encoding == encoding;
  });
  const auto index = static_cast<std::uintptr_t>(found - known.begin());
  if (found == known.end()) known.push_back({procedure, encoding});
  return reinterpret_cast<WNDPROC>(kMark | index);
}

ResolvedProcedure resolve_procedure(WNDPROC procedure, Encoding otherwise) {
  const auto value = reinterpret_cast<std::uintptr_t>(procedure);
  if ((value & kMark) != kMark) return {procedure, otherwise};
  UserLock lock;
  const auto& known = known_procedures();
  const std::uintptr_t index = value & ~kMark;
  // A value that only looks like a handle calls nothing.
  return index < known.size() ? known[index] : ResolvedProcedure{nullptr, otherwise};
}

}  // namespace transom::user
