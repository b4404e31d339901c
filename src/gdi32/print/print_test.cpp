// Documents that programs print: pages, sizes, text, aborting, and what survives misuse.
// https://learn.microsoft.com/windows/win32/printdocs/gdi-print-api
#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "base/win32.h"
#include "tests/support/coverage.h"
#include "tests/support/print_folder.h"

namespace {

using transom::tests::PrintFolder;

constexpr WCHAR kPrinter[] = L"Transom PDF";

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

// The tree's root and its children: "/Type /Pages" and "/Type /Page".
std::size_t pages_of(const std::string& pdf) {
  return count_of(pdf, "/Type /Page") - count_of(pdf, "/Type /Pages");
}

DEVMODEW mode_with(DWORD fields, short paper, short orientation, short quality) {
  DEVMODEW mode{};
  mode.dmSize = sizeof mode;
  mode.dmFields = fields;
  mode.dmPaperSize = paper;
  mode.dmOrientation = orientation;
  mode.dmPrintQuality = quality;
  return mode;
}

class Printing : public testing::Test {
 protected:
  Printing() : dc_(CreateDCW(L"WINSPOOL", kPrinter, nullptr, &kA4)) {}
  ~Printing() override { DeleteDC(dc_); }

  int start(LPCWSTR name, LPCWSTR output = nullptr) {
    DOCINFOW info{};
    info.cbSize = sizeof info;
    info.lpszDocName = name;
    info.lpszOutput = output;
    return StartDocW(dc_, &info);
  }
  void print_page(LPCWSTR text) {
    EXPECT_GT(StartPage(dc_), 0);
    TextOutW(dc_, 600, 600, text, lstrlenW(text));
    EXPECT_GT(EndPage(dc_), 0);
  }

  static inline const DEVMODEW kA4 = mode_with(DM_PAPERSIZE | DM_ORIENTATION | DM_PRINTQUALITY,
                                               DMPAPER_A4, DMORIENT_PORTRAIT, 600);
  PrintFolder folder_;
  HDC dc_;
};

TEST_F(Printing, EachPageIsAPageOfTheFile) {
  ASSERT_NE(dc_, nullptr);
  EXPECT_GT(start(L"Two: pages"), 0);
  print_page(L"first");
  print_page(L"second");
  EXPECT_GT(EndDoc(dc_), 0);
  // The name without what file names cannot have.
  const std::string pdf = folder_.bytes("Two- pages.pdf");
  EXPECT_EQ(pdf.substr(0, 5), "%PDF-");
  EXPECT_EQ(pages_of(pdf), 2u);
  EXPECT_NE(pdf.find("/MediaBox [ 0 0 595.27"), std::string::npos);
  EXPECT_EQ(folder_.file_count(), 1u);
}

TEST_F(Printing, SecondDocumentOfANameGetsAnother) {
  for (int i = 0; i < 2; ++i) {
    EXPECT_GT(start(L"again"), 0);
    print_page(L"text");
    EXPECT_GT(EndDoc(dc_), 0);
  }
  EXPECT_FALSE(folder_.bytes("again.pdf").empty());
  EXPECT_FALSE(folder_.bytes("again (2).pdf").empty());
}

TEST_F(Printing, OutputNamesTheFile) {
  const std::string path = folder_.file("chosen.pdf");
  const std::wstring wide(path.begin(), path.end());
  EXPECT_GT(start(L"elsewhere", wide.c_str()), 0);
  print_page(L"text");
  EXPECT_GT(EndDoc(dc_), 0);
  EXPECT_EQ(pages_of(folder_.bytes("chosen.pdf")), 1u);
  EXPECT_EQ(folder_.file_count(), 1u);
}

TEST_F(Printing, AFileThatCannotBeMadeFailsTheDocument) {
  EXPECT_LE(start(L"nowhere", L"/nonexistent/folder/file.pdf"), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_PATH_NOT_FOUND));
}

TEST_F(Printing, TextCanBeSearched) {
  if (std::system("command -v pdftotext >/dev/null") != 0) GTEST_SKIP() << "no pdftotext";
  start(L"text");
  StartPage(dc_);
  const HFONT font = CreateFontW(-100, 0, 300, 0, FW_NORMAL, 0, 1, 0, 0, 0, 0, 0, 0, L"Arial");
  const HGDIOBJ old = SelectObject(dc_, font);
  TextOutW(dc_, 400, 2000, L"turned", 6);
  SelectObject(dc_, old);
  DeleteObject(font);
  RECT box{300, 300, 4000, 1000};
  DrawTextW(dc_, L"The quick brown fox\nÄhnlich wäre schön", -1, &box, DT_LEFT);
  EndPage(dc_);
  EndDoc(dc_);
  const std::string command = "pdftotext -layout '" + folder_.file("text.pdf").string() + "' -";
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 256> buffer;
  while (fgets(buffer.data(), buffer.size(), pipe) != nullptr) text += buffer.data();
  pclose(pipe);
  EXPECT_NE(text.find("The quick brown fox"), std::string::npos) << text;
  EXPECT_NE(text.find("Ähnlich wäre schön"), std::string::npos) << text;
}

