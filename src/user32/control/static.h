// Static controls: text, pictures, lines.
// https://learn.microsoft.com/windows/win32/controls/static-controls
#pragma once

#include <span>

#include "user32/control/control.h"
#include "user32/window/class.h"

namespace transom::user {

struct Static : Control {
  using Control::Control;
  ~Static() override;

  HANDLE image = nullptr;   // an icon, a bitmap or a metafile, as the type says
  bool owns_image = false;  // loaded from the window's own title

  DWORD type() const { return style() & SS_TYPEMASK; }
  bool is(DWORD type_bits) const { return type() == type_bits; }
  bool is_text() const;
  // Of what it shows (IMAGE_); nothing for those that show none.
  int image_type() const;
};

// Draws in whatever `dc` draws in. The window may be gone afterwards.
void draw_static(Static& control, HDC dc);

std::span<const ControlEntry<Static>> static_image_entries();
std::span<const ControlEntry<Static>> static_paint_entries();

extern const SystemClass kStaticClass;

}  // namespace transom::user
