// Palettes on a display of 8 bits a pixel.
// https://learn.microsoft.com/windows/win32/gdi/color-palettes
#include <array>
#include <map>

#include "gdi32/system_palette.h"
#include "host/headless/headless_host.h"
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"
#include "user32/window/desktop.h"

namespace transom::user {
namespace {

class PaletteDisplay : public InputTest {
 protected:
  void SetUp() override {
    setenv("TRANSOM_HOST", "headless", 0);
    set_depth(8);
    gdi::set_system_palette_use(SYSPAL_STATIC);
    InputTest::SetUp();
    dc = GetDC(window);
  }

  void TearDown() override {
    ReleaseDC(window, dc);
    for (const HPALETTE palette : palettes_) DeleteObject(palette);
    InputTest::TearDown();
    gdi::set_system_palette_use(SYSPAL_STATIC);
    set_depth(32);
  }

  static void set_depth(int bits) {
    dynamic_cast<host::HeadlessHost&>(host::display()).set_bits_per_pixel(bits);
    refresh_monitors();
  }

  HPALETTE make(std::vector<PALETTEENTRY> entries) {
    std::vector<std::byte> bytes(sizeof(LOGPALETTE) + entries.size() * sizeof(PALETTEENTRY));
    auto* description = reinterpret_cast<LOGPALETTE*>(bytes.data());
    description->palVersion = 0x300;
    description->palNumEntries = static_cast<WORD>(entries.size());
    std::ranges::copy(entries, description->palPalEntry);
    palettes_.push_back(CreatePalette(description));
    return palettes_.back();
  }

  // Greys that the static colours do not have.
  HPALETTE make_greys(UINT count, BYTE first = 1, BYTE flags = 0) {
    std::vector<PALETTEENTRY> entries;
    for (UINT i = 0; i < count; ++i) {
      const auto level = static_cast<BYTE>(first + i);
      entries.push_back({level, level, level, flags});
    }
    return make(entries);
  }

  // How many places of the system palette have a colour.
  static int places_with(COLORREF color) {
    PALETTEENTRY entries[256];
    const HDC screen = GetDC(nullptr);
    GetSystemPaletteEntries(screen, 0, 256, entries);
    ReleaseDC(nullptr, screen);
    return static_cast<int>(std::ranges::count_if(entries, [&](const PALETTEENTRY& entry) {
      return RGB(entry.peRed, entry.peGreen, entry.peBlue) == color;
    }));
  }

  COLORREF draw(COLORREF color) { return SetPixel(dc, 5, 5, color); }

  HDC dc = nullptr;

