#include "structures.h"

#include <cstdio>

#include "decode.h"
#include "recorder.h"

namespace scenario {
namespace {

template <class... Values>
std::string formatted(const char* format, Values... values) {
  char text[300];
  std::snprintf(text, sizeof text, format, values...);
  return text;
}

int number(LONG value) {
  return static_cast<int>(value);
}

std::string size_text(const POINT& size) {
  return formatted("%d x %d", number(size.x), number(size.y));
}

std::string insert_after_text(HWND window) {
  if (window == HWND_TOP) return "HWND_TOP";
  if (window == HWND_BOTTOM) return "HWND_BOTTOM";
  if (window == HWND_TOPMOST) return "HWND_TOPMOST";
  if (window == HWND_NOTOPMOST) return "HWND_NOTOPMOST";
  return window_text(window);
}

// Documented flags only; the system has more in the bits between.
constexpr UINT kDocumentedFlags = 0x07FF | SWP_DEFERERASE | SWP_ASYNCWINDOWPOS;

std::string window_pos_text(const WINDOWPOS& position) {
  std::string text = "{" + window_text(position.hwnd);
  if (!(position.flags & SWP_NOZORDER)) {
    text += " after=" + insert_after_text(position.hwndInsertAfter);
  }
  if (!(position.flags & SWP_NOMOVE)) text += formatted(" at (%d, %d)", position.x, position.y);
  if (!(position.flags & SWP_NOSIZE)) text += formatted(" %d x %d", position.cx, position.cy);
  return text + " " + flags_text("SWP", position.flags & kDocumentedFlags) + "}";
}

std::string min_max_text(const MINMAXINFO& limits) {
  return "{max " + size_text(limits.ptMaxSize) +
         formatted(" at (%d, %d)", number(limits.ptMaxPosition.x), number(limits.ptMaxPosition.y)) +
         " track " + size_text(limits.ptMinTrackSize) + " to " + size_text(limits.ptMaxTrackSize) +
         "}";
}

std::string menu_text(const CREATESTRUCTW& creation) {
  if (creation.style & WS_CHILD) {
    return formatted(" id=%d", static_cast<int>(reinterpret_cast<INT_PTR>(creation.hMenu)));
  }
  return creation.hMenu ? " menu=" + handle_text(creation.hMenu, "a menu") : "";
}

std::string create_text(const CREATESTRUCTW& creation) {
  return formatted("{at (%d, %d) %d x %d", creation.x, creation.y, creation.cx, creation.cy) +
         " parent=" + window_text(creation.hwndParent) + menu_text(creation) + " " +
         flags_text("WS", static_cast<DWORD>(creation.style)) +
         " ex=" + flags_text("WS_EX", creation.dwExStyle) +
         (creation.lpCreateParams ? " with parameter}" : "}");
}

std::string nc_calc_size_text(WPARAM wparam, const NCCALCSIZE_PARAMS& sizes) {
  if (!wparam) return rect_text(sizes.rgrc[0]);
  return "{" + rect_text(sizes.rgrc[0]) + " was " + rect_text(sizes.rgrc[1]) + " client was " +
         rect_text(sizes.rgrc[2]) + "}";
}

std::string style_text(WPARAM which, const STYLESTRUCT& styles) {
  const char* group = static_cast<int>(which) == GWL_STYLE ? "WS" : "WS_EX";
  return "{" + flags_text(group, styles.styleOld) + " to " + flags_text(group, styles.styleNew) +
         "}";
}

std::string help_text(const HELPINFO& help) {
  return formatted("{%s control %d", help.iContextType == HELPINFO_WINDOW ? "window" : "menu item",
                   help.iCtrlId) +
         (help.iContextType == HELPINFO_WINDOW
              ? " " + window_text(static_cast<HWND>(help.hItemHandle))
              : "") +
         formatted(" context %d at (%d, %d)}", static_cast<int>(help.dwContextId),
                   number(help.MousePos.x), number(help.MousePos.y));
}

std::string draw_item_text(const DRAWITEMSTRUCT& item) {
  return formatted("{type %u id %u item %d", item.CtlType, item.CtlID,
                   static_cast<int>(item.itemID)) +
         " " + flags_text("ODA", item.itemAction) + " " + flags_text("ODS", item.itemState) + " " +
         rect_text(item.rcItem) + formatted(" data %d}", static_cast<int>(item.itemData));
}

std::string copy_data_text(const COPYDATASTRUCT& data) {
  return formatted("{%d: %u bytes}", static_cast<int>(data.dwData),
                   static_cast<unsigned>(data.cbData));
}

}  // namespace

std::string structure_text(UINT message, WPARAM wparam, std::uint64_t address) {
  const auto pointer = reinterpret_cast<const void*>(address);
  if (pointer == nullptr) return "null";
  switch (message) {
    case WM_WINDOWPOSCHANGING:
    case WM_WINDOWPOSCHANGED:
      return window_pos_text(*static_cast<const WINDOWPOS*>(pointer));
    case WM_GETMINMAXINFO:
      return min_max_text(*static_cast<const MINMAXINFO*>(pointer));
    case WM_NCCREATE:
    case WM_CREATE:
      return create_text(*static_cast<const CREATESTRUCTW*>(pointer));
    case WM_NCCALCSIZE:
      return nc_calc_size_text(wparam, *static_cast<const NCCALCSIZE_PARAMS*>(pointer));
    case WM_STYLECHANGING:
    case WM_STYLECHANGED:
      return style_text(wparam, *static_cast<const STYLESTRUCT*>(pointer));
    case WM_SIZING:
    case WM_MOVING:
      return rect_text(*static_cast<const RECT*>(pointer));
    case WM_HELP:
      return help_text(*static_cast<const HELPINFO*>(pointer));
    case WM_DRAWITEM:
      return draw_item_text(*static_cast<const DRAWITEMSTRUCT*>(pointer));
    case WM_COPYDATA:
      return copy_data_text(*static_cast<const COPYDATASTRUCT*>(pointer));
    default:
      return "a structure";
  }
}

std::string parent_notify_text(WPARAM wparam, LPARAM lparam) {
  const UINT event = LOWORD(wparam);
  std::string text = " " + name_of_message(event);
  if (event == WM_CREATE || event == WM_DESTROY) {
    return text + formatted(" id=%d child=", static_cast<int>(HIWORD(wparam))) +
           window_text(reinterpret_cast<HWND>(lparam));
  }
  return text + formatted(" at (%d, %d)", static_cast<int>(static_cast<short>(LOWORD(lparam))),
                          static_cast<int>(static_cast<short>(HIWORD(lparam))));
}

}  // namespace scenario
