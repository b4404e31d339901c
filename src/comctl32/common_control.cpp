#include "comctl32/common_control.h"

#include <algorithm>

namespace transom::comctl {

LRESULT CommonControl::tell(NMHDR& header, UINT code) {
  const HWND to = parent();
  if (to == nullptr) return 0;
  header.hwndFrom = handle;
  header.idFrom = window.id_or_menu;
  header.code = code;
  return user::send_message(to, WM_NOTIFY, header.idFrom, reinterpret_cast<LPARAM>(&header));
}

LRESULT CommonControl::custom_draw(NMCUSTOMDRAW& draw, DWORD stage) {
  draw.dwDrawStage = stage;
  return tell(draw.hdr, NM_CUSTOMDRAW);
}

LRESULT CommonControl::ask_format() {
  const HWND to = parent();
  if (to == nullptr) return unicode ? NFR_UNICODE : NFR_ANSI;
  const LRESULT format =
      user::send_message(to, WM_NOTIFYFORMAT, reinterpret_cast<WPARAM>(handle), NF_QUERY);
  if (format == NFR_ANSI || format == NFR_UNICODE) unicode = format == NFR_UNICODE;
  return format;
}

std::u16string text_of(LPARAM text, bool ansi) {
  if (text == 0) return {};
  if (ansi) return base::to_utf16(reinterpret_cast<const char*>(text));
  return base::as_char16(reinterpret_cast<const WCHAR*>(text));
}

std::size_t copy_text(std::u16string_view text, LPARAM buffer, std::size_t capacity, bool ansi) {
  if (buffer == 0 || capacity == 0) return 0;
  const auto copy = [&](auto view, auto* out) {
    const std::size_t count = std::min(view.size(), capacity - 1);
    std::copy_n(view.data(), count, out);
    out[count] = 0;
    return count;
  };
  if (!ansi) return copy(text, reinterpret_cast<char16_t*>(buffer));
  const std::string bytes = base::to_ansi(text);
  return copy(std::string_view(bytes), reinterpret_cast<char*>(buffer));
}

std::size_t copy_text(std::u16string_view text, LPARAM buffer, bool ansi) {
  return copy_text(text, buffer, SIZE_MAX, ansi);
}

std::u16string resource_text(HINSTANCE module, UINT id) {
  const WCHAR* text = nullptr;
  const int length = LoadStringW(module, id, reinterpret_cast<LPWSTR>(&text), 0);
  if (length <= 0) return {};
  return std::u16string(base::as_char16(text), static_cast<std::size_t>(length));
}

HFONT make_status_font() {
  NONCLIENTMETRICSW metrics{};
  metrics.cbSize = sizeof metrics;
  SystemParametersInfoW(SPI_GETNONCLIENTMETRICS, sizeof metrics, &metrics, 0);
  return CreateFontIndirectW(&metrics.lfStatusFont);
}

void fill_solid(HDC dc, const RECT& area, COLORREF color) {
  const HBRUSH brush = CreateSolidBrush(color);
  FillRect(dc, &area, brush);
  DeleteObject(brush);
}

void align_bar(const CommonControl& control, int height) {
  const DWORD edge = control.style() & 0x03;  // CCS_TOP, CCS_NOMOVEY, CCS_BOTTOM
  if ((control.style() & CCS_NORESIZE) != 0 || (control.style() & CCS_VERT) != 0) return;
  const HWND parent = GetParent(control.handle);
  RECT area{};
  GetClientRect(parent, &area);
  RECT place{};
  GetWindowRect(control.handle, &place);
  MapWindowPoints(nullptr, parent, reinterpret_cast<POINT*>(&place), 2);
  if ((control.style() & CCS_NOPARENTALIGN) != 0) {
    area = place;
  } else if (edge == CCS_BOTTOM) {
    area.top = area.bottom - height;
  } else if (edge == CCS_NOMOVEY) {
    area.top = place.top;
  }
  SetWindowPos(control.handle, nullptr, area.left, area.top, area.right - area.left, height,
               SWP_NOZORDER | SWP_NOACTIVATE);
}

}  // namespace transom::comctl