 private:
  std::vector<HPALETTE> palettes_;
};

// "RC_PALETTE: specifies a palette-based device"; 20 of its 256 colours are reserved.
TEST_F(PaletteDisplay, CapabilitiesSaySo) {
  EXPECT_NE(GetDeviceCaps(dc, RASTERCAPS) & RC_PALETTE, 0);
  EXPECT_EQ(GetDeviceCaps(dc, BITSPIXEL), 8);
  EXPECT_EQ(GetDeviceCaps(dc, SIZEPALETTE), 256);
  EXPECT_EQ(GetDeviceCaps(dc, NUMRESERVED), 20);
  EXPECT_EQ(GetSystemPaletteUse(dc), static_cast<UINT>(SYSPAL_STATIC));
}

// "If the requested color is not in the palette, the system approximates the color by using the
// closest color in the palette."
TEST_F(PaletteDisplay, DefaultPaletteApproximates) {
  EXPECT_EQ(draw(RGB(250, 5, 3)), RGB(255, 0, 0));
  EXPECT_EQ(GetNearestColor(dc, RGB(130, 130, 130)), RGB(128, 128, 128));
  EXPECT_EQ(draw(RGB(192, 192, 192)), RGB(192, 192, 192));
}

// "If an application requests a solid brush color that is not in the palette, the system simulates
// the color by dithering"; a palette-relative colour is approximated instead.
TEST_F(PaletteDisplay, SolidBrushesDither) {
  const auto colors_of = [&](COLORREF color) {
    const HBRUSH brush = CreateSolidBrush(color);
    const RECT area{0, 0, 16, 16};
    FillRect(dc, &area, brush);
    DeleteObject(brush);
    std::map<COLORREF, int> found;
    for (int i = 0; i < 64; ++i) ++found[GetPixel(dc, i % 8, i / 8)];
    return found;
  };
  EXPECT_GT(colors_of(RGB(64, 64, 64)).size(), 1u);
  EXPECT_EQ(colors_of(PALETTERGB(64, 64, 64)).size(), 1u);
  EXPECT_EQ(colors_of(RGB(0, 0, 128)).size(), 1u);
}

// "If the system does not find an exact match, it copies the requested color to an unused system
// palette entry": then palette indexes and palette-relative colours are exact.
TEST_F(PaletteDisplay, RealizingTakesUnusedEntries) {
  const HPALETTE palette = make_greys(16);
  const auto old = SelectPalette(dc, palette, FALSE);
  EXPECT_EQ(old, GetStockObject(DEFAULT_PALETTE));
  EXPECT_NE(draw(PALETTEINDEX(3)), RGB(4, 4, 4));
  EXPECT_EQ(RealizePalette(dc), 16u);
  EXPECT_EQ(places_with(RGB(4, 4, 4)), 1);
  EXPECT_EQ(draw(PALETTEINDEX(3)), RGB(4, 4, 4));
  EXPECT_EQ(draw(PALETTERGB(9, 9, 10)), RGB(9, 9, 9));
  EXPECT_EQ(RealizePalette(dc), 0u);
  SelectPalette(dc, old, FALSE);
}

// "If all system palette entries are in use, the system maps the logical palette index to the entry
// whose color most closely matches."
TEST_F(PaletteDisplay, FullPaletteMapsToTheNearest) {
  SelectPalette(dc, make_greys(250, 1), FALSE);
  RealizePalette(dc);
  EXPECT_EQ(draw(PALETTEINDEX(200)), RGB(201, 201, 201));
  const COLORREF last = draw(PALETTEINDEX(249));
  EXPECT_NEAR(GetRValue(last), 250, 20);
}

// "PC_NOCOLLAPSE directs the system to immediately copy the requested color to an unused entry
// regardless of whether an entry already contains that color"; PC_EXPLICIT maps to a given entry.
TEST_F(PaletteDisplay, FlagsSayHowEntriesAreMapped) {
  SelectPalette(dc, make({{255, 0, 0, 0}, {255, 0, 0, PC_NOCOLLAPSE}, {255, 0, 0, PC_RESERVED}}),
                FALSE);
  RealizePalette(dc);
  EXPECT_EQ(places_with(RGB(255, 0, 0)), 3);
  SelectPalette(dc, make({{249, 0, 0, PC_EXPLICIT}}), FALSE);
  RealizePalette(dc);
  EXPECT_EQ(draw(PALETTEINDEX(0)), RGB(255, 0, 0));
}

// "Animates entries that have PC_RESERVED"; what is on the screen changes without being drawn.
TEST_F(PaletteDisplay, AnimationChangesWhatIsDrawn) {
  const HPALETTE palette = make({{1, 2, 3, PC_RESERVED}, {4, 5, 6, 0}});
  SelectPalette(dc, palette, FALSE);
  RealizePalette(dc);
  SetPixel(dc, 1, 1, PALETTEINDEX(0));
  SetPixel(dc, 2, 2, PALETTEINDEX(1));
  const PALETTEENTRY colors[2] = {{70, 80, 90, PC_RESERVED}, {11, 12, 13, 0}};
  EXPECT_TRUE(AnimatePalette(palette, 0, 2, colors));
  EXPECT_EQ(GetPixel(dc, 1, 1), RGB(70, 80, 90));
  EXPECT_EQ(GetPixel(dc, 2, 2), RGB(4, 5, 6));
  PALETTEENTRY entry;
  GetPaletteEntries(palette, 1, 1, &entry);
  EXPECT_EQ(entry.peRed, 4);
}

// "Background palettes can set only what remains open."
TEST_F(PaletteDisplay, BackgroundTakesWhatIsLeft) {
  SelectPalette(dc, make_greys(236, 5, PC_NOCOLLAPSE), FALSE);
  RealizePalette(dc);
  SelectPalette(dc, make({{200, 10, 20, 0}}), TRUE);
  RealizePalette(dc);
  EXPECT_EQ(places_with(RGB(200, 10, 20)), 0);
  SelectPalette(dc, make({{200, 10, 20, 0}}), FALSE);
  RealizePalette(dc);
  EXPECT_EQ(places_with(RGB(200, 10, 20)), 1);
}

// "SYSPAL_NOSTATIC: the system frees all but two of the reserved entries."
TEST_F(PaletteDisplay, StaticColorsCanBeFreed) {
  EXPECT_EQ(SetSystemPaletteUse(dc, SYSPAL_NOSTATIC), static_cast<UINT>(SYSPAL_STATIC));
  SelectPalette(dc, make_greys(254), FALSE);
  RealizePalette(dc);
  EXPECT_EQ(places_with(RGB(255, 0, 0)), 0);
  EXPECT_EQ(places_with(RGB(255, 255, 255)), 1);
  EXPECT_EQ(places_with(RGB(254, 254, 254)), 1);
  EXPECT_EQ(SetSystemPaletteUse(dc, SYSPAL_STATIC), static_cast<UINT>(SYSPAL_NOSTATIC));
  EXPECT_EQ(places_with(RGB(255, 0, 0)), 1);
}

// Bitmaps that are compatible with the display hold its pixels; a DIB with DIB_PAL_COLORS names
// entries of the logical palette.
TEST_F(PaletteDisplay, BitmapsHoldIndexes) {
  const HPALETTE palette = make({{10, 20, 30, PC_RESERVED}, {10, 20, 30, PC_RESERVED}});
  SelectPalette(dc, palette, FALSE);
  RealizePalette(dc);
  struct {
    BITMAPINFOHEADER header;
    WORD colors[256];
  } info{};
  info.header = {sizeof info.header, 2, 1, 1, 8, BI_RGB, 0, 0, 0, 2, 0};
  info.colors[1] = 1;
  const BYTE bits[4] = {0, 1};
  SetDIBitsToDevice(dc, 0, 0, 2, 1, 0, 0, 0, 1, bits, reinterpret_cast<BITMAPINFO*>(&info),
                    DIB_PAL_COLORS);
  const HDC memory = CreateCompatibleDC(dc);
  const HBITMAP bitmap = CreateCompatibleBitmap(dc, 2, 1);
  const HGDIOBJ old = SelectObject(memory, bitmap);
  BitBlt(memory, 0, 0, 2, 1, dc, 0, 0, SRCCOPY);
  const PALETTEENTRY color{90, 80, 70, PC_RESERVED};
  AnimatePalette(palette, 1, 1, &color);
  EXPECT_EQ(GetPixel(memory, 0, 0), RGB(10, 20, 30));
  EXPECT_EQ(GetPixel(memory, 1, 0), RGB(90, 80, 70));
  SelectObject(memory, old);
  DeleteObject(bitmap);
  DeleteDC(memory);
}

// "The system sends a WM_QUERYNEWPALETTE message to a top-level or overlapped window just before
// activating the window."
TEST_F(PaletteDisplay, ActivationAsksForAPalette) {
  TRANSOM_CHECKS(WM_QUERYNEWPALETTE);
  const HWND other = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {500, 100, 700, 300});
  log.clear();
  bool active_then = true;
  on_message = [&](const Received& received) {
    if (received.message != WM_QUERYNEWPALETTE) return;
    EXPECT_EQ(received.wparam, 0u);
    active_then = std::ranges::any_of(log, [&](const Received& each) {
      return each.window == window && each.message == WM_ACTIVATE;
    });
  };
  SetForegroundWindow(window);
  const auto* asked = first(WM_QUERYNEWPALETTE);
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(asked->window, window);
  EXPECT_FALSE(active_then);
  DestroyWindow(other);
}

// "Sent to all top-level and overlapped windows after the window with the keyboard focus has
// realized its logical palette, thereby changing the system palette", with that window's handle,
// "including the one that changed the system palette"; WM_PALETTEISCHANGING before the change.
TEST_F(PaletteDisplay, AllWindowsHearOfAChange) {
  TRANSOM_CHECKS(WM_PALETTECHANGED);
  TRANSOM_CHECKS(WM_PALETTEISCHANGING);
  const HWND other = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {500, 100, 700, 300});
  SetForegroundWindow(window);
  SelectPalette(dc, make({{33, 44, 55, 0}}), FALSE);
  log.clear();
  std::map<UINT, int> places_at;
  on_message = [&](const Received& received) {
    places_at[received.message] = places_with(RGB(33, 44, 55));
  };
  RealizePalette(dc);
  on_message = nullptr;
  EXPECT_EQ(places_at[WM_PALETTEISCHANGING], 0);
  EXPECT_EQ(places_at[WM_PALETTECHANGED], 1);
  EXPECT_EQ(numbers({WM_PALETTEISCHANGING, WM_PALETTECHANGED}),
            (std::vector<UINT>{WM_PALETTEISCHANGING, WM_PALETTEISCHANGING, WM_PALETTECHANGED,
                               WM_PALETTECHANGED}));
  for (const Received& received : log) {
    if (received.message == WM_PALETTECHANGED || received.message == WM_PALETTEISCHANGING) {
      EXPECT_EQ(received.wparam, reinterpret_cast<WPARAM>(window));
    }
  }
  log.clear();
  RealizePalette(dc);
  EXPECT_EQ(first(WM_PALETTECHANGED), nullptr);
  DestroyWindow(other);
}

