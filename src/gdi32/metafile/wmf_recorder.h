// Records a Windows metafile: one record of 16-bit words for each call, as [MS-WMF] has them.
//
// Converting an enhanced metafile, the same recorder writes device coordinates in the units of a
// mapping of its own, turns curves and paths into lines, and scales pens and fonts: the format
// knows neither world transforms nor paths.
// https://learn.microsoft.com/openspecs/windows_protocols/ms-wmf
#pragma once

#include <optional>

#include "gdi32/metafile/byte_buffer.h"
#include "gdi32/metafile/packed_dib.h"
#include "gdi32/recorder.h"

namespace transom::gdi {

class WmfRecorder final : public Recorder {
 public:
  explicit WmfRecorder(DeviceContext& dc) : dc_(dc) {}
  // A conversion: `units` is the mapping that the metafile will be played in.
  WmfRecorder(DeviceContext& dc, const Mapping& units) : dc_(dc), units_(units) {}

  // The finished file. Nothing may be recorded any more.
  std::vector<std::uint8_t> finish();
  // A record of the caller's own, for a conversion's mapping.
  void write(WORD function, std::initializer_list<int> words);

  void move_to(POINT point) override;
  void line_to(POINT point) override;
  void poly(PolyKind kind, std::span<const POINT> points) override;
  void poly_poly(PolyKind kind, std::span<const POINT> points,
                 std::span<const DWORD> counts) override;
  void shape(const RecordedShape& shape) override;
  void set_pixel(POINT point, COLORREF color) override;
  void flood_fill(POINT point, COLORREF color, UINT type) override;
  void region(const RecordedRegion& region) override;
  void fill_rect(const RECT& rect, const Brush& brush) override;
  void invert_rect(const RECT& rect) override;
  void text(const RecordedText& text) override;
  void blit(const RecordedBlit& blit) override;
  void dib(const RecordedDib& dib) override;
  void attribute(DcAttribute which, LONG value) override;
  void pair(DcPair which, int x, int y) override;
  void scale_extent(bool viewport, int xn, int xd, int yn, int yd) override;
  void select_clip(const Region* region, int mode) override;
  void clip_rect(bool exclude, const RECT& rect) override;
  void offset_clip(int x, int y) override;
  void path(PathCall call, int mode) override;
  void save() override;
  void restore(int level) override;
  void select(Object& object) override;
  void palette(PaletteCall call, Palette& palette) override;
  void escape(int function, std::span<const std::uint8_t> bytes) override;

 private:
  // A record while it is written: its size is filled in at its end.
  class Record {
   public:
    Record(WmfRecorder& recorder, WORD function);
    ~Record();
    Record(const Record&) = delete;
    Record& operator=(const Record&) = delete;

    void word(int value) { recorder_.bytes_.put(static_cast<WORD>(value)); }
    void words(std::initializer_list<int> values) {
      for (const int value : values) word(value);
    }
    void dword(DWORD value) { recorder_.bytes_.put(value); }
    void bytes(std::span<const std::uint8_t> bytes) { recorder_.bytes_.put(bytes); }
    void align() { recorder_.bytes_.pad(2, start_); }

   private:
    WmfRecorder& recorder_;
    const std::size_t start_;
  };

  bool converts() const { return units_.has_value(); }
  bool drawing_is_path() const { return converts() && dc_.path_open(); }
  // As the metafile has it.
  POINT out(POINT logical) const;
  POINT out_device(POINT device) const;
  RECT out(const RECT& logical) const;
  RECT out_shape(const RECT& logical) const;
  int out_width(int logical) const;
  int out_height(int logical) const;
  void put_points(WORD function, std::span<const POINT> points);
  void put_figures(const Path& path, bool closed);
  void put_flattened(const Path& path);
  void pattern_blit(const RECT& rect, DWORD rop);
  void put_dib(Record& record, const PackedDib& dib);

  int place_of(Object& object);
  int free_place();
  void take_place(int place, Ref<Object> object);
  void drop_place(int place);
  int create(Object& object);
  int create_pen(const Pen& pen);
  int create_brush(const Brush& brush);
  int create_font(const Font& font);
  int create_palette(const Palette& palette);
  int create_region(const Region& region);

  struct Place {
    Ref<Object> object;
    bool taken = false;
  };

  DeviceContext& dc_;
  const std::optional<Mapping> units_;
  ByteBuffer bytes_;
  DWORD longest_ = 0;  // words
  std::vector<Place> places_;
};

}  // namespace transom::gdi
