// DIBs on the clipboard, and what it makes of them. Other programs put them there.
#include "gdi32/dib.h"
#include "tests/fuzz/fuzz_target.h"
#include "user32/clipboard/synthesis.h"

namespace {

// Compressed ones may claim any size: making it all would take its time.
bool is_small(transom::fuzz::Bytes bytes) {
  if (bytes.size() < sizeof(BITMAPCOREHEADER)) return true;
  const auto parsed = transom::gdi::parse_dib(reinterpret_cast<const BITMAPINFO*>(bytes.data()),
                                              DIB_RGB_COLORS, bytes.size());
  return !parsed || parsed->width * std::int64_t{parsed->height} < 1 << 16;
}

}  // namespace

TRANSOM_FUZZ(clipboard_pictures) {
  if (!is_small(bytes)) return;
  const HGLOBAL block = transom::user::clipboard_memory(bytes.data(), bytes.size());
  if (block == nullptr) return;
  for (const UINT format : {CF_DIB, CF_DIBV5}) {
    if (const HANDLE dib = transom::user::dib_of_dib(block, format)) GlobalFree(dib);
  }
  GlobalFree(block);
}