// "If the window is the currently active window …, it can realize a foreground palette. Otherwise
// the palette is realized as a background palette."
TEST_F(PaletteDisplay, InactiveWindowsChangeNothing) {
  const HWND other = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {500, 100, 700, 300});
  SetForegroundWindow(other);
  log.clear();
  SelectPalette(dc, make({{61, 62, 63, 0}}), FALSE);
  RealizePalette(dc);
  EXPECT_EQ(first(WM_PALETTECHANGED), nullptr);
  DestroyWindow(other);
}

// "UpdateColors performs color translation based on the color of each pixel before the system
// palette changed."
TEST_F(PaletteDisplay, UpdateColorsKeepsWhatWasSeen) {
  SelectPalette(dc, make({{240, 10, 10, 0}, {10, 10, 240, 0}}), FALSE);
  RealizePalette(dc);
  SetPixel(dc, 1, 1, PALETTEINDEX(1));
  const HWND other = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {500, 100, 700, 300});
  SetForegroundWindow(other);
  const HDC other_dc = GetDC(other);
  SelectPalette(other_dc, make({{10, 240, 10, 0}, {11, 240, 10, 0}}), FALSE);
  RealizePalette(other_dc);
  EXPECT_EQ(GetPixel(dc, 1, 1), RGB(11, 240, 10));
  RealizePalette(dc);
  EXPECT_TRUE(UpdateColors(dc));
  EXPECT_EQ(GetPixel(dc, 1, 1), RGB(10, 10, 240));
  ReleaseDC(other, other_dc);
  DestroyWindow(other);
}

