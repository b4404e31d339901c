#include "user32/mdi/mdi_child_creation.h"

#include "base/last_error.h"
#include "base/text.h"
#include "user32/message/send.h"
#include "user32/window/class.h"
#include "user32/window/position.h"

namespace transom::user {
namespace {

// "Otherwise, this parameter is limited to one or more of the following values."
DWORD child_style(const MdiClient& client, DWORD style) {
  if (client.allows_all_styles()) return style | WS_CHILD | WS_CLIPSIBLINGS;
  constexpr DWORD kFree = WS_MINIMIZE | WS_MAXIMIZE | WS_HSCROLL | WS_VSCROLL;
  return (style & kFree) | WS_CHILD | WS_VISIBLE | WS_CLIPSIBLINGS | WS_CLIPCHILDREN | WS_CAPTION |
         WS_SYSMENU | WS_THICKFRAME | WS_MINIMIZEBOX | WS_MAXIMIZEBOX;
}

// Text in another encoding, kept in `storage`; small numbers are atoms and stay.
const void* in_ansi(const void* text, std::string& storage) {
  if (text == nullptr || IS_INTRESOURCE(text)) return text;
  storage = base::to_ansi(static_cast<const char16_t*>(text));
  return storage.c_str();
}
const void* in_unicode(const void* text, std::u16string& storage) {
  if (text == nullptr || IS_INTRESOURCE(text)) return text;
  storage = base::to_utf16(static_cast<const char*>(text));
  return storage.c_str();
}

}  // namespace

bool MdiChildCreation::prepare(CREATESTRUCTW& given) {
  client_ = MdiClient::of(given.hwndParent);
  if (client_ == nullptr) return base::fail<bool>(ERROR_NON_MDICHILD_WINDOW);
  client_window_ = WindowRef(&client_->window);
  given.style = static_cast<LONG>(child_style(*client_, static_cast<DWORD>(given.style)));
  given.hMenu = reinterpret_cast<HMENU>(static_cast<UINT_PTR>(client_->next_id()));
  const RECT place = client_->next_default_place();
  if (given.x == CW_USEDEFAULT) {
    given.x = place.left;
    given.y = place.top;
  }
  if (given.cx == CW_USEDEFAULT || given.cx == 0) given.cx = place.right - place.left;
  if (given.cy == CW_USEDEFAULT || given.cy == 0) given.cy = place.bottom - place.top;
  return true;
}

void MdiChildCreation::make_parameters(const Window& child, const CREATESTRUCTW& given,
                                       Encoding strings) {
  const void* texts[2] = {given.lpszClass, given.lpszName};
  for (int i = 0; i < 2; ++i) {
    if (strings == child.encoding) continue;
    texts[i] = strings == Encoding::kUnicode ? in_ansi(texts[i], narrow_[i])
                                             : in_unicode(texts[i], wide_[i]);
  }
  parameters_ = {.szClass = static_cast<LPCWSTR>(texts[0]),
                 .szTitle = static_cast<LPCWSTR>(texts[1]),
                 .hOwner = given.hInstance,
                 .x = given.x,
                 .y = given.y,
                 .cx = given.cx,
                 .cy = given.cy,
                 .style = static_cast<DWORD>(given.style),
                 .lParam = reinterpret_cast<LPARAM>(given.lpCreateParams)};
}

void MdiChildCreation::attach(Window& child, CREATESTRUCTW& given, Encoding strings,
                              void* mdi_create) {
  if (!client_window_.alive()) return;
  client_->add(child.handle);
  if (mdi_create != nullptr && strings == child.encoding) {
    given.lpCreateParams = mdi_create;
    return;
  }
  make_parameters(child, given, strings);
  given.lpCreateParams = &parameters_;
}

void MdiChildCreation::finish(Window& child) {
  if (!client_window_.alive()) return;
  send_message(client_window_->handle, WM_MDIREFRESHMENU, 0, 0);
  if (child.destroyed || !child.is_visible_itself()) return;
  const bool minimized = (child.style & WS_MINIMIZE) != 0;
  if (!minimized || client_->active() == nullptr) {
    set_window_pos(child, {.flags = SWP_SHOWWINDOW | SWP_NOSIZE | SWP_NOMOVE});
  }
}

}  // namespace transom::user
