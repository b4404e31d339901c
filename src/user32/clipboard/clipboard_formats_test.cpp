// What the clipboard makes of what is on it.
#include "user32/clipboard/clipboard_test_support.h"

namespace transom::user {
namespace {

using testing::ElementsAre;

using ClipboardFormats = Clipboards;

template <class Plain>
std::string bytes_of(const Plain& plain) {
  return std::string(reinterpret_cast<const char*>(&plain), sizeof plain);
}

// https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#synthesized-clipboard-formats
TEST_F(ClipboardFormats, TextIsThereInAllItsForms) {
  put(first_window, CF_TEXT, memory_of("Gr\xFC\xDF"));
  EXPECT_THAT(formats(), ElementsAre(CF_TEXT, CF_LOCALE, CF_OEMTEXT, CF_UNICODETEXT));
  EXPECT_EQ(CountClipboardFormats(), 4);
  EXPECT_EQ(get(CF_TEXT), std::string("Gr\xFC\xDF\0", 5));
  EXPECT_EQ(get(CF_OEMTEXT), std::string("Gr\x81\xE1\0", 5));
  EXPECT_EQ(get(CF_UNICODETEXT), std::string("G\0r\0\xFC\0\xDF\0\0\0", 10));
  EXPECT_TRUE(IsClipboardFormatAvailable(CF_UNICODETEXT));
  EXPECT_FALSE(IsClipboardFormatAvailable(CF_BITMAP));
  UINT wanted[] = {CF_BITMAP, CF_UNICODETEXT, CF_TEXT};
  EXPECT_EQ(GetPriorityClipboardFormat(wanted, 3), CF_UNICODETEXT);
  EXPECT_EQ(GetPriorityClipboardFormat(wanted, 1), -1);
  UINT found[8], count = 0;
  EXPECT_TRUE(GetUpdatedClipboardFormats(found, 8, &count));
  EXPECT_EQ(count, 4u);
  EXPECT_FALSE(GetUpdatedClipboardFormats(found, 2, &count));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INSUFFICIENT_BUFFER));
}

TEST_F(ClipboardFormats, PicturesAreThereInAllTheirForms) {
  const DWORD pixels[] = {0x112233, 0x445566, 0x778899, 0xAABBCC};
  put(first_window, CF_BITMAP, CreateBitmap(2, 2, 1, 32, pixels));
  EXPECT_THAT(formats(), ElementsAre(CF_BITMAP, CF_DIB, CF_DIBV5));
  const std::string dib = get(CF_DIB);
  ASSERT_EQ(dib.size(), sizeof(BITMAPINFOHEADER) + 16);
  DWORD lowest = 0;
  std::memcpy(&lowest, dib.data() + sizeof(BITMAPINFOHEADER), sizeof lowest);
  EXPECT_EQ(lowest & 0xFFFFFF, 0x778899u);
  put(first_window, CF_DIB, [&] {
    const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, dib.size());
    std::memcpy(GlobalLock(memory), dib.data(), dib.size());
    GlobalUnlock(memory);
    return memory;
  }());
  OpenClipboard(nullptr);
  const HANDLE bitmap = GetClipboardData(CF_BITMAP);
  BITMAP info{};
  EXPECT_NE(GetObjectW(bitmap, sizeof info, &info), 0);
  EXPECT_EQ(info.bmWidth, 2);
  CloseClipboard();
}

TEST_F(ClipboardFormats, DataThatMakesNoSenseIsRefused) {
  OpenClipboard(first_window);
  EmptyClipboard();
  EXPECT_EQ(SetClipboardData(CF_TEXT, reinterpret_cast<HANDLE>(0x1234)), nullptr);
  EXPECT_EQ(SetClipboardData(CF_BITMAP, memory_of("x")), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_HANDLE));
  EXPECT_NE(SetClipboardData(CF_DIB, memory_of("no header")), nullptr);
  CloseClipboard();
  OpenClipboard(nullptr);
  EXPECT_EQ(GetClipboardData(CF_BITMAP), nullptr);
  EXPECT_EQ(GetClipboardData(CF_DIBV5), nullptr);
  CloseClipboard();
}

