#include "host/headless/script_windows.h"

#include "base/text.h"

namespace transom::host {
namespace {

std::u16string title_of(HWND window) {
  WCHAR text[512];
  const int length = InternalGetWindowText(window, text, 512);
  return {base::as_char16(text), static_cast<std::size_t>(length)};
}

struct Search {
  std::u16string title;
  HWND exact = nullptr;
  HWND part = nullptr;
};

WINBOOL CALLBACK compare_title(HWND window, LPARAM context) {
  auto& search = *reinterpret_cast<Search*>(context);
  if (!IsWindowVisible(window)) return TRUE;
  const std::u16string title = title_of(window);
  if (title == search.title) {
    search.exact = window;
    return FALSE;
  }
  const bool holds = !search.title.empty() && title.find(search.title) != std::u16string::npos;
  if (holds && search.part == nullptr) search.part = window;
  return TRUE;
}

struct First {
  HWND captioned = nullptr;
  HWND any = nullptr;
};

WINBOOL CALLBACK note_visible(HWND window, LPARAM context) {
  auto& first = *reinterpret_cast<First*>(context);
  if (!IsWindowVisible(window)) return TRUE;
  if (first.any == nullptr) first.any = window;
  if ((GetWindowLongPtrW(window, GWL_STYLE) & WS_CAPTION) != WS_CAPTION) return TRUE;
  first.captioned = window;
  return FALSE;
}

}  // namespace

HWND find_titled_window(const std::string& title) {
  Search search{base::utf8_to_utf16(title)};
  EnumWindows(compare_title, reinterpret_cast<LPARAM>(&search));
  return search.exact != nullptr ? search.exact : search.part;
}

HWND first_visible_window() {
  First first;
  EnumWindows(note_visible, reinterpret_cast<LPARAM>(&first));
  return first.captioned != nullptr ? first.captioned : first.any;
}

bool is_usable(HWND window) {
  return window != nullptr && IsWindow(window);
}

}  // namespace transom::host
