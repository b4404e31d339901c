// Metafiles: what is recorded, and that playing it draws what the calls drew.
// https://learn.microsoft.com/windows/win32/gdi/metafiles
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>

#include "base/text.h"
#include "gdi32/memory_dc.h"

namespace transom::gdi {
namespace {

using testing::ElementsAre;
using testing::IsSupersetOf;

// A memory context of 32 bits a pixel, white to begin with.
class Canvas {
 public:
  explicit Canvas(int width = 200, int height = 150) : canvas_(width, height) {
    PatBlt(dc(), 0, 0, width, height, WHITENESS);
  }

  HDC dc() const { return canvas_.get(); }
  std::vector<std::uint32_t> pixels() const {
    const auto drawn = canvas_.pixels();
    std::vector<std::uint32_t> all(drawn.begin(), drawn.end());
    for (auto& pixel : all) pixel &= 0xFFFFFF;
    return all;
  }

 private:
  PixelDc canvas_;
};

int difference(const Canvas& a, const Canvas& b) {
  const auto first = a.pixels(), second = b.pixels();
  int count = 0;
  for (std::size_t i = 0; i < first.size(); ++i) count += first[i] != second[i];
  return count;
}

using Drawing = std::function<void(HDC)>;

HENHMETAFILE record_enhanced(const Drawing& draw) {
  const HDC dc = CreateEnhMetaFileW(nullptr, nullptr, nullptr, nullptr);
  draw(dc);
  return CloseEnhMetaFile(dc);
}

HMETAFILE record_windows(const Drawing& draw) {
  const HDC dc = CreateMetaFileW(nullptr);
  draw(dc);
  return CloseMetaFile(dc);
}

std::vector<DWORD> types_of(HENHMETAFILE metafile) {
  std::vector<DWORD> types;
  EnumEnhMetaFile(
      nullptr, metafile,
      [](HDC, HANDLETABLE*, const ENHMETARECORD* record, int, LPARAM data) -> int {
        reinterpret_cast<std::vector<DWORD>*>(data)->push_back(record->iType);
        return 1;
      },
      &types, nullptr);
  return types;
}

// Plays the records without any placement, as they were recorded. Rectangles are recorded with
// their right and bottom edges, which GM_ADVANCED draws.
void play_plainly(HDC dc, HENHMETAFILE metafile) {
  SetGraphicsMode(dc, GM_ADVANCED);
  EnumEnhMetaFile(
      nullptr, metafile,
      [](HDC, HANDLETABLE* handles, const ENHMETARECORD* record, int count, LPARAM data) -> int {
        PlayEnhMetaFileRecord(reinterpret_cast<HDC>(data), handles, record,
                              static_cast<UINT>(count));
        return 1;
      },
      reinterpret_cast<LPVOID>(dc), nullptr);
}

void draw_shapes(HDC dc) {
  Rectangle(dc, 5, 6, 70, 60);
  const HPEN pen = CreatePen(PS_SOLID, 3, RGB(200, 30, 10));
  const HBRUSH brush = CreateSolidBrush(RGB(10, 200, 90));
  const HGDIOBJ old_pen = SelectObject(dc, pen), old_brush = SelectObject(dc, brush);
  Ellipse(dc, 60, 10, 150, 80);
  RoundRect(dc, 20, 70, 90, 120, 15, 20);
  Pie(dc, 100, 60, 190, 140, 190, 100, 140, 60);
  SelectObject(dc, old_pen);
  SelectObject(dc, old_brush);
  DeleteObject(pen);
  DeleteObject(brush);
  const HBRUSH hatch = CreateHatchBrush(HS_DIAGCROSS, RGB(0, 0, 255));
  SelectObject(dc, hatch);
  const POINT corners[] = {{150, 5}, {195, 20}, {170, 50}};
  Polygon(dc, corners, 3);
  SelectObject(dc, old_brush);
  DeleteObject(hatch);
  MoveToEx(dc, 3, 140, nullptr);
  LineTo(dc, 120, 130);
  SetPixel(dc, 2, 2, RGB(255, 0, 255));
}

void draw_text_and_pixels(HDC dc) {
  SetTextColor(dc, RGB(0, 0, 160));
  SetBkMode(dc, TRANSPARENT);
  TextOutW(dc, 10, 10, L"Metafile", 8);
  const RECT box{10, 40, 120, 60};
  SetBkColor(dc, RGB(250, 240, 80));
  ExtTextOutW(dc, 12, 42, ETO_OPAQUE | ETO_CLIPPED, &box, L"opaque and clipped text", 23, nullptr);
  PatBlt(dc, 130, 10, 40, 30, BLACKNESS);
  BITMAPINFO info{};
  info.bmiHeader = {sizeof info.bmiHeader, 2, 2, 1, 24, BI_RGB, 0, 0, 0, 0, 0};
  const BYTE bits[16] = {255, 0, 0, 0, 255, 0, 0, 0, 0, 0, 255, 90, 90, 90, 0, 0};
  StretchDIBits(dc, 20, 80, 40, 40, 0, 0, 2, 2, bits, &info, DIB_RGB_COLORS, SRCCOPY);
  const HDC memory = CreateCompatibleDC(nullptr);
  void* pixels = nullptr;
  info.bmiHeader.biBitCount = 32;
  const HBITMAP bitmap = CreateDIBSection(memory, &info, DIB_RGB_COLORS, &pixels, nullptr, 0);
  const HGDIOBJ old = SelectObject(memory, bitmap);
  SetPixel(memory, 0, 0, RGB(1, 100, 200));
  SetPixel(memory, 1, 1, RGB(200, 100, 1));
  StretchBlt(dc, 80, 80, 30, 30, memory, 0, 0, 2, 2, SRCCOPY);
  BitBlt(dc, 120, 80, 2, 2, memory, 0, 0, SRCINVERT);
  SelectObject(memory, old);
  DeleteObject(bitmap);
  DeleteDC(memory);
}

void draw_clipped(HDC dc) {
  SaveDC(dc);
  IntersectClipRect(dc, 20, 20, 100, 90);
  ExcludeClipRect(dc, 40, 40, 60, 60);
  Rectangle(dc, 0, 0, 150, 120);
  RestoreDC(dc, -1);
  const HRGN region = CreateRectRgn(110, 10, 160, 60);
  FillRgn(dc, region, static_cast<HBRUSH>(GetStockObject(GRAY_BRUSH)));
  FrameRgn(dc, region, static_cast<HBRUSH>(GetStockObject(BLACK_BRUSH)), 2, 3);
  DeleteObject(region);
  SetMapMode(dc, MM_ANISOTROPIC);
  SetWindowExtEx(dc, 100, 100, nullptr);
  SetViewportExtEx(dc, 50, 25, nullptr);
  SetViewportOrgEx(dc, 120, 100, nullptr);
  // No rectangle: its record has the edges of logical units (wine 8.0), not of these pixels.
  const POINT diamond[] = {{50, 0}, {100, 50}, {50, 100}, {0, 50}};
  Polygon(dc, diamond, 4);
}

void draw_paths(HDC dc) {
  BeginPath(dc);
  MoveToEx(dc, 10, 10, nullptr);
  const POINT curve[] = {{60, 0}, {90, 90}, {20, 100}};
  PolyBezierTo(dc, curve, 3);
  CloseFigure(dc);
  EndPath(dc);
  SelectObject(dc, GetStockObject(LTGRAY_BRUSH));
  StrokeAndFillPath(dc);
  const POINT lines[] = {{110, 10}, {180, 20}, {120, 60}, {150, 100}};
  const DWORD counts[] = {2, 2};
  PolyPolyline(dc, lines, counts, 2);
  AngleArc(dc, 150, 110, 20, 0, 120);
  SetArcDirection(dc, AD_CLOCKWISE);
  Arc(dc, 20, 90, 80, 140, 80, 110, 20, 110);
}

class EnhancedPlays : public testing::TestWithParam<void (*)(HDC)> {};

// Records are the calls: played as they stand they draw the same pixels.
TEST_P(EnhancedPlays, TheSamePixels) {
  const Canvas direct, played;
  GetParam()(direct.dc());
  const HENHMETAFILE metafile = record_enhanced(GetParam());
  ASSERT_NE(metafile, nullptr);
  play_plainly(played.dc(), metafile);
  EXPECT_EQ(difference(direct, played), 0);
  EXPECT_TRUE(DeleteEnhMetaFile(metafile));
}

// "The picture frame is placed and scaled to fit the rectangle": the frame's own size.
TEST_P(EnhancedPlays, NearlyTheSameInItsFrame) {
  const Canvas direct, played;
  GetParam()(direct.dc());
  const HENHMETAFILE metafile = record_enhanced(GetParam());
  ENHMETAHEADER header;
  GetEnhMetaFileHeader(metafile, sizeof header, &header);
  const RECT frame{header.rclBounds.left, header.rclBounds.top, header.rclBounds.right,
                   header.rclBounds.bottom};
  EXPECT_TRUE(PlayEnhMetaFile(played.dc(), metafile, &frame));
  EXPECT_LT(difference(direct, played), 200 * 150 / 40);
  DeleteEnhMetaFile(metafile);
}

INSTANTIATE_TEST_SUITE_P(Drawings, EnhancedPlays,
                         testing::Values(draw_shapes, draw_text_and_pixels, draw_clipped,
                                         draw_paths));

class WindowsPlays : public testing::TestWithParam<void (*)(HDC)> {};

TEST_P(WindowsPlays, TheSamePixels) {
  const Canvas direct, played;
  GetParam()(direct.dc());
  const HMETAFILE metafile = record_windows(GetParam());
  ASSERT_NE(metafile, nullptr);
  EXPECT_TRUE(PlayMetaFile(played.dc(), metafile));
  EXPECT_EQ(difference(direct, played), 0);
  EXPECT_TRUE(DeleteMetaFile(metafile));
}

INSTANTIATE_TEST_SUITE_P(Drawings, WindowsPlays,
                         testing::Values(draw_shapes, draw_text_and_pixels, draw_clipped));

TEST(EnhancedMetafiles, RecordsFollowTheCalls) {
  const HENHMETAFILE metafile = record_enhanced([](HDC dc) {
    MoveToEx(dc, 1, 2, nullptr);
    LineTo(dc, 3, 4);
    SetTextColor(dc, RGB(1, 2, 3));
    const HPEN pen = CreatePen(PS_DOT, 1, 0);
    const HGDIOBJ old = SelectObject(dc, pen);
    SelectObject(dc, old);
    DeleteObject(pen);
    GdiComment(dc, 3, reinterpret_cast<const BYTE*>("abc"));
  });
  EXPECT_THAT(types_of(metafile),
              ElementsAre(EMR_HEADER, EMR_MOVETOEX, EMR_LINETO, EMR_SETTEXTCOLOR, EMR_CREATEPEN,
                          EMR_SELECTOBJECT, EMR_SELECTOBJECT, EMR_GDICOMMENT, EMR_EOF));
  DeleteEnhMetaFile(metafile);
}

// "rclBounds: the dimensions, in device units, of the smallest rectangle that can be drawn around
// the picture"; the frame is the same in hundredths of a millimetre.
TEST(EnhancedMetafiles, HeaderTellsBoundsFrameAndCounts) {
  const HENHMETAFILE metafile = record_enhanced([](HDC dc) { Rectangle(dc, 10, 20, 101, 61); });
  ENHMETAHEADER header;
  EXPECT_EQ(GetEnhMetaFileHeader(metafile, sizeof header, &header), 108u);
  EXPECT_EQ(header.rclBounds.left, 10);
  EXPECT_EQ(header.rclBounds.right, 100);
  EXPECT_EQ(header.rclBounds.bottom, 60);
  EXPECT_NEAR(header.rclFrame.right, 100 * 2646 / 100, 5);
  EXPECT_EQ(header.nRecords, 3u);
  EXPECT_EQ(header.nHandles, 1u);
  EXPECT_EQ(header.nBytes, GetEnhMetaFileBits(metafile, 0, nullptr));
  DeleteEnhMetaFile(metafile);
}

// "A frame rectangle in .01-millimeter units"; "a description of the application and the picture".
TEST(EnhancedMetafiles, FrameAndDescriptionAreKept) {
  const RECT frame{0, 0, 5000, 4000};
  const HENHMETAFILE metafile =
      CloseEnhMetaFile(CreateEnhMetaFileW(nullptr, nullptr, &frame, L"Editor\0Tree\0"));
  ENHMETAHEADER header;
  GetEnhMetaFileHeader(metafile, sizeof header, &header);
  EXPECT_EQ(header.rclFrame.right, 5000);
  WCHAR text[20];
  EXPECT_EQ(GetEnhMetaFileDescriptionW(metafile, 20, text), 13u);
  EXPECT_EQ(std::u16string(base::as_char16(text)), u"Editor");
  EXPECT_EQ(std::u16string(base::as_char16(text + 7)), u"Tree");
  char narrow[20];
  EXPECT_EQ(GetEnhMetaFileDescriptionA(metafile, 20, narrow), 13u);
  EXPECT_STREQ(narrow + 7, "Tree");
  const RECT empty{5, 5, 5, 9};
  EXPECT_EQ(CreateEnhMetaFileW(nullptr, nullptr, &empty, nullptr), nullptr);
  DeleteEnhMetaFile(metafile);
}

TEST(EnhancedMetafiles, PaletteEntriesLieInTheLastRecord) {
  const HENHMETAFILE metafile = record_enhanced([](HDC dc) {
    LOGPALETTE description{0x300, 1, {{7, 8, 9, 0}}};
    const HPALETTE palette = CreatePalette(&description);
    SelectPalette(dc, palette, FALSE);
    RealizePalette(dc);
    SelectPalette(dc, static_cast<HPALETTE>(GetStockObject(DEFAULT_PALETTE)), FALSE);
    DeleteObject(palette);
  });
  PALETTEENTRY entry{};
  EXPECT_EQ(GetEnhMetaFilePaletteEntries(metafile, 0, nullptr), 1u);
  EXPECT_EQ(GetEnhMetaFilePaletteEntries(metafile, 1, &entry), 1u);
  EXPECT_EQ(entry.peGreen, 8);
  DeleteEnhMetaFile(metafile);
}

// "The callback function must return a nonzero value to continue enumeration."
TEST(EnhancedMetafiles, EnumerationStopsWhenAsked) {
  const HENHMETAFILE metafile = record_enhanced(draw_shapes);
  int calls = 0;
  EXPECT_FALSE(EnumEnhMetaFile(
      nullptr, metafile,
      [](HDC, HANDLETABLE*, const ENHMETARECORD*, int, LPARAM data) -> int {
        return ++*reinterpret_cast<int*>(data) < 2;
      },
      &calls, nullptr));
  EXPECT_EQ(calls, 2);
  DeleteEnhMetaFile(metafile);
}

// A callback plays some records and leaves others out, within the rectangle.
TEST(EnhancedMetafiles, CallbackChoosesWhatIsPlayed) {
  const HENHMETAFILE metafile = record_enhanced([](HDC dc) {
    PatBlt(dc, 0, 0, 10, 10, BLACKNESS);
    SetPixelV(dc, 9, 9, RGB(255, 0, 0));
  });
  const Canvas canvas;
  const RECT whole{0, 0, 90, 90};
  EXPECT_TRUE(EnumEnhMetaFile(
      canvas.dc(), metafile,
      [](HDC dc, HANDLETABLE* handles, const ENHMETARECORD* record, int count, LPARAM) -> int {
        if (record->iType != EMR_SETPIXELV)
          PlayEnhMetaFileRecord(dc, handles, record, static_cast<UINT>(count));
        return 1;
      },
      nullptr, &whole));
  EXPECT_EQ(GetPixel(canvas.dc(), 80, 80), RGB(0, 0, 0));
  EXPECT_EQ(GetPixel(canvas.dc(), 110, 110), RGB(255, 255, 255));
  DeleteEnhMetaFile(metafile);
}

// The context is afterwards as it was.
TEST(EnhancedMetafiles, PlayingLeavesTheContextAlone) {
  const HENHMETAFILE metafile = record_enhanced(draw_clipped);
  const Canvas canvas;
  SetTextColor(canvas.dc(), RGB(9, 8, 7));
  SetWindowOrgEx(canvas.dc(), 3, 4, nullptr);
  const HGDIOBJ pen = GetCurrentObject(canvas.dc(), OBJ_PEN);
  const RECT whole{0, 0, 200, 150};
  PlayEnhMetaFile(canvas.dc(), metafile, &whole);
  POINT origin;
  GetWindowOrgEx(canvas.dc(), &origin);
  EXPECT_EQ(origin.x, 3);
  EXPECT_EQ(GetTextColor(canvas.dc()), RGB(9, 8, 7));
  EXPECT_EQ(GetGraphicsMode(canvas.dc()), GM_COMPATIBLE);
  EXPECT_EQ(GetCurrentObject(canvas.dc(), OBJ_PEN), pen);
  DeleteEnhMetaFile(metafile);
}

class MetafileFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("metafile" + std::to_string(getpid()));
    std::filesystem::create_directory(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::u16string name(const char* file) const { return (folder_ / file).u16string(); }

 private:
  std::filesystem::path folder_;
};

TEST_F(MetafileFiles, EnhancedOnesGoToDiskAndBack) {
  const std::u16string file = name("a.emf"), copy = name("b.emf");
  const HDC dc = CreateEnhMetaFileW(nullptr, base::as_wchar(file), nullptr, nullptr);
  draw_shapes(dc);
  const HENHMETAFILE first = CloseEnhMetaFile(dc);
  const HENHMETAFILE second = GetEnhMetaFileW(base::as_wchar(file));
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(types_of(first), types_of(second));
  const HENHMETAFILE third = CopyEnhMetaFileW(second, base::as_wchar(copy));
  EXPECT_EQ(types_of(third), types_of(first));
  EXPECT_EQ(GetEnhMetaFileW(L"/no/such/file.emf"), nullptr);
  for (const HENHMETAFILE each : {first, second, third}) EXPECT_TRUE(DeleteEnhMetaFile(each));
  EXPECT_FALSE(DeleteEnhMetaFile(first));
}

TEST_F(MetafileFiles, WindowsOnesGoToDiskAndBack) {
  const std::u16string file = name("a.wmf");
  const HDC dc = CreateMetaFileW(base::as_wchar(file));
  draw_shapes(dc);
  const HMETAFILE first = CloseMetaFile(dc);
  const HMETAFILE second = GetMetaFileW(base::as_wchar(file));
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(GetMetaFileBitsEx(first, 0, nullptr), GetMetaFileBitsEx(second, 0, nullptr));
  DeleteMetaFile(first);
  DeleteMetaFile(second);
}

TEST(EnhancedMetafiles, BitsComeOutAndGoIn) {
  const HENHMETAFILE metafile = record_enhanced(draw_shapes);
  const UINT size = GetEnhMetaFileBits(metafile, 0, nullptr);
  std::vector<BYTE> bytes(size);
  EXPECT_EQ(GetEnhMetaFileBits(metafile, size - 1, bytes.data()), 0u);
  EXPECT_EQ(GetEnhMetaFileBits(metafile, size, bytes.data()), size);
  const HENHMETAFILE again = SetEnhMetaFileBits(size, bytes.data());
  EXPECT_EQ(types_of(again), types_of(metafile));
  EXPECT_EQ(SetEnhMetaFileBits(size - 4, bytes.data()), nullptr);
  bytes[0] = 7;
  EXPECT_EQ(SetEnhMetaFileBits(size, bytes.data()), nullptr);
  DeleteEnhMetaFile(again);
  DeleteEnhMetaFile(metafile);
}

TEST(Metafiles, HandlesAreOfTheirTypes) {
  const HDC enhanced = CreateEnhMetaFileW(nullptr, nullptr, nullptr, nullptr);
  const HDC windows = CreateMetaFileW(nullptr);
  EXPECT_EQ(GetObjectType(enhanced), static_cast<DWORD>(OBJ_ENHMETADC));
  EXPECT_EQ(GetObjectType(windows), static_cast<DWORD>(OBJ_METADC));
  EXPECT_EQ(CloseMetaFile(enhanced), nullptr);
  EXPECT_EQ(CloseEnhMetaFile(windows), nullptr);
  const HENHMETAFILE emf = CloseEnhMetaFile(enhanced);
  const HMETAFILE wmf = CloseMetaFile(windows);
  EXPECT_EQ(GetObjectType(emf), static_cast<DWORD>(OBJ_ENHMETAFILE));
  EXPECT_EQ(GetObjectType(wmf), static_cast<DWORD>(OBJ_METAFILE));
  EXPECT_EQ(CloseEnhMetaFile(enhanced), nullptr);
  EXPECT_FALSE(PlayEnhMetaFile(nullptr, emf, nullptr));
  EXPECT_FALSE(PlayMetaFile(nullptr, wmf));
  EXPECT_FALSE(DeleteMetaFile(reinterpret_cast<HMETAFILE>(emf)));
  DeleteEnhMetaFile(emf);
  DeleteMetaFile(wmf);
}

// A Windows metafile for MM_ANISOTROPIC has no size of its own: METAFILEPICT suggests one.
TEST(Conversions, WindowsMetafilesBecomeEnhanced) {
  const HMETAFILE windows = record_windows([](HDC dc) {
    SetWindowExtEx(dc, 100, 100, nullptr);
    Rectangle(dc, 0, 0, 50, 100);
    SelectObject(dc, GetStockObject(BLACK_BRUSH));
    Rectangle(dc, 50, 0, 100, 100);
  });
  std::vector<BYTE> bytes(GetMetaFileBitsEx(windows, 0, nullptr));
  GetMetaFileBitsEx(windows, static_cast<UINT>(bytes.size()), bytes.data());
  const METAFILEPICT picture{MM_ANISOTROPIC, 4000, 2000, nullptr};
  const HENHMETAFILE enhanced =
      SetWinMetaFileBits(static_cast<UINT>(bytes.size()), bytes.data(), nullptr, &picture);
  ASSERT_NE(enhanced, nullptr);
  ENHMETAHEADER header;
  GetEnhMetaFileHeader(enhanced, sizeof header, &header);
  EXPECT_EQ(header.rclFrame.right, 4000);
  const Canvas canvas;
  const RECT whole{0, 0, 200, 150};
  PlayEnhMetaFile(canvas.dc(), enhanced, &whole);
  EXPECT_EQ(GetPixel(canvas.dc(), 50, 75), RGB(255, 255, 255));
  EXPECT_EQ(GetPixel(canvas.dc(), 150, 75), RGB(0, 0, 0));
  DeleteEnhMetaFile(enhanced);
  DeleteMetaFile(windows);
}

TEST(Conversions, EnhancedMetafilesBecomeWindows) {
  const HENHMETAFILE enhanced = record_enhanced([](HDC dc) {
    draw_shapes(dc);
    draw_paths(dc);
  });
  const HDC screen = CreateCompatibleDC(nullptr);
  const UINT size = GetWinMetaFileBits(enhanced, 0, nullptr, MM_ANISOTROPIC, screen);
  ASSERT_GT(size, 100u);
  std::vector<BYTE> bytes(size);
  EXPECT_EQ(GetWinMetaFileBits(enhanced, size, bytes.data(), MM_ANISOTROPIC, screen), size);
  const HMETAFILE windows = SetMetaFileBitsEx(size, bytes.data());
  ASSERT_NE(windows, nullptr);
  ENHMETAHEADER header;
  GetEnhMetaFileHeader(enhanced, sizeof header, &header);
  const Canvas direct, played;
  draw_shapes(direct.dc());
  draw_paths(direct.dc());
  SetMapMode(played.dc(), MM_ANISOTROPIC);
  SetViewportOrgEx(played.dc(), header.rclBounds.left, header.rclBounds.top, nullptr);
  SetViewportExtEx(played.dc(), header.rclBounds.right - header.rclBounds.left,
                   header.rclBounds.bottom - header.rclBounds.top, nullptr);
  EXPECT_TRUE(PlayMetaFile(played.dc(), windows));
  EXPECT_LT(difference(direct, played), 200 * 150 / 20);
  DeleteMetaFile(windows);
  DeleteEnhMetaFile(enhanced);
  DeleteDC(screen);
}

// Bytes from outside: whatever they are, nothing is read beyond them and nothing is left over.
TEST(HostileMetafiles, AreRefusedOrPlayedWithoutHarm) {
  const Drawing everything = [](HDC dc) {
    draw_shapes(dc);
    draw_text_and_pixels(dc);
    draw_paths(dc);
    draw_clipped(dc);
  };
  const HENHMETAFILE enhanced = record_enhanced(everything);
  std::vector<BYTE> emf(GetEnhMetaFileBits(enhanced, 0, nullptr));
  GetEnhMetaFileBits(enhanced, static_cast<UINT>(emf.size()), emf.data());
  const HMETAFILE windows = record_windows(everything);
  std::vector<BYTE> wmf(GetMetaFileBitsEx(windows, 0, nullptr));
  GetMetaFileBitsEx(windows, static_cast<UINT>(wmf.size()), wmf.data());
  std::mt19937 random(1);
  const Canvas canvas;
  const RECT whole{0, 0, 200, 150};
  const auto spoiled = [&](std::vector<BYTE> bytes, std::size_t header) {
    for (int i = 0; i < 4; ++i) {
      const std::size_t at = header + random() % (bytes.size() - header);
      bytes[at] = static_cast<BYTE>(random() % 3 == 0 ? 0xFF : random());
    }
    return bytes;
  };
  for (int i = 0; i < 300; ++i) {
    const auto bytes = spoiled(emf, 100);
    if (const auto metafile = SetEnhMetaFileBits(static_cast<UINT>(bytes.size()), bytes.data())) {
      PlayEnhMetaFile(canvas.dc(), metafile, &whole);
      DeleteEnhMetaFile(metafile);
    }
    const auto words = spoiled(wmf, 18);
    if (const auto metafile = SetMetaFileBitsEx(static_cast<UINT>(words.size()), words.data())) {
      SaveDC(canvas.dc());
      PlayMetaFile(canvas.dc(), metafile);
      RestoreDC(canvas.dc(), -1);
      DeleteMetaFile(metafile);
    }
  }
  DeleteEnhMetaFile(enhanced);
  DeleteMetaFile(windows);
}

// biClrUsed counts colours behind the header even of bitmaps that need none: more than the record
// has room for is a lie, and the bits are not looked for beyond the metafile's end.
TEST(HostileMetafiles, ColorsBeyondTheRecordAreRefused) {
  const Drawing picture = [](HDC dc) {
    BITMAPINFO info{};
    info.bmiHeader = {sizeof info.bmiHeader, 3, 2, 1, 32, BI_RGB, 0, 0, 0, 0, 0};
    const std::uint32_t black[6] = {};
    StretchDIBits(dc, 0, 0, 200, 150, 0, 0, 3, 2, black, &info, DIB_RGB_COLORS, SRCCOPY);
  };
  const auto lie = [](std::vector<BYTE>& bytes) {
    const BITMAPINFOHEADER sought{sizeof sought, 3, 2, 1, 32, BI_RGB, 0, 0, 0, 0, 0};
    const auto* first = reinterpret_cast<const BYTE*>(&sought);
    const auto at = std::search(bytes.begin(), bytes.end(), first,
                                first + offsetof(BITMAPINFOHEADER, biSizeImage));
    ASSERT_NE(at, bytes.end());
    const DWORD colors = 0x4000;
    std::memcpy(&*at + offsetof(BITMAPINFOHEADER, biClrUsed), &colors, sizeof colors);
  };
  const HENHMETAFILE enhanced = record_enhanced(picture);
  std::vector<BYTE> emf(GetEnhMetaFileBits(enhanced, 0, nullptr));
  GetEnhMetaFileBits(enhanced, static_cast<UINT>(emf.size()), emf.data());
  const HMETAFILE windows = record_windows(picture);
  std::vector<BYTE> wmf(GetMetaFileBitsEx(windows, 0, nullptr));
  GetMetaFileBitsEx(windows, static_cast<UINT>(wmf.size()), wmf.data());
  lie(emf);
  lie(wmf);
  const HENHMETAFILE false_enhanced = SetEnhMetaFileBits(static_cast<UINT>(emf.size()), emf.data());
  const HMETAFILE false_windows = SetMetaFileBitsEx(static_cast<UINT>(wmf.size()), wmf.data());
  const Canvas untouched, played;
  const RECT whole{0, 0, 200, 150};
  PlayEnhMetaFile(played.dc(), false_enhanced, &whole);
  PlayMetaFile(played.dc(), false_windows);
  EXPECT_EQ(difference(untouched, played), 0);
  PlayMetaFile(played.dc(), windows);
  EXPECT_GT(difference(untouched, played), 0);
  for (const HENHMETAFILE metafile : {enhanced, false_enhanced}) DeleteEnhMetaFile(metafile);
  for (const HMETAFILE metafile : {windows, false_windows}) DeleteMetaFile(metafile);
}

}  // namespace
}  // namespace transom::gdi