// "If an application uses CF_LOCALE, the system uses its code page to convert CF_TEXT".
// https://learn.microsoft.com/windows/win32/dataxchg/standard-clipboard-formats
TEST_F(ClipboardFormats, TheLocaleSaysWhichCodePageTextIsIn) {
  OpenClipboard(first_window);
  EmptyClipboard();
  const LCID russian = MAKELCID(MAKELANGID(LANG_RUSSIAN, SUBLANG_DEFAULT), SORT_DEFAULT);
  SetClipboardData(CF_LOCALE, memory_of(bytes_of(russian)));
  SetClipboardData(CF_TEXT, memory_of("\xCF\xEE"));
  CloseClipboard();
  EXPECT_EQ(get(CF_UNICODETEXT), bytes_of(u"\x041F\x043E"));
  EXPECT_EQ(get(CF_OEMTEXT), std::string("\x8F\xAE\0", 3)) << "code page 866";
}

TEST_F(ClipboardFormats, TextWithoutALocaleIsInTheLanguageOfTheKeyboard) {
  put(first_window, CF_UNICODETEXT, memory_of(std::string("x\0\0", 3)));
  const std::string locale = get(CF_LOCALE);
  ASSERT_EQ(locale.size(), sizeof(LCID));
  LCID id = 0;
  std::memcpy(&id, locale.data(), sizeof id);
  EXPECT_EQ(id, LOWORD(reinterpret_cast<UINT_PTR>(GetKeyboardLayout(0))));
}

TEST_F(ClipboardFormats, TextFromUnicodeLosesWhatACodePageDoesNotHave) {
  put(first_window, CF_UNICODETEXT, memory_of(bytes_of(u"a\x00E9\x4E00")));
  EXPECT_THAT(formats(), ElementsAre(CF_UNICODETEXT, CF_LOCALE, CF_TEXT, CF_OEMTEXT));
  EXPECT_EQ(get(CF_TEXT), std::string("a\xE9?\0", 4));
  EXPECT_EQ(get(CF_OEMTEXT), std::string("a\x82?\0", 4));
}

TEST_F(ClipboardFormats, TextFromOem) {
  put(first_window, CF_OEMTEXT, memory_of("\x81"));
  EXPECT_THAT(formats(), ElementsAre(CF_OEMTEXT, CF_LOCALE, CF_TEXT, CF_UNICODETEXT));
  EXPECT_EQ(get(CF_TEXT), std::string("\xFC\0", 2));
  EXPECT_EQ(get(CF_UNICODETEXT), bytes_of(u"\xFC"));
}

// A block without a terminator ends where the block does.
TEST_F(ClipboardFormats, UnterminatedTextIsNotReadBeyondItsEnd) {
  const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, 3);
  std::memcpy(GlobalLock(memory), "abc", 3);
  GlobalUnlock(memory);
  put(first_window, CF_TEXT, memory);
  EXPECT_EQ(get(CF_UNICODETEXT), bytes_of(u"abc"));
  // Half a character at the end.
  const HGLOBAL odd = GlobalAlloc(GMEM_MOVEABLE, 3);
  std::memcpy(GlobalLock(odd), "a\0b", 3);
  GlobalUnlock(odd);
  put(first_window, CF_UNICODETEXT, odd);
  EXPECT_EQ(get(CF_TEXT), std::string("a\0", 2));
  put(first_window, CF_TEXT, GlobalAlloc(GMEM_MOVEABLE, 0));
  OpenClipboard(nullptr);
  GetClipboardData(CF_UNICODETEXT);
  CloseClipboard();
}

