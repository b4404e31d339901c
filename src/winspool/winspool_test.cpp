// Listing, asking and writing to printers.
// https://learn.microsoft.com/windows/win32/printdocs/printing-and-print-spooler-functions
#include <gtest/gtest.h>

#include <vector>

#include "base/text.h"
#include "base/win32.h"
#include "tests/support/print_folder.h"

namespace {

using transom::tests::PrintFolder;

std::u16string text(LPCWSTR wide) {
  return transom::base::as_char16(wide);
}

class Spooler : public testing::Test {
 protected:
  Spooler() {
    WCHAR name[] = L"transom pdf";  // names ignore case
    EXPECT_TRUE(OpenPrinterW(name, &printer_, nullptr));
  }
  ~Spooler() override { ClosePrinter(printer_); }

  DWORD start(LPCWSTR name, LPCWSTR type = nullptr) {
    std::u16string document = text(name);
    DOC_INFO_1W info{transom::base::as_wchar(document.data()), nullptr, const_cast<LPWSTR>(type)};
    return StartDocPrinterW(printer_, 1, reinterpret_cast<LPBYTE>(&info));
  }
  template <class Info>
  std::vector<BYTE> ask(DWORD level) {
    DWORD needed = 0;
    EXPECT_FALSE(GetPrinterW(printer_, level, nullptr, 0, &needed));
    EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INSUFFICIENT_BUFFER));
    EXPECT_GE(needed, sizeof(Info));
    std::vector<BYTE> bytes(needed);
    EXPECT_TRUE(GetPrinterW(printer_, level, bytes.data(), needed, &needed));
    return bytes;
  }

  PrintFolder folder_;
  HANDLE printer_ = nullptr;
};

template <class Info>
const Info& as(const std::vector<BYTE>& bytes) {
  return *reinterpret_cast<const Info*>(bytes.data());
}

TEST_F(Spooler, ListsThePdfPrinterAtEveryLevel) {
  for (const DWORD level : {1, 2, 4, 5}) {
    DWORD needed = 0, returned = 9;
    EXPECT_FALSE(EnumPrintersW(PRINTER_ENUM_LOCAL, nullptr, level, nullptr, 0, &needed, &returned));
    EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INSUFFICIENT_BUFFER));
    EXPECT_EQ(returned, 0u);
    std::vector<BYTE> bytes(needed);
    EXPECT_TRUE(EnumPrintersW(PRINTER_ENUM_LOCAL, nullptr, level, bytes.data(), needed, &needed,
                              &returned));
    EXPECT_EQ(returned, 1u);
    if (level == 4) {
      EXPECT_EQ(text(as<PRINTER_INFO_4W>(bytes).pPrinterName), u"Transom PDF");
    }
    if (level == 5) {
      EXPECT_EQ(text(as<PRINTER_INFO_5W>(bytes).pPortName), u"PDF:");
    }
  }
}

TEST_F(Spooler, ListsInAnsi) {
  DWORD needed = 0, returned = 0;
  EnumPrintersA(PRINTER_ENUM_LOCAL, nullptr, 2, nullptr, 0, &needed, &returned);
  std::vector<BYTE> bytes(needed);
  ASSERT_TRUE(
      EnumPrintersA(PRINTER_ENUM_LOCAL, nullptr, 2, bytes.data(), needed, &needed, &returned));
  const auto& info = as<PRINTER_INFO_2A>(bytes);
  EXPECT_STREQ(info.pPrinterName, "Transom PDF");
  EXPECT_STREQ(reinterpret_cast<const char*>(info.pDevMode->dmDeviceName), "Transom PDF");
  EXPECT_EQ(info.pDevMode->dmSize, sizeof(DEVMODEA));
}

