// Drawing one line of text: ExtTextOut's rules.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-exttextoutw
#pragma once

#include "gdi32/text/text_layout.h"

namespace transom::gdi {

struct TextCommand {
  POINT position{0, 0};        // logical; the current position under TA_UPDATECP
  UINT options = 0;            // ETO_
  const RECT* rect = nullptr;  // logical; for ETO_OPAQUE and ETO_CLIPPED
  std::u16string_view text;
  const INT* distances = nullptr;
};

// Draws, or adds to an open path, and moves the current position under TA_UPDATECP.
void draw_line(DeviceContext& dc, const TextCommand& command);

}  // namespace transom::gdi
