// Print, Print Setup, the Print property sheet's General page and Page Setup, driven by keyboard
// and mouse. The printer "Transom PDF" is always there.
// https://learn.microsoft.com/windows/win32/dlgbox/print-dialog-box
#include <gmock/gmock.h>

#include "comdlg32/common_dialog_test_support.h"
#include "comdlg32/page_ranges.h"
#include "winspool/printer.h"

namespace transom::comdlg {
namespace {

// What a DEVNAMES in memory says.
std::u16string device_in(HGLOBAL memory) {
  const auto* names = static_cast<const DEVNAMES*>(GlobalLock(memory));
  std::u16string name =
      base::as_char16(reinterpret_cast<const WCHAR*>(names) + names->wDeviceOffset);
  GlobalUnlock(memory);
  return name;
}
std::u16string output_in(HGLOBAL memory) {
  const auto* names = static_cast<const DEVNAMES*>(GlobalLock(memory));
  std::u16string name =
      base::as_char16(reinterpret_cast<const WCHAR*>(names) + names->wOutputOffset);
  GlobalUnlock(memory);
  return name;
}
DEVMODEW mode_in(HGLOBAL memory) {
  const DEVMODEW mode = *static_cast<const DEVMODEW*>(GlobalLock(memory));
  GlobalUnlock(memory);
  return mode;
}

class PrintDialogs : public CommonDialogTest {
 protected:
  void SetUp() override {
    setenv("TRANSOM_PRINTER", "Transom PDF", 1);
    CommonDialogTest::SetUp();
    client.lStructSize = sizeof client;
    client.hwndOwner = window;
    client.nMinPage = 1;
    client.nMaxPage = 20;
    client.nFromPage = 1;
    client.nToPage = 20;
    client.nCopies = 1;
  }
  void TearDown() override {
    GlobalFree(client.hDevMode);
    GlobalFree(client.hDevNames);
    if (client.hDC != nullptr) DeleteDC(client.hDC);
    unsetenv("TRANSOM_PRINTER");
    CommonDialogTest::TearDown();
  }
  bool run() { return PrintDlgW(&client); }