TEST_F(Printing, DevicesAnswerForTheirPaper) {
  EXPECT_EQ(GetDeviceCaps(dc_, TECHNOLOGY), DT_RASPRINTER);
  EXPECT_EQ(GetDeviceCaps(dc_, LOGPIXELSX), 600);
  EXPECT_EQ(GetDeviceCaps(dc_, HORZRES), 4961);
  EXPECT_EQ(GetDeviceCaps(dc_, VERTRES), 7016);
  EXPECT_EQ(GetDeviceCaps(dc_, PHYSICALWIDTH), 4961);
  EXPECT_EQ(GetDeviceCaps(dc_, HORZSIZE), 210);
  EXPECT_EQ(GetDeviceCaps(dc_, VERTSIZE), 297);
  RECT clip;
  EXPECT_EQ(GetClipBox(dc_, &clip), SIMPLEREGION);
  EXPECT_EQ(clip.right, 4961);
  EXPECT_EQ(clip.bottom, 7016);
  // A millimetre is one on paper.
  SetMapMode(dc_, MM_LOMETRIC);
  POINT point{2100, -2970};
  LPtoDP(dc_, &point, 1);
  EXPECT_NEAR(point.x, 4961, 2);
  EXPECT_NEAR(point.y, 7016, 2);
}

TEST_F(Printing, SettingsChangeBetweenPages) {
  start(L"turned");
  print_page(L"upright");
  const DEVMODEW turned = mode_with(DM_PAPERSIZE | DM_ORIENTATION | DM_PRINTQUALITY, DMPAPER_LETTER,
                                    DMORIENT_LANDSCAPE, 300);
  EXPECT_EQ(ResetDCW(dc_, &turned), dc_);
  EXPECT_EQ(GetDeviceCaps(dc_, HORZRES), 3300);
  EXPECT_EQ(GetDeviceCaps(dc_, VERTRES), 2550);
  print_page(L"across");
  EndDoc(dc_);
  const std::string pdf = folder_.bytes("turned.pdf");
  EXPECT_NE(pdf.find("/MediaBox [ 0 0 595.27"), std::string::npos);
  EXPECT_NE(pdf.find("/MediaBox [ 0 0 792 612"), std::string::npos) << pdf;
}

// Documented: while a page is open, ResetDC fails.
TEST_F(Printing, SettingsStayWhileAPageIsOpen) {
  start(L"open");
  StartPage(dc_);
  EXPECT_EQ(ResetDCW(dc_, &kA4), nullptr);
  EndPage(dc_);
  EXPECT_EQ(ResetDCW(dc_, &kA4), dc_);
  EndDoc(dc_);
}

int abort_calls;
BOOL CALLBACK count_and_go_on(HDC, int error) {
  EXPECT_EQ(error, 0);
  ++abort_calls;
  return TRUE;
}
BOOL CALLBACK cancel(HDC, int) {
  return FALSE;
}
BOOL CALLBACK delete_the_context(HDC dc, int) {
  DeleteDC(dc);
  return TRUE;
}

TEST_F(Printing, AbortProcedureIsCalledForEachPage) {
  abort_calls = 0;
  EXPECT_GT(SetAbortProc(dc_, count_and_go_on), 0);
  start(L"asked");
  print_page(L"one");
  print_page(L"two");
  EXPECT_GT(EndDoc(dc_), 0);
  EXPECT_GE(abort_calls, 2);
}

TEST_F(Printing, AbortProcedureCancelsTheJob) {
  SetAbortProc(dc_, cancel);
  start(L"cancelled");
  StartPage(dc_);
  EXPECT_EQ(EndPage(dc_), SP_ERROR);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_PRINT_CANCELLED));
  EXPECT_LE(EndDoc(dc_), 0);
  EXPECT_EQ(folder_.file_count(), 0u);
}

TEST_F(Printing, AbortProcedureMayDeleteTheContext) {
  SetAbortProc(dc_, delete_the_context);
  start(L"gone");
  StartPage(dc_);
  EXPECT_EQ(EndPage(dc_), SP_ERROR);
  EXPECT_LE(EndDoc(dc_), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_HANDLE));
  EXPECT_EQ(folder_.file_count(), 0u);
}

TEST_F(Printing, AbortedDocumentsLeaveNothing) {
  start(L"aborted");
  print_page(L"text");
  EXPECT_GT(AbortDoc(dc_), 0);
  EXPECT_EQ(folder_.file_count(), 0u);
  EXPECT_LE(AbortDoc(dc_), 0);
}

