// The messages about a whole tool bar: pictures, strings, sizes, styles.
#include <algorithm>

#include "comctl32/image_list/image_list.h"
#include "comctl32/tool_bar/tool_bar.h"

namespace transom::comctl {
namespace {

// The program says how large its structure is, since there was a time with another one.
LRESULT on_structure_size(ToolBar&, const ControlCall&) {
  return 0;
}

// The bar's own list, in the size that TB_SETBITMAPSIZE said.
HIMAGELIST own_list(ToolBar& bar) {
  if (bar.own_images == nullptr) {
    bar.own_images =
        ImageList_Create(bar.bitmap_size.cx, bar.bitmap_size.cy, ILC_COLOR24 | ILC_MASK, 0, 16);
  }
  if (bar.images == nullptr) bar.images = bar.own_images;
  return bar.own_images;
}

// Null where `nID` is itself the program's bitmap.
HBITMAP load_bitmap(const TBADDBITMAP& from) {
  if (from.hInst == HINST_COMMCTRL) return make_standard_bitmap(from.nID);
  if (from.hInst == nullptr) return nullptr;
  return static_cast<HBITMAP>(
      LoadImageW(from.hInst, MAKEINTRESOURCEW(from.nID), IMAGE_BITMAP, 0, 0, LR_CREATEDIBSECTION));
}

// Grey like a button's face is what buttons' pictures have for a background.
// https://learn.microsoft.com/windows/win32/controls/tb-addbitmap
LRESULT on_add_bitmap(ToolBar& bar, const ControlCall& call) {
  const auto* from = reinterpret_cast<const TBADDBITMAP*>(call.lparam);
  if (from == nullptr) return -1;
  if (from->hInst == HINST_COMMCTRL && bar.own_images == nullptr) {
    bar.bitmap_size = standard_size(from->nID);
  }
  const HBITMAP loaded = load_bitmap(*from);
  const HBITMAP bitmap = from->hInst == nullptr ? reinterpret_cast<HBITMAP>(from->nID) : loaded;
  if (bitmap == nullptr) return -1;
  const int first = ImageList_AddMasked(own_list(bar), bitmap, RGB(192, 192, 192));
  if (loaded != nullptr) DeleteObject(loaded);
  bar.changed();
  return first;
}

// https://learn.microsoft.com/windows/win32/controls/tb-loadimages
LRESULT on_load_images(ToolBar& bar, const ControlCall& call) {
  TBADDBITMAP from{HINST_COMMCTRL, static_cast<UINT_PTR>(call.wparam)};
  return on_add_bitmap(bar, {call.message, 0, reinterpret_cast<LPARAM>(&from)});
}

template <HIMAGELIST ToolBar::*kList>
LRESULT on_set_images(ToolBar& bar, const ControlCall& call) {
  const HIMAGELIST before = std::exchange(bar.*kList, reinterpret_cast<HIMAGELIST>(call.lparam));
  bar.changed();
  return reinterpret_cast<LRESULT>(before == bar.own_images ? nullptr : before);
}
template <HIMAGELIST ToolBar::*kList>
LRESULT on_get_images(ToolBar& bar, const ControlCall&) {
  return reinterpret_cast<LRESULT>(bar.*kList);
}

// A resource's text is parts, the first character of which separates them.
void add_separated(ToolBar& bar, std::u16string_view text) {
  if (text.empty()) return;
  const char16_t separator = text[0];
  for (text.remove_prefix(1); !text.empty();) {
    const std::size_t end = text.find(separator);
    bar.strings.emplace_back(text.substr(0, end));
    if (end == std::u16string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

template <class Character>
void add_list(ToolBar& bar, const Character* list) {
  while (list != nullptr && *list != 0) {
    const std::basic_string<Character> text(list);
    list += text.size() + 1;
    if constexpr (sizeof(Character) == 1) {
      bar.strings.push_back(base::to_utf16(text));
    } else {
      bar.strings.push_back(text);
    }
  }
}

// Strings one after the other, and an empty one; or a resource. The first one's index.
// https://learn.microsoft.com/windows/win32/controls/tb-addstring
template <bool kAnsi>
LRESULT on_add_string(ToolBar& bar, const ControlCall& call) {
  const auto first = static_cast<LRESULT>(bar.strings.size());
  if (call.wparam != 0 && IS_INTRESOURCE(call.lparam)) {
    add_separated(bar,
                  resource_text(reinterpret_cast<HINSTANCE>(call.wparam), LOWORD(call.lparam)));
  } else if constexpr (kAnsi) {
    add_list(bar, reinterpret_cast<const char*>(call.lparam));
  } else {
    add_list(bar, reinterpret_cast<const char16_t*>(call.lparam));
  }
  bar.changed();
  return first;
}

// https://learn.microsoft.com/windows/win32/controls/tb-getstring
template <bool kAnsi>
LRESULT on_get_string(ToolBar& bar, const ControlCall& call) {
  const std::size_t index = HIWORD(call.wparam);
  if (index >= bar.strings.size()) return -1;
  return static_cast<LRESULT>(
      copy_text(bar.strings[index], call.lparam, LOWORD(call.wparam), kAnsi));
}

SIZE size_of(LPARAM lparam) {
  return {static_cast<short>(LOWORD(lparam)), static_cast<short>(HIWORD(lparam))};
}

// Before any bitmap is added.
LRESULT on_set_bitmap_size(ToolBar& bar, const ControlCall& call) {
  const SIZE wanted = size_of(call.lparam);
  if (wanted.cx <= 0 || wanted.cy <= 0 || bar.own_images != nullptr) return FALSE;
  bar.bitmap_size = wanted;
  bar.changed();
  return TRUE;
}

LRESULT on_set_button_size(ToolBar& bar, const ControlCall& call) {
  const SIZE wanted = size_of(call.lparam);
  if (wanted.cx < 0 || wanted.cy < 0) return FALSE;
  bar.size_given = true;
  bar.button_size = wanted;
  bar.changed();
  return TRUE;
}

LRESULT on_get_button_size(ToolBar& bar, const ControlCall&) {
  return MAKELONG(bar.button_size.cx, bar.button_size.cy);
}

LRESULT on_set_button_width(ToolBar& bar, const ControlCall& call) {
  const SIZE range = size_of(call.lparam);
  bar.minimum_width = range.cx;
  bar.maximum_width = range.cy;
  bar.changed();
  return TRUE;
}

LRESULT on_set_padding(ToolBar& bar, const ControlCall& call) {
  const SIZE before = std::exchange(bar.padding, size_of(call.lparam));
  bar.changed();
  return MAKELONG(before.cx, before.cy);
}
LRESULT on_get_padding(ToolBar& bar, const ControlCall&) {
  return MAKELONG(bar.padding.cx, bar.padding.cy);
}

LRESULT on_set_indent(ToolBar& bar, const ControlCall& call) {
  bar.indent = static_cast<int>(call.wparam);
  bar.changed();
  return TRUE;
}

LRESULT on_autosize(ToolBar& bar, const ControlCall&) {
  bar.lay_out();
  if (bar.alive()) bar.autosize();
  return 0;
}

LRESULT on_get_rows(ToolBar& bar, const ControlCall&) {
  return bar.rows;
}

// https://learn.microsoft.com/windows/win32/controls/tb-getmaxsize
LRESULT on_get_maximum_size(ToolBar& bar, const ControlCall& call) {
  auto* out = reinterpret_cast<SIZE*>(call.lparam);
  if (out == nullptr) return FALSE;
  RECT all{};
  for (const ToolButton& button : bar.buttons) {
    if (!button.hidden()) UnionRect(&all, &all, &button.place);
  }
  *out = {all.right - all.left, all.bottom - all.top};
  return TRUE;
}

LRESULT on_set_extended(ToolBar& bar, const ControlCall& call) {
  const auto mask = call.wparam != 0 ? static_cast<DWORD>(call.wparam) : ~DWORD{0};
  const DWORD before = bar.extended_style;
  bar.extended_style = (before & ~mask) | (static_cast<DWORD>(call.lparam) & mask);
  bar.changed();
  return static_cast<LRESULT>(before);
}
LRESULT on_get_extended(ToolBar& bar, const ControlCall&) {
  return static_cast<LRESULT>(bar.extended_style);
}

LRESULT on_set_style(ToolBar& bar, const ControlCall& call) {
  SetWindowLongW(bar.handle, GWL_STYLE, static_cast<LONG>(call.lparam));
  if (bar.alive()) bar.changed();
  return 0;
}
LRESULT on_get_style(ToolBar& bar, const ControlCall&) {
  return static_cast<LRESULT>(bar.style());
}

LRESULT on_set_parent(ToolBar& bar, const ControlCall& call) {
  const HWND before = bar.parent();
  bar.notified = reinterpret_cast<HWND>(call.wparam);
  return reinterpret_cast<LRESULT>(before);
}

constexpr ControlEntry<ToolBar> kEntries[] = {
    {TB_BUTTONSTRUCTSIZE, on_structure_size},
    {TB_ADDBITMAP, on_add_bitmap},
    {TB_LOADIMAGES, on_load_images},
    {TB_SETIMAGELIST, on_set_images<&ToolBar::images>},
    {TB_GETIMAGELIST, on_get_images<&ToolBar::images>},
    {TB_SETHOTIMAGELIST, on_set_images<&ToolBar::hot_images>},
    {TB_GETHOTIMAGELIST, on_get_images<&ToolBar::hot_images>},
    {TB_SETDISABLEDIMAGELIST, on_set_images<&ToolBar::disabled_images>},
    {TB_GETDISABLEDIMAGELIST, on_get_images<&ToolBar::disabled_images>},
    {TB_ADDSTRINGA, on_add_string<true>},
    {TB_ADDSTRINGW, on_add_string<false>},
    {TB_GETSTRINGA, on_get_string<true>},
    {TB_GETSTRINGW, on_get_string<false>},
    {TB_SETBITMAPSIZE, on_set_bitmap_size},
    {TB_SETBUTTONSIZE, on_set_button_size},
    {TB_GETBUTTONSIZE, on_get_button_size},
    {TB_SETBUTTONWIDTH, on_set_button_width},
    {TB_SETPADDING, on_set_padding},
    {TB_GETPADDING, on_get_padding},
    {TB_SETINDENT, on_set_indent},
    {TB_AUTOSIZE, on_autosize},
    {TB_GETROWS, on_get_rows},
    {TB_GETMAXSIZE, on_get_maximum_size},
    {TB_SETEXTENDEDSTYLE, on_set_extended},
    {TB_GETEXTENDEDSTYLE, on_get_extended},
    {TB_SETSTYLE, on_set_style},
    {TB_GETSTYLE, on_get_style},
    {TB_SETPARENT, on_set_parent},
};

}  // namespace

std::span<const ControlEntry<ToolBar>> tool_bar_setting_entries() {
  return kEntries;
}

}  // namespace transom::comctl