  PRINTDLGW client{};
};

TEST_F(PrintDialogs, ReturnTheDefaultPrinterWithoutAsking) {
  client.Flags = PD_RETURNDEFAULT | PD_RETURNDC;
  ASSERT_TRUE(run());
  EXPECT_EQ(device_in(client.hDevNames), winspool::kPdfPrinter);
  EXPECT_EQ(std::u16string(base::as_char16(mode_in(client.hDevMode).dmDeviceName)),
            winspool::kPdfPrinter);
  EXPECT_EQ(GetDeviceCaps(client.hDC, TECHNOLOGY), DT_RASPRINTER);
  // "Both hDevNames and hDevMode must be NULL".
  EXPECT_FALSE(run());
  EXPECT_EQ(CommDlgExtendedError(), DWORD{PDERR_RETDEFFAILURE});
}

TEST_F(PrintDialogs, ReturnPagesAndCopies) {
  then([] {
    EXPECT_EQ(item_text(cmb4), winspool::kPdfPrinter);
    EXPECT_EQ(SendMessageW(item(rad1), BM_GETCHECK, 0, 0), BST_CHECKED);
  });
  then_press('G', VK_MENU);
  then([] { EXPECT_EQ(GetFocus(), item(edt1)); });
  then_type(u"3");
  then_press(VK_TAB);
  then_type(u"7");
  then_press('C', VK_MENU);
  then_type(u"2");
  then_press('O', VK_MENU);
  then_press(VK_RETURN);
  ASSERT_TRUE(run());
  EXPECT_EQ(client.Flags & (PD_PAGENUMS | PD_SELECTION | PD_COLLATE), PD_PAGENUMS | PD_COLLATE);
  EXPECT_EQ(client.nFromPage, 3);
  EXPECT_EQ(client.nToPage, 7);
  EXPECT_EQ(client.nCopies, 2);
  EXPECT_EQ(mode_in(client.hDevMode).dmCopies, 1);
}

// "the nCopies member always returns 1, and PD_COLLATE is never set".
TEST_F(PrintDialogs, LetTheDriverMakeTheCopies) {
  client.Flags = PD_USEDEVMODECOPIESANDCOLLATE | PD_PRINTTOFILE;
  const bool can = DeviceCapabilitiesW(base::as_wchar(winspool::kPdfPrinter), nullptr, DC_COPIES,
                                       nullptr, nullptr) > 1;
  then([=] {
    EXPECT_EQ(IsWindowEnabled(item(edt3)) != FALSE, can);
    SetDlgItemInt(dialog(), edt3, 3, FALSE);
    strike(VK_RETURN);
  });
  ASSERT_TRUE(run());
  EXPECT_EQ(client.nCopies, 1);
  EXPECT_EQ(mode_in(client.hDevMode).dmCopies, 3);
  EXPECT_EQ(output_in(client.hDevNames), u"FILE:");
}

TEST_F(PrintDialogs, RefusePagesThatThereAreNot) {
  client.Flags = PD_PAGENUMS | PD_NOSELECTION;
  then([] {
    EXPECT_FALSE(IsWindowEnabled(item(rad2)));
    EXPECT_EQ(item_text(edt2), u"20");
    SetFocus(item(edt2));
    SendMessageW(item(edt2), EM_SETSEL, 0, -1);
  });
  then_type(u"21");
  then_press(VK_RETURN);
  then([] {
    EXPECT_NE(item_text(0xFFFF).find(u"between 1 and 20"), std::u16string::npos);
    strike(VK_RETURN);
  });
  then_press(VK_ESCAPE);
  EXPECT_FALSE(run());
  EXPECT_EQ(CommDlgExtendedError(), 0u);
  EXPECT_EQ(client.hDevMode, nullptr);
}

TEST_F(PrintDialogs, PropertiesTurnThePaper) {
  then_press('R', VK_MENU);
  then_press('A', VK_MENU);
  then_press(VK_RETURN);
  then([] { click_at(item(IDOK), 5, 5); });
  ASSERT_TRUE(run());
  EXPECT_EQ(mode_in(client.hDevMode).dmOrientation, DMORIENT_LANDSCAPE);
  // And the next dialog begins with what was returned.
  client.Flags = PD_PRINTSETUP;
  then([] {
    EXPECT_EQ(text_of(dialog()), u"Print Setup");
    EXPECT_EQ(SendMessageW(item(rad2), BM_GETCHECK, 0, 0), BST_CHECKED);
    strike(VK_RETURN);
  });
  ASSERT_TRUE(run());
}

int initializations = 0;

UINT_PTR CALLBACK print_hook(HWND, UINT message, WPARAM, LPARAM lparam) {
  if (message != WM_INITDIALOG) return FALSE;
  EXPECT_EQ(reinterpret_cast<const PRINTDLGW*>(lparam)->lCustData, 77);
  ++initializations;
  return TRUE;
}

TEST_F(PrintDialogs, CallTheirHooks) {
  client.Flags = PD_ENABLEPRINTHOOK;
  client.lpfnPrintHook = print_hook;
  client.lCustData = 77;
  then_press(VK_ESCAPE);
  EXPECT_FALSE(run());
  EXPECT_EQ(initializations, 1);
}

TEST_F(PrintDialogs, FailAsDocumentedForBadStructures) {
  const auto error_of = [&](auto change) {
    PRINTDLGW bad = client;
    change(bad);
    EXPECT_FALSE(PrintDlgW(&bad));
    return CommDlgExtendedError();
  };
  EXPECT_FALSE(PrintDlgW(nullptr));
  EXPECT_EQ(CommDlgExtendedError(), DWORD{CDERR_INITIALIZATION});
  EXPECT_EQ(error_of([](auto& bad) { bad.lStructSize = 7; }), DWORD{CDERR_STRUCTSIZE});
  EXPECT_EQ(error_of([](auto& bad) { bad.Flags = PD_ENABLEPRINTHOOK; }), DWORD{CDERR_NOHOOK});
  DEVMODEW other{};
  other.dmSize = sizeof other;
  lstrcpyW(reinterpret_cast<LPWSTR>(other.dmDeviceName), L"Nobody's");
  const HGLOBAL mode = GlobalAlloc(GMEM_MOVEABLE, sizeof other);
  std::memcpy(GlobalLock(mode), &other, sizeof other);
  GlobalUnlock(mode);
  EXPECT_EQ(error_of([&](auto& bad) { bad.hDevMode = mode; }), DWORD{PDERR_PRINTERNOTFOUND});
  client.Flags = PD_RETURNDEFAULT;
  ASSERT_TRUE(run());
  EXPECT_EQ(error_of([&](auto& bad) {
              bad.Flags = 0;
              bad.hDevMode = mode;
            }),
            DWORD{PDERR_DNDMMISMATCH});
  GlobalFree(mode);
}

TEST_F(PrintDialogs, ReturnRangesOfPages) {
  PRINTPAGERANGE ranges[4]{};
  PRINTDLGEXW sheet{};
  sheet.lStructSize = sizeof sheet;
  EXPECT_EQ(PrintDlgExW(&sheet), E_HANDLE);
  sheet.hwndOwner = window;
  EXPECT_EQ(PrintDlgExW(&sheet), E_INVALIDARG);  // no room for ranges
  sheet.lpPageRanges = ranges;
  sheet.nMaxPageRanges = 4;
  sheet.nMinPage = 1;
  sheet.nMaxPage = 50;
  sheet.nCopies = 1;
  then_press('G', VK_MENU);
  then_press(VK_TAB);
  then_type(u"1,5-12");
  then_press('P', VK_MENU);
  EXPECT_EQ(PrintDlgExW(&sheet), S_OK);
  EXPECT_EQ(sheet.dwResultAction, DWORD{PD_RESULT_PRINT});
  EXPECT_EQ(sheet.nPageRanges, 2u);
  EXPECT_EQ(ranges[1].nFromPage, 5u);
  EXPECT_EQ(ranges[1].nToPage, 12u);
  EXPECT_NE(sheet.Flags & PD_PAGENUMS, 0u);
  EXPECT_EQ(device_in(sheet.hDevNames), winspool::kPdfPrinter);
  GlobalFree(sheet.hDevMode);
  GlobalFree(sheet.hDevNames);
}

TEST(PageRanges, AreNumbersAndSpans) {
  EXPECT_EQ(parse_page_ranges(u"1,5-12")->size(), 2u);
  EXPECT_EQ(parse_page_ranges(u" 3 ")->front().nToPage, 3u);
  EXPECT_FALSE(parse_page_ranges(u"5-2"));
  EXPECT_FALSE(parse_page_ranges(u"1,,2"));
  EXPECT_FALSE(parse_page_ranges(u""));
  const PRINTPAGERANGE ranges[] = {{1, 1}, {5, 12}};
  EXPECT_EQ(page_ranges_text(ranges, 2), u"1,5-12");
}

std::vector<UINT> painted;

UINT_PTR CALLBACK paint_hook(HWND, UINT message, WPARAM, LPARAM) {
  if (painted.size() < 7) painted.push_back(message);
  return FALSE;
}

class PageSetups : public PrintDialogs {
 protected:
  void SetUp() override {
    PrintDialogs::SetUp();
    setup.lStructSize = sizeof setup;
    setup.hwndOwner = window;
    setup.Flags = PSD_INTHOUSANDTHSOFINCHES;
  }
  void TearDown() override {
    GlobalFree(setup.hDevMode);
    GlobalFree(setup.hDevNames);
    PrintDialogs::TearDown();
  }
  bool ask() { return PageSetupDlgW(&setup); }