// "Sent from Print Manager whenever a job is added to or removed from the Print Manager queue":
// wParam is PR_JOBSTATUS, the low word of lParam the number of jobs remaining.
// https://learn.microsoft.com/windows/win32/printdocs/wm-spoolerstatus
TEST_F(Printing, WindowsHearOfTheQueue) {
  TRANSOM_CHECKS(WM_SPOOLERSTATUS);
  const HWND window = CreateWindowExW(0, L"STATIC", L"", WS_OVERLAPPED, 0, 0, 10, 10, nullptr,
                                      nullptr, nullptr, nullptr);
  ASSERT_NE(window, nullptr);
  MSG message;
  const auto next = [&] {
    return PeekMessageW(&message, window, WM_SPOOLERSTATUS, WM_SPOOLERSTATUS, PM_REMOVE);
  };
  start(L"heard of");
  ASSERT_TRUE(next());
  EXPECT_EQ(message.wParam, static_cast<WPARAM>(PR_JOBSTATUS));
  EXPECT_EQ(LOWORD(message.lParam), 1);
  print_page(L"text");
  EXPECT_FALSE(next());
  EndDoc(dc_);
  ASSERT_TRUE(next());
  EXPECT_EQ(message.wParam, static_cast<WPARAM>(PR_JOBSTATUS));
  EXPECT_EQ(LOWORD(message.lParam), 0);
  DestroyWindow(window);
}

TEST_F(Printing, EscapesPrintAsTheyDidInWindows3) {
  const int wanted = NEWFRAME, unknown = 0x7777;
  const auto ask = [&](const int& function) {
    return Escape(dc_, QUERYESCSUPPORT, sizeof function, reinterpret_cast<LPCSTR>(&function),
                  nullptr);
  };
  EXPECT_GT(ask(wanted), 0);
  EXPECT_EQ(ask(unknown), 0);
  abort_calls = 0;
  EXPECT_GT(Escape(dc_, SETABORTPROC, 0, reinterpret_cast<LPCSTR>(&count_and_go_on), nullptr), 0);
  EXPECT_GT(Escape(dc_, STARTDOC, 3, "old", nullptr), 0);
  TextOutW(dc_, 100, 100, L"page", 4);
  EXPECT_GT(Escape(dc_, NEWFRAME, 0, nullptr, nullptr), 0);
  TextOutW(dc_, 100, 100, L"page", 4);
  EXPECT_GT(Escape(dc_, NEWFRAME, 0, nullptr, nullptr), 0);
  EXPECT_GT(Escape(dc_, ENDDOC, 0, nullptr, nullptr), 0);
  EXPECT_EQ(abort_calls, 2);
  EXPECT_EQ(pages_of(folder_.bytes("old.pdf")), 2u);
  POINT size{};
  EXPECT_GT(
      ExtEscape(dc_, GETPHYSPAGESIZE, 0, nullptr, sizeof size, reinterpret_cast<LPSTR>(&size)), 0);
  EXPECT_EQ(size.x, 4961);
  EXPECT_LT(ExtEscape(dc_, GETPHYSPAGESIZE, 0, nullptr, 2, reinterpret_cast<LPSTR>(&size)), 0);
}

void draw_everything(HDC dc) {
  const HPEN pen = CreatePen(PS_DASH, 1, RGB(200, 0, 0));
  const HBRUSH hatch = CreateHatchBrush(HS_CROSS, RGB(0, 0, 200));
  const HGDIOBJ old_pen = SelectObject(dc, pen), old_brush = SelectObject(dc, hatch);
  RoundRect(dc, 100, 100, 900, 700, 100, 100);
  Ellipse(dc, 1000, 100, 1800, 700);
  SetROP2(dc, R2_NOT);
  Rectangle(dc, 50, 50, 500, 500);
  SetROP2(dc, R2_COPYPEN);
  BeginPath(dc);
  Arc(dc, 0, 0, 500, 500, 500, 250, 0, 250);
  EndPath(dc);
  StrokePath(dc);
  SelectObject(dc, old_pen);
  SelectObject(dc, old_brush);
  const HRGN region = CreateEllipticRgn(100, 800, 900, 1600);
  FillRgn(dc, region, hatch);
  FrameRgn(dc, region, static_cast<HBRUSH>(GetStockObject(BLACK_BRUSH)), 10, 20);
  InvertRgn(dc, region);
  SelectClipRgn(dc, region);
  TRIVERTEX corners[] = {{0, 0, 0xFF00, 0, 0, 0}, {1000, 2000, 0, 0, 0xFF00, 0}};
  GRADIENT_RECT rectangle{0, 1};
  GdiGradientFill(dc, corners, 2, &rectangle, 1, GRADIENT_FILL_RECT_V);
  SelectClipRgn(dc, nullptr);
  DeleteObject(region);
  DeleteObject(pen);
  DeleteObject(hatch);
}

