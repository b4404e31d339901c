// What other programs put on the display's clipboard and let go over windows: lists of files, HTML
// with its header, PNG pictures.
#include "host/x11/uri_list.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_target.h"
#include "user32/clipboard/html_format.h"
#include "user32/clipboard/png.h"

namespace {

// The size of a picture is at a fixed place; large ones take their time.
bool is_small_picture(transom::fuzz::Bytes bytes) {
  if (bytes.size() < 24) return true;
  const auto number_at = [&](std::size_t at) {
    return bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3];
  };
  const std::int64_t width = static_cast<std::uint32_t>(number_at(16));
  const std::int64_t height = static_cast<std::uint32_t>(number_at(20));
  return width < 1 << 10 && height < 1 << 10;
}

void convert_picture(transom::fuzz::Bytes bytes) {
  if (!is_small_picture(bytes)) return;
  const HANDLE dib = transom::user::dib_of_png(transom::fuzz::narrow_text(bytes));
  if (dib == nullptr) return;
  if (transom::user::png_of_dib(dib).empty()) __builtin_trap();
  GlobalFree(dib);
}

}  // namespace

TRANSOM_FUZZ(selections) {
  const std::string text = transom::fuzz::narrow_text(bytes);
  for (const std::string& path : transom::host::x11::paths_of_uri_list(text)) {
    if (path.empty() || path[0] != '/') __builtin_trap();
  }
  const std::string fragment = transom::user::fragment_of_html_format(text);
  if (fragment.size() > text.size()) __builtin_trap();
  const std::string document = transom::user::html_format_of(text);
  if (transom::user::fragment_of_html_format(document) != text) __builtin_trap();
  convert_picture(bytes);
}
