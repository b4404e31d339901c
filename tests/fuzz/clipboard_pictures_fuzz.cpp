// DIBs on the clipboard, and what it makes of them. Other programs put them there.
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/small_bitmap.h"
#include "user32/clipboard/synthesis.h"

TRANSOM_FUZZ(clipboard_pictures) {
  if (!transom::fuzz::is_small_dib(bytes)) return;
  const HGLOBAL block = transom::user::clipboard_memory(bytes.data(), bytes.size());
  if (block == nullptr) return;
  for (const UINT format : {CF_DIB, CF_DIBV5}) {
    if (const HANDLE dib = transom::user::dib_of_dib(block, format)) GlobalFree(dib);
  }
  GlobalFree(block);
}