  PAGESETUPDLGW setup{};
};

// "If PSD_MARGINS is not set, the system sets the initial widths to one inch for all margins."
TEST_F(PageSetups, ReturnMarginsAndPaper) {
  then([] {
    EXPECT_EQ(item_text(edt4), u"1");
    EXPECT_EQ(text_of(item(grp4)), u"Margins (inches)");
  });
  then_press('L', VK_MENU);
  then_type(u"1.5");
  then_press('A', VK_MENU);
  then_press(VK_RETURN);
  ASSERT_TRUE(ask());
  EXPECT_EQ(setup.rtMargin.left, 1500);
  EXPECT_EQ(setup.rtMargin.top, 1000);
  EXPECT_GT(setup.ptPaperSize.x, setup.ptPaperSize.y);
  EXPECT_EQ(mode_in(setup.hDevMode).dmOrientation, DMORIENT_LANDSCAPE);
}

// Width, length and form name go with the paper's number, and the page with them.
TEST_F(PageSetups, ThePapersEdgesFollowItsNumber) {
  setup.Flags = PSD_INHUNDREDTHSOFMILLIMETERS;
  then_press('Z', VK_MENU);
  then_type(u"A5");
  then_press(VK_RETURN);
  ASSERT_TRUE(ask());
  const DEVMODEW mode = mode_in(setup.hDevMode);
  EXPECT_EQ(mode.dmPaperSize, DMPAPER_A5);
  EXPECT_EQ(mode.dmPaperWidth, 1480);
  EXPECT_EQ(mode.dmPaperLength, 2100);
  EXPECT_EQ(std::u16string_view(base::as_char16(mode.dmFormName)), u"A5");
  constexpr DWORD kFields = DM_PAPERSIZE | DM_PAPERWIDTH | DM_PAPERLENGTH | DM_FORMNAME;
  EXPECT_EQ(mode.dmFields & kFields, kFields);
  EXPECT_EQ(setup.ptPaperSize.x, 14800);
  EXPECT_EQ(setup.ptPaperSize.y, 21000);
  const HDC dc = CreateICW(L"WINSPOOL", L"Transom PDF", nullptr, &mode);
  EXPECT_EQ(GetDeviceCaps(dc, HORZSIZE), 148);
  EXPECT_EQ(GetDeviceCaps(dc, VERTSIZE), 210);
  DeleteDC(dc);
}

TEST_F(PageSetups, MeasureInMillimetersToo) {
  setup.Flags = PSD_INHUNDREDTHSOFMILLIMETERS | PSD_MARGINS | PSD_MINMARGINS;
  setup.rtMargin = {2000, 1500, 2000, 1500};
  setup.rtMinMargin = {1000, 1000, 1000, 1000};
  then([] { EXPECT_EQ(item_text(edt4), u"20"); });
  then_press('L', VK_MENU);
  then_type(u"5");
  then_press(VK_RETURN);
  then([] {
    EXPECT_NE(item_text(0xFFFF).find(u"smaller than 10"), std::u16string::npos);
    strike(VK_RETURN);
  });
  then([] { SendMessageW(item(edt4), EM_SETSEL, 0, -1); });
  then_type(u"12.5");
  then_press(VK_RETURN);
  ASSERT_TRUE(ask());
  EXPECT_EQ(setup.rtMargin.left, 1250);
}

// The messages of a drawing sequence come in this order.
TEST_F(PageSetups, LetTheHookPaintTheSample) {
  setup.Flags |= PSD_ENABLEPAGEPAINTHOOK | PSD_DISABLEMARGINS;
  setup.lpfnPagePaintHook = paint_hook;
  then([] {
    UpdateWindow(item(rct1));
    EXPECT_FALSE(IsWindowEnabled(item(edt4)));
    strike(VK_ESCAPE);
  });
  EXPECT_FALSE(ask());
  ASSERT_GE(painted.size(), 6u);
  painted.resize(6);
  EXPECT_THAT(painted,
              testing::ElementsAre(WM_PSD_PAGESETUPDLG, WM_PSD_FULLPAGERECT, WM_PSD_MINMARGINRECT,
                                   WM_PSD_MARGINRECT, WM_PSD_GREEKTEXTRECT, WM_PSD_YAFULLPAGERECT));
}

TEST_F(PageSetups, ReturnTheDefaultWithoutAsking) {
  setup.Flags |= PSD_RETURNDEFAULT;
  ASSERT_TRUE(ask());
  EXPECT_EQ(device_in(setup.hDevNames), winspool::kPdfPrinter);
  EXPECT_FALSE(ask());
  EXPECT_EQ(CommDlgExtendedError(), DWORD{PDERR_RETDEFFAILURE});
}

}  // namespace
}  // namespace transom::comdlg