// https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-bitmapv5header
TEST_F(ClipboardFormats, ADibOfVersion5IsABitmapToo) {
  BITMAPV5HEADER header{};
  header.bV5Size = sizeof header;
  header.bV5Width = 1;
  header.bV5Height = 1;
  header.bV5Planes = 1;
  header.bV5BitCount = 32;
  header.bV5Compression = BI_RGB;
  header.bV5SizeImage = 4;
  const std::string pixel("\x33\x22\x11\x00", 4);
  put(first_window, CF_DIBV5, memory_of(bytes_of(header) + pixel));
  EXPECT_THAT(formats(), ElementsAre(CF_DIBV5, CF_BITMAP, CF_DIB));
  const std::string dib = get(CF_DIB);
  ASSERT_EQ(dib.size(), sizeof(BITMAPINFOHEADER) + 4);
  EXPECT_EQ(dib.substr(sizeof(BITMAPINFOHEADER), 3), pixel.substr(0, 3));
  OpenClipboard(nullptr);
  const HDC dc = CreateCompatibleDC(nullptr);
  const HGDIOBJ old = SelectObject(dc, GetClipboardData(CF_BITMAP));
  EXPECT_EQ(GetPixel(dc, 0, 0), RGB(0x11, 0x22, 0x33));
  SelectObject(dc, old);
  DeleteDC(dc);
  CloseClipboard();
}

// Headers that promise more than there is.
TEST_F(ClipboardFormats, BrokenPicturesAreNoPictures) {
  BITMAPINFOHEADER header{};
  header.biSize = sizeof header;
  header.biPlanes = 1;
  for (const int width : {0, 1, -1, 70'000, 0x7FFFFFFF}) {
    for (const WORD bits : {WORD{0}, WORD{1}, WORD{8}, WORD{24}, WORD{32}, WORD{77}}) {
      header.biWidth = width;
      header.biHeight = width;
      header.biBitCount = bits;
      for (const UINT format : {UINT{CF_DIB}, UINT{CF_DIBV5}}) {
        put(first_window, format, memory_of(bytes_of(header)));
        OpenClipboard(nullptr);
        EXPECT_EQ(GetClipboardData(CF_BITMAP), nullptr) << width << ' ' << bits;
        CloseClipboard();
      }
    }
  }
}

// https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#private-clipboard-formats
TEST_F(ClipboardFormats, PrivateOnesStayTheirOwners) {
  const HGLOBAL mine = memory_of("mine");
  put(first_window, CF_PRIVATEFIRST + 1, mine);
  put(second_window, CF_TEXT, memory_of("x"));
  EXPECT_EQ(GlobalSize(mine), 5u) << "not freed";
  EXPECT_EQ(GlobalFree(mine), nullptr);
}

TEST_F(ClipboardFormats, BadInputIsRefused) {
  UINT formats[2] = {CF_TEXT, CF_DIB}, count = 0;
  EXPECT_FALSE(GetUpdatedClipboardFormats(formats, 2, nullptr));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_NOACCESS));
  put(first_window, CF_TEXT, memory_of("x"));
  EXPECT_FALSE(GetUpdatedClipboardFormats(nullptr, 0, &count));
  EXPECT_EQ(GetPriorityClipboardFormat(nullptr, 5), -1);
  EXPECT_EQ(GetPriorityClipboardFormat(formats, -1), -1);
  EXPECT_EQ(EnumClipboardFormats(0), 0u);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_CLIPBOARD_NOT_OPEN));
  EXPECT_EQ(SetClipboardData(CF_TEXT, nullptr), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_CLIPBOARD_NOT_OPEN));
  OpenClipboard(nullptr);
  EXPECT_EQ(EnumClipboardFormats(0x1234), 0u);
  EXPECT_EQ(GetClipboardData(0x1234), nullptr);
  EXPECT_EQ(GetClipboardData(0), nullptr);
  EXPECT_EQ(SetClipboardData(0, nullptr), nullptr);
  EXPECT_FALSE(IsClipboardFormatAvailable(0));
  CloseClipboard();
  const HWND dead = reinterpret_cast<HWND>(0x1234);
  EXPECT_EQ(SetClipboardViewer(dead), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_WINDOW_HANDLE));
  EXPECT_FALSE(ChangeClipboardChain(dead, nullptr));
  EXPECT_FALSE(AddClipboardFormatListener(dead));
  EXPECT_FALSE(RemoveClipboardFormatListener(dead));
}

}  // namespace
}  // namespace transom::user
