// Regions out of RGNDATA, as programs keep them in files; the first byte says whether they are
// transformed.
#include <cmath>
#include <vector>

#include "base/win32.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

void use(HRGN region) {
  RECT box;
  GetRgnBox(region, &box);
  PtInRegion(region, box.left, box.top);
  // Large ones are right, but take their time.
  const DWORD needed = GetRegionData(region, 0, nullptr);
  if (needed > 1 << 16) return;
  std::vector<std::uint8_t> data(needed);
  const auto size = static_cast<DWORD>(data.size());
  auto* described = reinterpret_cast<RGNDATA*>(data.data());
  if (GetRegionData(region, size, described) != size) __builtin_trap();
  const HRGN again = ExtCreateRegion(nullptr, size, described);
  if (again == nullptr || !EqualRgn(region, again)) __builtin_trap();
  OffsetRgn(again, box.right, box.bottom);
  for (const int mode : {RGN_AND, RGN_OR, RGN_XOR, RGN_DIFF}) {
    CombineRgn(again, again, region, mode);
  }
  DeleteObject(again);
}

}  // namespace

TRANSOM_FUZZ(regions) {
  const bool is_transformed = transom::fuzz::take<std::uint8_t>(bytes) == 't';
  const auto transform =
      is_transformed ? transom::fuzz::take<XFORM>(bytes) : XFORM{1, 0, 0, 1, 0, 0};
  // Aligned, as a program's structures are.
  std::vector<std::uint64_t> aligned(bytes.size() / sizeof(std::uint64_t) + 1);
  if (!bytes.empty()) std::memcpy(aligned.data(), bytes.data(), bytes.size());
  const HRGN region =
      ExtCreateRegion(is_transformed ? &transform : nullptr, static_cast<DWORD>(bytes.size()),
                      reinterpret_cast<const RGNDATA*>(aligned.data()));
  if (region == nullptr) return;
  use(region);
  DeleteObject(region);
}
