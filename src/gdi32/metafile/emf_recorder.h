// Records an enhanced metafile: one record for each call, as [MS-EMF] has them.
// https://learn.microsoft.com/openspecs/windows_protocols/ms-emf
#pragma once

#include <string>

#include "gdi32/metafile/byte_buffer.h"
#include "gdi32/metafile/packed_dib.h"
#include "gdi32/recorder.h"

namespace transom::gdi {

// The device that a metafile is made for.
struct ReferenceDevice {
  SIZE pixels{};
  SIZE millimetres{};

  // The screen.
  static ReferenceDevice display();
  static ReferenceDevice of(const DisplayCaps& caps);
  // From pixels to hundredths of a millimetre.
  double horizontal_scale() const { return millimetres.cx * 100.0 / pixels.cx; }
  double vertical_scale() const { return millimetres.cy * 100.0 / pixels.cy; }
};

class EmfRecorder final : public Recorder {
 public:
  // `frame`: in hundredths of a millimetre; empty: what the picture takes. `description`: two
  // strings, each with its terminator, or nothing.
  EmfRecorder(DeviceContext& dc, const ReferenceDevice& device, const RECT* frame,
              std::u16string_view description);

  // The finished file. Nothing may be recorded any more.
  std::vector<std::uint8_t> finish();

  void move_to(POINT point) override;
  void line_to(POINT point) override;
  void poly(PolyKind kind, std::span<const POINT> points) override;
  void poly_poly(PolyKind kind, std::span<const POINT> points,
                 std::span<const DWORD> counts) override;
  void poly_draw(std::span<const POINT> points, std::span<const BYTE> types) override;
  void shape(const RecordedShape& shape) override;
  void angle_arc(POINT center, DWORD radius, FLOAT start, FLOAT sweep) override;
  void set_pixel(POINT point, COLORREF color) override;
  void flood_fill(POINT point, COLORREF color, UINT type) override;
  void region(const RecordedRegion& region) override;
  void fill_rect(const RECT& rect, const Brush& brush) override;
  void invert_rect(const RECT& rect) override;
  void text(const RecordedText& text) override;
  void blit(const RecordedBlit& blit) override;
  void dib(const RecordedDib& dib) override;
  void gradient(std::span<const TRIVERTEX> vertices, std::span<const ULONG> mesh,
                ULONG mode) override;
  void attribute(DcAttribute which, LONG value) override;
  void miter_limit(FLOAT limit) override;
  void pair(DcPair which, int x, int y) override;
  void scale_extent(bool viewport, int xn, int xd, int yn, int yd) override;
  void world_transform(const XFORM& transform) override;
  void modify_world_transform(const XFORM& transform, DWORD mode) override;
  void select_clip(const Region* region, int mode) override;
  void clip_rect(bool exclude, const RECT& rect) override;
  void offset_clip(int x, int y) override;
  void set_meta_region() override;
  void path(PathCall call, int mode) override;
  void save() override;
  void restore(int level) override;
  void select(Object& object) override;
  void palette(PaletteCall call, Palette& palette) override;
  void comment(std::span<const std::uint8_t> bytes) override;

 private:
  // A record while it is written: its size is filled in at its end.
  class Record {
   public:
    Record(EmfRecorder& recorder, DWORD type);
    ~Record();
    Record(const Record&) = delete;
    Record& operator=(const Record&) = delete;

    template <class... Values>
    void put(const Values&... values) {
      (bytes_.put(values), ...);
    }
    void put_bytes(std::span<const std::uint8_t> bytes) { bytes_.put(bytes); }
    void align() { bytes_.pad(4, start_); }
    DWORD size() const { return static_cast<DWORD>(bytes_.size() - start_); }
    // Where a value stands that is known later.
    std::size_t reserve();
    void fill(std::size_t at, DWORD value) { bytes_.patch(at, value); }

   private:
    ByteBuffer& bytes_;
    const std::size_t start_;
  };
  friend class Record;

  void simple(DWORD type, std::initializer_list<DWORD> values);
  // The box of logical points in device units, both edges within; `with_pen` is what the pen adds.
  // The picture grows by it unless a path bracket is open.
  RECT box_of(std::span<const POINT> points, bool with_pen);
  RECT box_of(const RECT& logical, bool with_pen);
  RECT grow(RECT device);
  RECT scaled_bounds() const;
  // The rectangle as the format has it: right and bottom edges within.
  RECT closed(const RECT& logical) const;
  void put_points(Record& record, std::span<const POINT> points, bool small);
  void put_bitmap(Record& record, const PackedDib& dib, std::size_t offsets);
  void put_region(Record& record, const Region& region);

  // Objects: their places in the table, from 1; stock objects have numbers of their own.
  DWORD handle_of(const Object& object);
  DWORD place_for(const Object& object);
  void create(DWORD place, const Object& object);
  void create_pen(DWORD place, const Pen& pen);
  void create_brush(DWORD place, const Brush& brush);
  void create_font(DWORD place, const Font& font);
  void create_palette(DWORD place, const Palette& palette);
  void select_handle(DWORD handle) { simple(EMR_SELECTOBJECT, {handle}); }

  void blit_pattern(const RECT& rect, DWORD rop);
  void blit_masked(const RecordedBlit& blit);
  void blit_parallelogram(const RecordedBlit& blit);

  DeviceContext& dc_;
  const ReferenceDevice device_;
  const bool has_frame_;
  RECT frame_{};
  ByteBuffer bytes_;
  DWORD records_ = 0;
  bool any_ = false;  // something was drawn
  RECT bounds_{};     // device units, both edges within
  std::vector<Ref<Object>> places_;
  std::vector<PALETTEENTRY> palette_entries_;
};

}  // namespace transom::gdi
