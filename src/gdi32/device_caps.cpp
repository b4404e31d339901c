#include "gdi32/device_caps.h"

#include <atomic>
#include <mutex>
#include <optional>

#include "gdi32/api.h"
#include "gdi32/print/printer_device.h"

namespace transom::gdi {
namespace {

std::mutex caps_mutex;
std::optional<DisplayCaps> known_caps;  // guarded by caps_mutex
std::atomic<DisplayCaps (*)()> caps_source{nullptr};

int capability(const DeviceContext& dc, int index) {
  if (const auto value = printer_capability(dc, index)) return *value;
  const DisplayCaps caps = dc.caps();
  const bool memory_mono =
      dc.is_memory() && dc.surface() != nullptr && dc.surface()->format().bits == 1;
  const int bits = memory_mono ? 1 : caps.bits_per_pixel;
  // GDI's millimetres are those of the logical resolution, not of the glass.
  const auto millimetres = [&](int pixels) {
    return (pixels * 254 + caps.dots_per_inch * 5) / (caps.dots_per_inch * 10);
  };
  switch (index) {
    case DRIVERVERSION:
      return 0x4000;
    case TECHNOLOGY:
      return dc.kind == DcKind::kMetafile ? DT_METAFILE : DT_RASDISPLAY;
    case HORZSIZE:
      return millimetres(caps.width);
    case VERTSIZE:
      return millimetres(caps.height);
    case HORZRES:
    case DESKTOPHORZRES:
      return caps.width;
    case VERTRES:
    case DESKTOPVERTRES:
      return caps.height;
    case BITSPIXEL:
      return bits;
    case PLANES:
      return 1;
    case NUMBRUSHES:
    case NUMPENS:
      return -1;
    case NUMCOLORS:
      return bits <= 8 ? (bits == 8 ? 20 : 1 << bits) : -1;
    case CURVECAPS:
      return CC_CIRCLES | CC_PIE | CC_CHORD | CC_ELLIPSES | CC_WIDE | CC_STYLED | CC_WIDESTYLED |
             CC_INTERIORS | CC_ROUNDRECT;
    case LINECAPS:
      return LC_POLYLINE | LC_MARKER | LC_POLYMARKER | LC_WIDE | LC_STYLED | LC_WIDESTYLED |
             LC_INTERIORS;
    case POLYGONALCAPS:
      return PC_POLYGON | PC_RECTANGLE | PC_WINDPOLYGON | PC_SCANLINE | PC_WIDE | PC_STYLED |
             PC_WIDESTYLED | PC_INTERIORS;
    case TEXTCAPS:
      return TC_OP_CHARACTER | TC_OP_STROKE | TC_CP_STROKE | TC_CR_ANY | TC_SF_X_YINDEP |
             TC_SA_DOUBLE | TC_SA_INTEGER | TC_SA_CONTIN | TC_UA_ABLE | TC_SO_ABLE | TC_RA_ABLE |
             TC_VA_ABLE;
    case CLIPCAPS:
      return CP_REGION;
    case RASTERCAPS:
      return RC_BITBLT | RC_BITMAP64 | RC_GDI20_OUTPUT | RC_DI_BITMAP | RC_DIBTODEV | RC_BIGFONT |
             RC_STRETCHBLT | RC_FLOODFILL | RC_STRETCHDIB | RC_DEVBITS |
             (bits == 8 ? RC_PALETTE : 0);
    case ASPECTX:
    case ASPECTY:
      return 36;
    case ASPECTXY:
      return 51;
    case LOGPIXELSX:
    case LOGPIXELSY:
      return caps.dots_per_inch;
    case SIZEPALETTE:
      return bits == 8 ? 256 : 0;
    case NUMRESERVED:
      return bits == 8 ? 20 : 0;
    case COLORRES:
      return bits == 8 ? 18 : 24;
    case VREFRESH:
      return caps.refresh_rate;
    case SHADEBLENDCAPS:
      return SB_GRAD_RECT | SB_GRAD_TRI | SB_CONST_ALPHA | SB_PIXEL_ALPHA | SB_PREMULT_ALPHA;
    default:
      return 0;
  }
}

}  // namespace

void set_display_caps(const DisplayCaps& caps) {
  std::lock_guard lock(caps_mutex);
  known_caps = caps;
}

void set_display_caps_source(DisplayCaps (*source)()) {
  caps_source = source;
}

DisplayCaps display_caps() {
  {
    std::lock_guard lock(caps_mutex);
    if (known_caps) return *known_caps;
  }
  const auto source = caps_source.load();
  return source != nullptr ? source() : DisplayCaps{};
}

}  // namespace transom::gdi

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getdevicecaps
int WINAPI GetDeviceCaps(HDC handle, int index) {
  const auto dc = transom::gdi::require_dc(handle);
  return dc ? transom::gdi::capability(*dc, index) : 0;
}
