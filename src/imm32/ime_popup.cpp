#include "imm32/ime_popup.h"

#include <algorithm>

#include "base/text.h"
#include "imm32/composition.h"
#include "user32/control/text_measure.h"
#include "user32/default/input_handlers.h"
#include "user32/draw/sys_colors.h"

namespace transom::imm {
namespace {

using user::ControlCall;

constexpr int kMargin = 3;

HFONT make_font(const InputContext& context) {
  const LOGFONTW description = font_of(context);
  return CreateFontIndirectW(&description);
}

// A font in a context, for as long as it lives.
class PopupFont {
 public:
  PopupFont(HDC dc, const InputContext& context)
      : dc_(dc), font_(make_font(context)), old_(SelectObject(dc, font_)) {}
  ~PopupFont() {
    SelectObject(dc_, old_);
    DeleteObject(font_);
  }
  PopupFont(const PopupFont&) = delete;
  PopupFont& operator=(const PopupFont&) = delete;

  SIZE size_of(std::u16string_view text) const { return user::text_size(dc_, text); }
  int line_height() const { return user::text_height(dc_); }

 private:
  HDC dc_;
  HFONT font_;
  HGDIOBJ old_;
};

class Popup : public user::Control {
 public:
  explicit Popup(user::Window& window) : Control(window) {}

