#include "user32/control/control.h"

#include "user32/default/default_procedure.h"
#include "user32/lock.h"
#include "user32/message/send.h"

namespace transom::user {

RECT Control::client() const {
  const RECT& area = window.client_rect;
  return {0, 0, area.right - area.left, area.bottom - area.top};
}

void Control::change_style(DWORD remove, DWORD add) {
  UserLock lock;
  window.style = (window.style & ~remove) | add;
}

LRESULT Control::default_action(const ControlCall& call) {
  return default_procedure(window, {call.message, call.wparam, call.lparam, Encoding::kUnicode});
}

HWND Control::parent() const {
  return GetParent(handle);
}

LRESULT Control::notify(WORD code) {
  const HWND to = parent();
  if (to == nullptr) return 0;
  return send_message(to, WM_COMMAND, MAKEWPARAM(id(), code), reinterpret_cast<LPARAM>(handle));
}

HBRUSH Control::ask_colors(UINT message, HDC dc) {
  const HWND to = parent();
  const auto from_dc = reinterpret_cast<WPARAM>(dc);
  const auto from = reinterpret_cast<LPARAM>(handle);
  LRESULT brush = to != nullptr ? send_message(to, message, from_dc, from) : 0;
  if (GetObjectType(reinterpret_cast<HGDIOBJ>(brush)) != OBJ_BRUSH) {
    brush = DefWindowProcW(handle, message, from_dc, from);
  }
  return reinterpret_cast<HBRUSH>(brush);
}

ControlPaint::ControlPaint(Control& control, const ControlCall& call)
    : window_(control.handle), client_(control.client()), dc_(reinterpret_cast<HDC>(call.wparam)) {
  if (dc_ != nullptr) return;
  dc_ = BeginPaint(window_, &paint_);
  begun_ = dc_ != nullptr;
}

ControlPaint::~ControlPaint() {
  if (begun_) EndPaint(window_, &paint_);
}

ControlCallScope::~ControlCallScope() {
  if (--control.calls_ > 0 || !control.ended_) return;
  window->control = nullptr;
  delete &control;
}

}  // namespace transom::user