TEST_F(Spooler, RefusesWhatThereIsNot) {
  DWORD needed = 0, returned = 0;
  EXPECT_FALSE(EnumPrintersW(PRINTER_ENUM_LOCAL, nullptr, 3, nullptr, 0, &needed, &returned));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_LEVEL));
  EXPECT_FALSE(EnumPrintersW(PRINTER_ENUM_LOCAL, nullptr, 1, nullptr, 0, nullptr, nullptr));
  EXPECT_TRUE(EnumPrintersW(PRINTER_ENUM_NETWORK, nullptr, 1, nullptr, 0, &needed, &returned));
  EXPECT_EQ(returned, 0u);
  WCHAR unknown[] = L"no such printer";
  HANDLE none = printer_;
  EXPECT_FALSE(OpenPrinterW(unknown, &none, nullptr));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PRINTER_NAME));
  EXPECT_EQ(none, nullptr);
  EXPECT_FALSE(ClosePrinter(nullptr));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_HANDLE));
  EXPECT_FALSE(SetPrinterW(printer_, 0, nullptr, PRINTER_CONTROL_PAUSE));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_ACCESS_DENIED));
  EXPECT_FALSE(SetDefaultPrinterW(L"Transom PDF"));
}

TEST_F(Spooler, TellsTheDefaultPrinter) {
  DWORD size = 3;
  WCHAR name[64];
  EXPECT_FALSE(GetDefaultPrinterW(name, &size));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INSUFFICIENT_BUFFER));
  EXPECT_EQ(size, 12u);
  EXPECT_TRUE(GetDefaultPrinterW(name, &size));
  EXPECT_EQ(text(name), u"Transom PDF");
}

TEST_F(Spooler, AnswersOfOnePrinter) {
  const auto bytes = ask<PRINTER_INFO_2W>(2);
  EXPECT_EQ(text(as<PRINTER_INFO_2W>(bytes).pDriverName), u"Transom PDF");
  EXPECT_NE(as<PRINTER_INFO_2W>(bytes).Attributes & PRINTER_ATTRIBUTE_DEFAULT, 0u);
  const auto mode = ask<PRINTER_INFO_8W>(8);
  EXPECT_EQ(as<PRINTER_INFO_8W>(mode).pDevMode->dmPrintQuality, 600);
}

TEST_F(Spooler, MergesSettings) {
  EXPECT_EQ(DocumentPropertiesW(nullptr, printer_, nullptr, nullptr, nullptr, 0),
            static_cast<LONG>(sizeof(DEVMODEW)));
  DEVMODEW in{}, out{};
  in.dmSize = sizeof in;
  in.dmFields = DM_ORIENTATION | DM_PAPERSIZE | DM_COPIES | DM_PRINTQUALITY;
  in.dmOrientation = DMORIENT_LANDSCAPE;
  in.dmPaperSize = DMPAPER_A5;
  in.dmCopies = -7;          // no such number
  in.dmPrintQuality = 1234;  // nor this
  EXPECT_EQ(
      DocumentPropertiesW(nullptr, printer_, nullptr, &out, &in, DM_IN_BUFFER | DM_OUT_BUFFER),
      IDOK);
  EXPECT_EQ(out.dmOrientation, DMORIENT_LANDSCAPE);
  EXPECT_EQ(out.dmPaperSize, DMPAPER_A5);
  EXPECT_EQ(out.dmPaperWidth, 1480);
  EXPECT_EQ(out.dmCopies, 1);
  EXPECT_EQ(out.dmPrintQuality, 600);
  EXPECT_EQ(text(out.dmFormName), u"A5");
  in.dmSize = 10;  // too short for anything
  EXPECT_EQ(
      DocumentPropertiesW(nullptr, printer_, nullptr, &out, &in, DM_IN_BUFFER | DM_OUT_BUFFER),
      IDOK);
  EXPECT_EQ(out.dmOrientation, DMORIENT_PORTRAIT);
  EXPECT_EQ(DocumentPropertiesW(nullptr, nullptr, nullptr, &out, nullptr, DM_OUT_BUFFER), -1);
  EXPECT_EQ(DocumentPropertiesW(nullptr, printer_, nullptr, &out, nullptr, DM_IN_PROMPT), -1);
}

