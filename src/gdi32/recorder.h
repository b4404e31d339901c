// The seam of recording device contexts: what a metafile hears of the calls made on its context.
//
// Contract
//  - Exported functions call record() when their parameters have been checked and before they
//    change the context: a recorder sees the position, the mapping and the objects that the call
//    finds. The call then goes on as on any context that draws nowhere.
//  - Coordinates are the program's, except where a name says "device".
//  - A format that does not have a call leaves the empty default: the call is not in the metafile.
// https://learn.microsoft.com/windows/win32/gdi/metafiles
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "gdi32/device_context.h"
#include "gdi32/dib.h"

namespace transom::gdi {

enum class Paint;  // draw.h
class ScaledFont;
struct PlacedGlyph;  // text/glyph_painter.h

enum class PolyKind { kPolyline, kPolylineTo, kPolygon, kBezier, kBezierTo };
enum class ShapeKind { kRectangle, kRoundRect, kEllipse, kArc, kArcTo, kChord, kPie };
enum class RegionKind { kFill, kFrame, kInvert, kPaint };
enum class DcAttribute {
  kBackgroundMode,
  kPolyFillMode,
  kRop2,
  kStretchMode,
  kTextAlign,
  kArcDirection,
  kMapperFlags,
  kTextColor,
  kBackgroundColor,
  kMapMode,
  kLayout,
  kCharacterExtra,
};
enum class DcPair {
  kWindowOrigin,
  kWindowExtent,
  kViewportOrigin,
  kViewportExtent,
  kWindowOffset,
  kViewportOffset,
  kBrushOrigin,
  kTextJustification,  // extra, count
};
enum class PathCall {
  kBegin,
  kEnd,
  kAbort,
  kCloseFigure,
  kStroke,
  kFill,
  kStrokeAndFill,
  kFlatten,
  kWiden,
  kSelectClip,  // with a mode
};
enum class PaletteCall { kSelect, kRealize };

struct RecordedShape {
  ShapeKind kind;
  RECT rect;
  SIZE corner{0, 0};
  POINT start{0, 0}, end{0, 0};
};

struct RecordedRegion {
  RegionKind kind;
  const Region& region;
  const Brush* brush = nullptr;
  SIZE frame{0, 0};
};

struct RecordedText {
  POINT position;
  UINT options;
  const RECT* rect;
  std::u16string_view text;
  std::span<const INT> distances;  // logical; in pairs with ETO_PDY
  bool own_distances;              // the program's, not the font's
  RECT device_box;

  // How it comes out, in surface pixels: glyphs with their places, and the background's corners
  // and the lines under and through the text as outlines.
  using Quad = std::array<POINT, 4>;
  const ScaledFont* font = nullptr;
  std::span<const PlacedGlyph> glyphs{};
  Quad box{};
  std::span<const Quad> bars{};
};

enum class BlitKind { kPlain, kStretched, kMasked, kParallelogram, kBlended, kKeyed };

struct RecordedBlit {
  BlitKind kind;
  POINT to;
  SIZE to_size;
  const DeviceContext* source = nullptr;
  POINT from{0, 0};
  SIZE from_size{0, 0};
  DWORD rop = 0;
  const Surface* mask = nullptr;
  POINT mask_origin{0, 0};
  const POINT* corners = nullptr;
  BLENDFUNCTION blend{};
  COLORREF key = 0;
};

struct RecordedDib {
  bool stretched;
  POINT to;
  SIZE to_size;
  POINT from;
  SIZE from_size;
  UINT start = 0, lines = 0;  // SetDIBitsToDevice
  const BITMAPINFO* info = nullptr;
  const DibInfo& dib;
  const void* bits = nullptr;
  UINT usage = DIB_RGB_COLORS;
  DWORD rop = SRCCOPY;
};

class Recorder {
 public:
  virtual ~Recorder() = default;

  // What comes out of the calls below, for recorders that draw: figures in device coordinates,
  // areas in surface coordinates; null: the area is inverted.
  virtual void figure(const Path&, Paint) {}
  virtual void area(const Region&, const Brush*) {}

  virtual void move_to(POINT) {}
  virtual void line_to(POINT) {}
  virtual void poly(PolyKind, std::span<const POINT>) {}
  virtual void poly_poly(PolyKind, std::span<const POINT>, std::span<const DWORD> /*counts*/) {}
  virtual void poly_draw(std::span<const POINT>, std::span<const BYTE> /*types*/) {}
  virtual void shape(const RecordedShape&) {}
  virtual void angle_arc(POINT /*center*/, DWORD /*radius*/, FLOAT /*start*/, FLOAT /*sweep*/) {}
  virtual void set_pixel(POINT, COLORREF) {}
  virtual void flood_fill(POINT, COLORREF, UINT /*type*/) {}
  virtual void region(const RecordedRegion&) {}
  virtual void fill_rect(const RECT&, const Brush&) {}
  virtual void invert_rect(const RECT&) {}
  virtual void text(const RecordedText&) {}
  virtual void blit(const RecordedBlit&) {}
  virtual void dib(const RecordedDib&) {}
  virtual void gradient(std::span<const TRIVERTEX>, std::span<const ULONG> /*mesh*/,
                        ULONG /*mode*/) {}

  virtual void attribute(DcAttribute, LONG) {}
  virtual void miter_limit(FLOAT) {}
  virtual void pair(DcPair, int /*x*/, int /*y*/) {}
  virtual void scale_extent(bool /*viewport*/, int /*xn*/, int /*xd*/, int /*yn*/, int /*yd*/) {}
  virtual void world_transform(const XFORM&) {}
  virtual void modify_world_transform(const XFORM&, DWORD /*mode*/) {}
  // Null: no clip region.
  virtual void select_clip(const Region*, int /*mode*/) {}
  virtual void clip_rect(bool /*exclude*/, const RECT&) {}
  virtual void offset_clip(int /*x*/, int /*y*/) {}
  virtual void set_meta_region() {}
  virtual void path(PathCall, int /*mode*/) {}
  virtual void save() {}
  virtual void restore(int /*level*/) {}
  virtual void select(Object&) {}
  virtual void palette(PaletteCall, Palette&) {}
  virtual void comment(std::span<const std::uint8_t>) {}
  virtual void escape(int /*function*/, std::span<const std::uint8_t>) {}
};

// Tells a recording context's metafile.
template <class... Parameters, class... Arguments>
void record(DeviceContext& dc, void (Recorder::*call)(Parameters...), Arguments&&... arguments) {
  if (dc.recorder != nullptr) [[unlikely]] {
    (dc.recorder.get()->*call)(std::forward<Arguments>(arguments)...);
  }
}

}  // namespace transom::gdi