void draw_pictures(HDC dc) {
  const HDC memory = CreateCompatibleDC(dc);
  const HBITMAP bitmap = CreateCompatibleBitmap(dc, 4, 4);
  const HGDIOBJ old = SelectObject(memory, bitmap);
  PatBlt(memory, 0, 0, 4, 4, WHITENESS);
  SetPixel(memory, 1, 1, RGB(255, 0, 0));
  EXPECT_TRUE(BitBlt(dc, 10, 10, 4, 4, memory, 0, 0, SRCCOPY));
  EXPECT_TRUE(StretchBlt(dc, 2000, 800, -600, 600, memory, 0, 0, 4, 4, SRCAND));
  EXPECT_TRUE(GdiTransparentBlt(dc, 2100, 800, 600, 600, memory, 0, 0, 4, 4, RGB(255, 255, 255)));
  EXPECT_TRUE(GdiAlphaBlend(dc, 2800, 800, 600, 600, memory, 0, 0, 4, 4, {0, 0, 128, 0}));
  BITMAPINFO info{};
  info.bmiHeader = {sizeof info.bmiHeader, 2, 2, 1, 24, BI_RGB, 0, 0, 0, 0, 0};
  const BYTE bits[16] = {255, 0, 0, 0, 255, 0, 0, 0, 0, 0, 255, 90, 90, 90, 0, 0};
  StretchDIBits(dc, 100, 2000, 600, 600, 0, 0, 2, 2, bits, &info, DIB_RGB_COLORS, SRCCOPY);
  SetDIBitsToDevice(dc, 800, 2000, 2, 2, 0, 0, 0, 2, bits, &info, DIB_RGB_COLORS);
  StretchBlt(dc, 0, 0, INT_MAX, INT_MAX, memory, -5, -5, INT_MAX, 9, SRCCOPY);
  SelectObject(memory, old);
  DeleteObject(bitmap);
  DeleteDC(memory);
}

TEST_F(Printing, DrawsWhateverAScreenDraws) {
  EXPECT_GT(start(L"drawn"), 0);
  StartPage(dc_);
  draw_everything(dc_);
  draw_pictures(dc_);
  EXPECT_GT(EndPage(dc_), 0);
  EXPECT_GT(EndDoc(dc_), 0);
  EXPECT_EQ(pages_of(folder_.bytes("drawn.pdf")), 1u);
}

TEST_F(Printing, PlaysMetafiles) {
  const HDC recorder = CreateEnhMetaFileW(dc_, nullptr, nullptr, nullptr);
  EXPECT_EQ(GetDeviceCaps(recorder, LOGPIXELSX), 600);
  draw_everything(recorder);
  const HENHMETAFILE metafile = CloseEnhMetaFile(recorder);
  start(L"played");
  StartPage(dc_);
  const RECT box{500, 500, 4000, 4000};
  EXPECT_TRUE(PlayEnhMetaFile(dc_, metafile, &box));
  EndPage(dc_);
  EXPECT_GT(EndDoc(dc_), 0);
  DeleteEnhMetaFile(metafile);
  EXPECT_GT(folder_.bytes("played.pdf").size(), 1000u);
}

TEST_F(Printing, MisuseFails) {
  EXPECT_LE(StartPage(dc_), 0);
  EXPECT_LE(EndPage(dc_), 0);
  EXPECT_LE(EndDoc(dc_), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_HANDLE));
  EXPECT_LE(StartDocW(dc_, nullptr), 0);
  draw_everything(dc_);  // nowhere
  DOCINFOW info{};
  const HDC memory = CreateCompatibleDC(dc_);
  EXPECT_LE(StartDocW(memory, &info), 0);
  EXPECT_EQ(ResetDCW(memory, nullptr), nullptr);
  EXPECT_LE(SetAbortProc(nullptr, cancel), 0);
  DeleteDC(memory);
  start(L"one");
  EXPECT_LE(start(L"another"), 0);
  EXPECT_LE(EndPage(dc_), 0);
  // The context takes the document with it.
  DeleteDC(std::exchange(dc_, nullptr));
  EXPECT_EQ(folder_.file_count(), 0u);
}

TEST(Printers, UnknownNamesMakeNoContext) {
  const PrintFolder folder;
  EXPECT_EQ(CreateDCW(nullptr, L"no such printer", nullptr, nullptr), nullptr);
  EXPECT_EQ(CreateDCA("WINSPOOL", nullptr, nullptr, nullptr), nullptr);
  EXPECT_EQ(CreateDCW(nullptr, nullptr, nullptr, nullptr), nullptr);
  const HDC information = CreateICA("winspool", "transom pdf", nullptr, nullptr);
  EXPECT_NE(information, nullptr);
  DeleteDC(information);
}

}  // namespace