  ContextRef context;
  PopupKind kind = PopupKind::kText;
};

// What the list shows of its candidates: a page.
struct Page {
  std::size_t begin;
  std::size_t end;
};

Page page_of(const InputContext& context) {
  const std::size_t count = context.composition.candidates.size();
  const std::size_t begin = std::min<std::size_t>(context.page_start, count);
  return {begin, std::min<std::size_t>(begin + context.page_size, count)};
}

std::u16string row_text(const InputContext& context, std::size_t index) {
  const auto digit = static_cast<char16_t>(u'1' + index - page_of(context).begin);
  return std::u16string(1, digit) + u"  " + context.composition.candidates[index];
}

SIZE measure(const InputContext& context, PopupKind kind,
             std::size_t units = std::u16string::npos) {
  const HDC screen = GetDC(nullptr);
  SIZE size{};
  {
    const PopupFont font(screen, context);
    if (kind == PopupKind::kText) {
      size = font.size_of(std::u16string_view(context.composition.text).substr(0, units));
    } else {
      const Page page = page_of(context);
      for (std::size_t index = page.begin; index < page.end; ++index) {
        size.cx = std::max(size.cx, font.size_of(row_text(context, index)).cx);
      }
      size.cx += 2 * kMargin;
      size.cy = static_cast<LONG>(page.end - page.begin) * font.line_height() + 2 * kMargin;
    }
  }
  ReleaseDC(nullptr, screen);
  return size;
}

// Dotted under what is typed, a line under what is converted.
void underline(HDC dc, const InputContext& context, const RECT& area) {
  const auto& attributes = context.composition.attributes;
  const bool converted = !attributes.empty() && attributes.front() != ATTR_INPUT;
  for (LONG x = area.left; x < area.right; x += converted ? 1 : 2) {
    SetPixelV(dc, x, area.bottom - 1, user::system_color(COLOR_WINDOWTEXT));
  }
}

void draw_text(HDC dc, const InputContext& context, const RECT& area) {
  FillRect(dc, &area, user::system_color_brush(COLOR_WINDOW));
  SetTextColor(dc, user::system_color(COLOR_WINDOWTEXT));
  const std::u16string& text = context.composition.text;
  TextOutW(dc, 0, 0, base::as_wchar(text), static_cast<int>(text.size()));
  underline(dc, context, area);
}

void draw_list(HDC dc, const InputContext& context, const PopupFont& font, RECT area) {
  FillRect(dc, &area, user::system_color_brush(COLOR_WINDOW));
  FrameRect(dc, &area, user::system_color_brush(COLOR_WINDOWTEXT));
  const Page page = page_of(context);
  RECT row{kMargin - 2, kMargin, area.right - kMargin + 2, kMargin + font.line_height()};
  for (std::size_t index = page.begin; index < page.end; ++index) {
    const bool chosen = index == context.composition.candidate;
    if (chosen) FillRect(dc, &row, user::system_color_brush(COLOR_HIGHLIGHT));
    SetTextColor(dc, user::system_color(chosen ? COLOR_HIGHLIGHTTEXT : COLOR_WINDOWTEXT));
    const std::u16string text = row_text(context, index);
    TextOutW(dc, kMargin, row.top, base::as_wchar(text), static_cast<int>(text.size()));
    OffsetRect(&row, 0, font.line_height());
  }
}

// https://learn.microsoft.com/windows/win32/gdi/wm-paint
LRESULT on_paint(Popup& popup, const ControlCall& call) {
  const user::ControlPaint paint(popup, call);
  if (!paint || !popup.context) return 0;
  const PopupFont font(paint.dc(), *popup.context);
  SetBkMode(paint.dc(), TRANSPARENT);
  if (popup.kind == PopupKind::kText) {
    draw_text(paint.dc(), *popup.context, popup.client());
  } else {
    draw_list(paint.dc(), *popup.context, font, popup.client());
  }
  return 0;
}

LRESULT on_erase(Popup&, const ControlCall&) {
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-mouseactivate
LRESULT on_mouse_activate(Popup&, const ControlCall&) {
  return MA_NOACTIVATE;
}

// A click takes a candidate.
// https://learn.microsoft.com/windows/win32/inputdev/wm-lbuttondown
LRESULT on_left_down(Popup& popup, const ControlCall& call) {
  const ContextRef context = popup.context;
  if (!context || context->destroyed || !context->composer || popup.kind != PopupKind::kList) {
    return 0;
  }
  const Page page = page_of(*context);
  const RECT area = popup.client();
  const auto rows = static_cast<LONG>(page.end - page.begin);
  const LONG y = user::point_of(call.lparam).y - kMargin;
  if (rows == 0 || y < 0 || y >= area.bottom - 2 * kMargin) return 0;
  const auto row = static_cast<std::size_t>(y / ((area.bottom - 2 * kMargin) / rows));
  apply(context, context->composer->choose(page.begin + row));
  return 0;
}

constexpr user::ControlEntry<Popup> kEntries[] = {
    {WM_PAINT, on_paint},           {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase},      {WM_MOUSEACTIVATE, on_mouse_activate},
    {WM_LBUTTONDOWN, on_left_down},
};

LRESULT CALLBACK popup_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<Popup> table{kEntries};
  return user::run_control(table, handle, message, wparam, lparam);
}

HWND make_popup(HWND owner) {
  return CreateWindowExW(WS_EX_TOPMOST | WS_EX_TOOLWINDOW | WS_EX_NOACTIVATE,
                         base::as_wchar(kImePopupClass.name), nullptr, WS_POPUP, 0, 0, 0, 0, owner,
                         nullptr, nullptr, nullptr);
}

}  // namespace

HWND show_popup(HWND popup, PopupKind kind, const ContextRef& context, POINT corner) {
  if (!user::is_window(popup)) popup = make_popup(context->window);
  const user::ControlUse<Popup> state(popup);
  if (!state) return nullptr;
  state->context = context;
  state->kind = kind;
  const SIZE size = measure(*context, kind);
  SetWindowPos(popup, HWND_TOPMOST, corner.x, corner.y, size.cx, size.cy,
               SWP_NOACTIVATE | SWP_SHOWWINDOW);
  if (!state->alive()) return nullptr;
  InvalidateRect(popup, nullptr, FALSE);
  return popup;
}

SIZE composition_size(const InputContext& context, std::size_t units) {
  return measure(context, PopupKind::kText, units);
}

const user::SystemClass kImePopupClass{
    u"IMEPopup", CS_SAVEBITS, popup_procedure, 0, MAKEINTRESOURCEW(32512), nullptr};

}  // namespace transom::imm
