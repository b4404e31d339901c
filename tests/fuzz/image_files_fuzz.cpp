// Files that LoadImage reads: .ico, .cur, .bmp. The first byte says which.
#include "base/text.h"
#include "base/windows_path.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/scratch_file.h"
#include "tests/fuzz/small_bitmap.h"
#include "user32/icon/icon.h"
#include "user32/icon/icon_group.h"
#include "user32/icon/load_bitmap.h"

namespace {

void load_icon(const WCHAR* path, bool is_cursor) {
  for (const int size : {0, 16}) {
    if (const HICON icon = transom::user::load_icon_file(path, is_cursor, size, size)) {
      DestroyIcon(icon);
    }
  }
}

void load_bitmap(const WCHAR* path, UINT flags) {
  for (const int size : {0, 16}) {
    const HBITMAP bitmap = transom::user::load_bitmap_file(path, size, size, flags);
    if (bitmap != nullptr) DeleteObject(bitmap);
  }
}

// The directory of a resource, whose images lie elsewhere.
void choose_image(transom::fuzz::Bytes directory, bool is_cursor) {
  const auto entries = transom::user::read_group(directory, is_cursor, false);
  if (entries.size() > directory.size()) __builtin_trap();
  transom::user::best_entry(entries, 32, 32);
}

}  // namespace

TRANSOM_FUZZ(image_files) {
  const auto kind = transom::fuzz::take<std::uint8_t>(bytes);
  const transom::fuzz::ScratchFile file(bytes);
  const std::u16string name = transom::base::windows_path_of(file.path());
  const auto* path = reinterpret_cast<const WCHAR*>(name.c_str());
  const bool is_cursor = kind == 'c';
  if (kind == 'b') {
    constexpr std::size_t kHeader = sizeof(BITMAPFILEHEADER);
    if (bytes.size() > kHeader && !transom::fuzz::is_small_dib(bytes.subspan(kHeader))) return;
    for (const UINT flags : {0, LR_CREATEDIBSECTION, LR_MONOCHROME, LR_LOADTRANSPARENT}) {
      load_bitmap(path, flags);
    }
    return;
  }
  load_icon(path, is_cursor);
  choose_image(bytes, is_cursor);
}
