// The pictures of statics: where they come from and how large they make the control.
// https://learn.microsoft.com/windows/win32/controls/bumper-static-control-reference-messages
#include "user32/control/label.h"
#include "user32/control/static.h"

namespace transom::user {

int Static::image_type() const {
  switch (type()) {
    case SS_ICON:
      return IMAGE_ICON;
    case SS_BITMAP:
      return IMAGE_BITMAP;
    case SS_ENHMETAFILE:
      return IMAGE_ENHMETAFILE;
    default:
      return -1;
  }
}

namespace {

void release_image(Static& control) {
  const HANDLE image = std::exchange(control.image, nullptr);
  // Icons that are loaded are shared.
  if (std::exchange(control.owns_image, false) && control.is(SS_BITMAP)) {
    DeleteObject(static_cast<HGDIOBJ>(image));
  }
}

// The control becomes as large as its picture.
void fit_to_image(Static& control) {
  if (control.image == nullptr || control.is(SS_ENHMETAFILE) ||
      control.has_style(SS_CENTERIMAGE | SS_REALSIZECONTROL)) {
    return;
  }
  const SIZE size = image_size(control.image, static_cast<UINT>(control.image_type()));
  const RECT client = control.client();
  const LONG wider = size.cx - client.right, taller = size.cy - client.bottom;
  if (size.cx <= 0 || size.cy <= 0 || (wider == 0 && taller == 0)) return;
  const RECT& now = control.window.rect;
  // Documented: with SS_RIGHTJUST the lower right corner stays.
  const bool keeps_end = control.has_style(SS_RIGHTJUST);
  SetWindowPos(control.handle, nullptr, now.left - (keeps_end ? wider : 0),
               now.top - (keeps_end ? taller : 0), now.right - now.left + wider,
               now.bottom - now.top + taller,
               SWP_NOZORDER | SWP_NOACTIVATE | (keeps_end ? 0 : SWP_NOMOVE));
}

HANDLE set_image(Static& control, HANDLE image) {
  const HANDLE old = control.image;
  // What was loaded for the control becomes whoever's asked for it.
  control.owns_image = false;
  control.image = image;
  fit_to_image(control);
  if (control.alive() && IsWindowVisible(control.handle)) {
    InvalidateRect(control.handle, nullptr, TRUE);
    UpdateWindow(control.handle);
  }
  return old;
}

HANDLE load_icon(const Static& control, HINSTANCE instance, LPCWSTR name) {
  if (control.has_style(SS_REALSIZEIMAGE)) {
    return LoadImageW(instance, name, IMAGE_ICON, 0, 0, LR_SHARED);
  }
  if (const HICON icon = LoadIconW(instance, name)) return icon;
  return LoadCursorW(instance, name);
}

// The title of an icon's or a bitmap's control is a resource's name; 0xFFFF and a number, from a
// dialog template, stand for that number.
LRESULT on_create(Static& control, const ControlCall& call) {
  const auto& creation = *reinterpret_cast<const CREATESTRUCTW*>(call.lparam);
  LPCWSTR name = creation.lpszName;
  if (name == nullptr) return 0;
  if (!IS_INTRESOURCE(name)) {
    if (name[0] == 0) return 0;
    if (static_cast<char16_t>(name[0]) == 0xFFFF) name = MAKEINTRESOURCEW(name[1]);
  }
  if (control.is(SS_ICON)) control.image = load_icon(control, creation.hInstance, name);
  if (control.is(SS_BITMAP)) control.image = LoadBitmapW(creation.hInstance, name);
  control.owns_image = control.image != nullptr;
  fit_to_image(control);
  return 0;
}

LRESULT on_destroy(Static& control, const ControlCall& call) {
  release_image(control);
  return control.default_action(call);
}

// https://learn.microsoft.com/windows/win32/controls/stm-geticon
LRESULT on_get_icon(Static& control, const ControlCall&) {
  return control.is(SS_ICON) ? reinterpret_cast<LRESULT>(control.image) : 0;
}

// https://learn.microsoft.com/windows/win32/controls/stm-seticon
LRESULT on_set_icon(Static& control, const ControlCall& call) {
  if (!control.is(SS_ICON)) return 0;
  return reinterpret_cast<LRESULT>(set_image(control, reinterpret_cast<HANDLE>(call.wparam)));
}

bool shows(const Static& control, WPARAM type) {
  const int shown = control.image_type();
  return shown >= 0 &&
         (static_cast<WPARAM>(shown) == type || (shown == IMAGE_ICON && type == IMAGE_CURSOR));
}

// https://learn.microsoft.com/windows/win32/controls/stm-getimage
LRESULT on_get_image(Static& control, const ControlCall& call) {
  return shows(control, call.wparam) ? reinterpret_cast<LRESULT>(control.image) : 0;
}

// https://learn.microsoft.com/windows/win32/controls/stm-setimage
LRESULT on_set_image(Static& control, const ControlCall& call) {
  if (!shows(control, call.wparam)) return 0;
  return reinterpret_cast<LRESULT>(set_image(control, reinterpret_cast<HANDLE>(call.lparam)));
}

constexpr ControlEntry<Static> kEntries[] = {
    {WM_CREATE, on_create},     {WM_DESTROY, on_destroy},     {STM_GETICON, on_get_icon},
    {STM_SETICON, on_set_icon}, {STM_GETIMAGE, on_get_image}, {STM_SETIMAGE, on_set_image},
};

}  // namespace

Static::~Static() {
  release_image(*this);
}

std::span<const ControlEntry<Static>> static_image_entries() {
  return kEntries;
}

}  // namespace transom::user