TEST_F(Spooler, TellsWhatThePrinterCan) {
  const auto ask = [](WORD which, void* output = nullptr) {
    return DeviceCapabilitiesW(L"Transom PDF", L"PDF:", which, static_cast<LPWSTR>(output),
                               nullptr);
  };
  const int papers = ask(DC_PAPERS);
  ASSERT_GT(papers, 5);
  EXPECT_EQ(ask(DC_PAPERNAMES), papers);
  EXPECT_EQ(ask(DC_PAPERSIZE), papers);
  std::vector<WORD> numbers(static_cast<std::size_t>(papers));
  std::vector<POINT> sizes(numbers.size());
  std::vector<WCHAR> names(numbers.size() * 64);
  ask(DC_PAPERS, numbers.data());
  ask(DC_PAPERSIZE, sizes.data());
  ask(DC_PAPERNAMES, names.data());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] != DMPAPER_A4) continue;
    EXPECT_EQ(sizes[i].x, 2100);
    EXPECT_EQ(sizes[i].y, 2970);
    EXPECT_EQ(text(names.data() + i * 64), u"A4");
  }
  EXPECT_EQ(ask(DC_SIZE), static_cast<int>(sizeof(DEVMODEW)));
  EXPECT_EQ(ask(0x7FFF), -1);
  EXPECT_EQ(DeviceCapabilitiesA("no such printer", nullptr, DC_PAPERS, nullptr, nullptr), -1);
}

TEST_F(Spooler, WritesRawDocuments) {
  EXPECT_GT(start(L"raw", L"RAW"), 0u);
  EXPECT_TRUE(StartPagePrinter(printer_));
  char bytes[] = "as they are";
  DWORD written = 0;
  EXPECT_TRUE(WritePrinter(printer_, bytes, 11, &written));
  EXPECT_EQ(written, 11u);
  EXPECT_TRUE(EndPagePrinter(printer_));
  EXPECT_TRUE(EndDocPrinter(printer_));
  EXPECT_EQ(folder_.bytes("raw.prn"), "as they are");
  EXPECT_FALSE(WritePrinter(printer_, bytes, 11, &written));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_SPL_NO_STARTDOC));
  EXPECT_EQ(start(L"other", L"NT EMF 1.008"), 0u);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_DATATYPE));
}

TEST_F(Spooler, ListsAndCancelsJobs) {
  const DWORD id = start(L"listed");
  ASSERT_GT(id, 0u);
  StartPagePrinter(printer_);
  DWORD needed = 0, returned = 0;
  EnumJobsW(printer_, 0, 10, 1, nullptr, 0, &needed, &returned);
  std::vector<BYTE> bytes(needed);
  ASSERT_TRUE(EnumJobsW(printer_, 0, 10, 1, bytes.data(), needed, &needed, &returned));
  ASSERT_EQ(returned, 1u);
  const auto& job = as<JOB_INFO_1W>(bytes);
  EXPECT_EQ(job.JobId, id);
  EXPECT_EQ(text(job.pDocument), u"listed");
  EXPECT_EQ(job.TotalPages, 1u);
  EXPECT_EQ(as<PRINTER_INFO_2W>(ask<PRINTER_INFO_2W>(2)).cJobs, 1u);
  EXPECT_TRUE(SetJobW(printer_, id, 0, nullptr, JOB_CONTROL_CANCEL));
  EXPECT_FALSE(EndDocPrinter(printer_));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_PRINT_CANCELLED));
  EXPECT_EQ(folder_.file_count(), 0u);
  EXPECT_FALSE(SetJobW(printer_, id, 0, nullptr, JOB_CONTROL_CANCEL));
}

TEST_F(Spooler, ClosingTheHandleDropsTheDocument) {
  EXPECT_GT(start(L"dropped"), 0u);
  EXPECT_TRUE(ClosePrinter(std::exchange(printer_, nullptr)));
  EXPECT_EQ(folder_.file_count(), 0u);
}

}  // namespace