// What needs no palette display.
TEST(Palettes, EntriesCanBeReadAndChanged) {
  LOGPALETTE one{0x300, 1, {{1, 2, 3, 0}}};
  const HPALETTE palette = CreatePalette(&one);
  PALETTEENTRY entries[4]{};
  EXPECT_EQ(GetPaletteEntries(palette, 0, 0, nullptr), 1u);
  EXPECT_EQ(GetPaletteEntries(palette, 0, 4, entries), 1u);
  EXPECT_EQ(entries[0].peBlue, 3);
  EXPECT_TRUE(ResizePalette(palette, 3));
  EXPECT_EQ(GetPaletteEntries(palette, 1, 4, entries), 2u);
  EXPECT_EQ(entries[0].peBlue, 0);
  entries[0] = {200, 0, 0, 0};
  EXPECT_EQ(SetPaletteEntries(palette, 2, 5, entries), 1u);
  EXPECT_EQ(GetNearestPaletteIndex(palette, RGB(190, 3, 3)), 2u);
  EXPECT_EQ(SetPaletteEntries(palette, 3, 1, entries), 0u);
  EXPECT_TRUE(DeleteObject(palette));
  EXPECT_FALSE(ResizePalette(palette, 3));
  EXPECT_EQ(GetNearestPaletteIndex(palette, 0), static_cast<UINT>(CLR_INVALID));
}

TEST(Palettes, BadDescriptionsAreRefused) {
  LOGPALETTE other_version{0x200, 1, {{1, 2, 3, 0}}};
  LOGPALETTE empty{0x300, 0, {{1, 2, 3, 0}}};
  EXPECT_EQ(CreatePalette(&other_version), nullptr);
  EXPECT_EQ(CreatePalette(&empty), nullptr);
  EXPECT_EQ(CreatePalette(nullptr), nullptr);
  EXPECT_EQ(RealizePalette(nullptr), static_cast<UINT>(GDI_ERROR));
  EXPECT_EQ(SelectPalette(nullptr, nullptr, FALSE), nullptr);
}

TEST(Palettes, HalftonePaletteHasTheStaticColors) {
  const HPALETTE palette = CreateHalftonePalette(nullptr);
  PALETTEENTRY entries[256];
  EXPECT_EQ(GetPaletteEntries(palette, 0, 256, entries), 256u);
  EXPECT_EQ(entries[255].peRed, 255);
  EXPECT_EQ(GetNearestPaletteIndex(palette, RGB(128, 0, 0)), 1u);
  DeleteObject(palette);
}

// "The WM_SYSCOLORCHANGE message is sent to all top-level windows when a change is made to a system
// color setting."
class SystemColors : public InputTest {};

TEST_F(SystemColors, EveryTopLevelWindowHearsOfAChange) {
  TRANSOM_CHECKS(WM_SYSCOLORCHANGE);
  const HWND other = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {500, 100, 700, 300});
  const INT index = COLOR_WINDOW;
  const COLORREF before = GetSysColor(index), other_color = RGB(1, 2, 3);
  log.clear();
  EXPECT_TRUE(SetSysColors(1, &index, &other_color));
  std::vector<HWND> told;
  for (const Received& received : log) {
    if (received.message == WM_SYSCOLORCHANGE) told.push_back(received.window);
  }
  EXPECT_EQ(told.size(), 2u);
  EXPECT_EQ(GetSysColor(index), other_color);
  EXPECT_TRUE(GetUpdateRect(window, nullptr, FALSE));
  SetSysColors(1, &index, &before);
  DestroyWindow(other);
}

}  // namespace
}  // namespace transom::user
