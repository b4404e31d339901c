// Stock objects: made when first asked for.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getstockobject
#include <mutex>

#include "gdi32/brush.h"
#include "gdi32/font.h"
#include "gdi32/object.h"
#include "gdi32/palette.h"
#include "gdi32/pen.h"
#include "gdi32/stock_bitmap.h"
#include "gdi32/system_palette.h"

namespace transom::gdi {
namespace {

struct StockFont {
  int height;
  int weight;
  BYTE pitch_and_family;
  BYTE charset;
  const char16_t* face;
};

// The fonts of a US English system at 96 dots per inch.
StockFont stock_font_of(int index) {
  switch (index) {
    case OEM_FIXED_FONT:
      return {12, FW_NORMAL, FIXED_PITCH | FF_MODERN, OEM_CHARSET, u"Terminal"};
    case ANSI_FIXED_FONT:
      return {12, FW_NORMAL, FIXED_PITCH | FF_MODERN, ANSI_CHARSET, u"Courier"};
    case ANSI_VAR_FONT:
      return {12, FW_NORMAL, VARIABLE_PITCH | FF_SWISS, ANSI_CHARSET, u"MS Sans Serif"};
    case SYSTEM_FIXED_FONT:
      return {16, FW_NORMAL, FIXED_PITCH | FF_MODERN, ANSI_CHARSET, u"Fixedsys"};
    case DEFAULT_GUI_FONT:
      return {-11, FW_NORMAL, VARIABLE_PITCH | FF_SWISS, ANSI_CHARSET, u"MS Shell Dlg"};
    default:
      return {16, FW_BOLD, VARIABLE_PITCH | FF_SWISS, ANSI_CHARSET, u"System"};
  }
}

Ref<Object> make_font(int index) {
  const StockFont stock_font = stock_font_of(index);
  LOGFONTW font{};
  font.lfHeight = stock_font.height;
  font.lfWeight = stock_font.weight;
  font.lfCharSet = stock_font.charset;
  font.lfPitchAndFamily = stock_font.pitch_and_family;
  const std::u16string_view face = stock_font.face;
  std::memcpy(font.lfFaceName, face.data(), face.size() * sizeof(char16_t));
  return make<Font>(font);
}

// The 20 static colours.
Ref<Object> make_palette() {
  std::vector<PALETTEENTRY> entries;
  for (const std::uint32_t rgb : kStaticColors) {
    entries.push_back(
        {static_cast<BYTE>(rgb >> 16), static_cast<BYTE>(rgb >> 8), static_cast<BYTE>(rgb), 0});
  }
  return make<Palette>(std::move(entries));
}

Ref<Pen> make_pen(DWORD style, COLORREF color) {
  // Stock pens have width 1 at any scale: cosmetic.
  return make<Pen>(OBJ_PEN, style, 0, LOGBRUSH{BS_SOLID, color, 0});
}

Ref<Object> make_stock(int index) {
  switch (index) {
    case WHITE_BRUSH:
      return make<Brush>(BS_SOLID, RGB(255, 255, 255));
    case LTGRAY_BRUSH:
      return make<Brush>(BS_SOLID, RGB(192, 192, 192));
    case GRAY_BRUSH:
      return make<Brush>(BS_SOLID, RGB(128, 128, 128));
    case DKGRAY_BRUSH:
      return make<Brush>(BS_SOLID, RGB(64, 64, 64));
    case BLACK_BRUSH:
      return make<Brush>(BS_SOLID, RGB(0, 0, 0));
    case NULL_BRUSH:
      return make<Brush>(BS_NULL, RGB(0, 0, 0));
    case WHITE_PEN:
      return make_pen(PS_SOLID, RGB(255, 255, 255));
    case BLACK_PEN:
      return make_pen(PS_SOLID, RGB(0, 0, 0));
    case NULL_PEN:
      return make_pen(PS_NULL, RGB(0, 0, 0));
    case DC_BRUSH: {
      Ref<Brush> brush = make<Brush>(BS_SOLID, RGB(255, 255, 255));
      brush->uses_dc_color = true;
      return brush;
    }
    case DC_PEN: {
      Ref<Pen> pen = make_pen(PS_SOLID, RGB(0, 0, 0));
      pen->uses_dc_color = true;
      return pen;
    }
    case DEFAULT_PALETTE:
      return make_palette();
    case OEM_FIXED_FONT:
    case ANSI_FIXED_FONT:
    case ANSI_VAR_FONT:
    case SYSTEM_FONT:
    case DEVICE_DEFAULT_FONT:
    case SYSTEM_FIXED_FONT:
    case DEFAULT_GUI_FONT:
      return make_font(index);
    default:
      return {};
  }
}

constexpr int kStockCount = DC_PEN + 1;

}  // namespace

HGDIOBJ stock_object(int index) {
  static std::atomic<HGDIOBJ> handles[kStockCount];
  static std::mutex mutex;
  if (index < 0 || index >= kStockCount) return nullptr;
  HGDIOBJ handle = handles[index].load(std::memory_order_acquire);
  if (handle != nullptr) return handle;
  std::lock_guard lock(mutex);
  handle = handles[index].load(std::memory_order_relaxed);
  if (handle != nullptr) return handle;
  const Ref<Object> object = make_stock(index);
  if (!object) return nullptr;
  handle = insert_stock_object(*object);
  handles[index].store(handle, std::memory_order_release);
  return handle;
}

PixelFormat monochrome_format() {
  PixelFormat format;
  format.bits = 1;
  format.colors = {0x000000, 0xFFFFFF};
  format.monochrome = true;
  return format;
}

Ref<Bitmap> default_bitmap() {
  static const Ref<Bitmap>& bitmap = *[] {
    Ref<Bitmap> made = make<Bitmap>(Surface::create(1, 1, monochrome_format()));
    insert_stock_object(*made);
    return new Ref<Bitmap>(std::move(made));
  }();
  return bitmap;
}

}  // namespace transom::gdi
