// Blocks of memory that other programs send: dropped files, DDE's data, with sizes and offsets in
// them. The first byte says what is done with the block.
#include "base/dde.h"
#include "base/shell.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_target.h"
#include "user32/clipboard/synthesis.h"
#include "user32/dde/data_object.h"

namespace {

void query_drop(HGLOBAL block) {
  const auto drop = static_cast<HDROP>(block);
  POINT point;
  DragQueryPoint(drop, &point);
  const UINT count = DragQueryFileW(drop, 0xFFFFFFFF, nullptr, 0);
  for (UINT index = 0; index <= count && index < 16; ++index) {
    WCHAR wide[8];
    char narrow[8];
    DragQueryFileW(drop, index, nullptr, 0);
    DragQueryFileW(drop, index, wide, 8);
    DragQueryFileA(drop, index, narrow, 8);
  }
}

void take_dde_apart(HGLOBAL block) {
  const auto data = transom::user::dde::from_global(block);
  if (data.object != nullptr && data.object->bytes.size() > GlobalSize(block)) __builtin_trap();
  for (const UINT message : {WM_DDE_ACK, WM_DDE_ADVISE, WM_DDE_DATA, WM_DDE_POKE}) {
    UINT_PTR low = 0, high = 0;
    UnpackDDElParam(message, reinterpret_cast<LPARAM>(block), &low, &high);
  }
}

}  // namespace

TRANSOM_FUZZ(shared_memory) {
  const auto kind = transom::fuzz::take<std::uint8_t>(bytes);
  const HGLOBAL block = transom::user::clipboard_memory(bytes.data(), bytes.size());
  if (block == nullptr) return;
  if (kind == 'd') {
    query_drop(block);
  } else {
    take_dde_apart(block);
  }
  GlobalFree(block);
}
