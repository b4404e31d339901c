#include "comdlg32/paper_controls.h"

#include <algorithm>

#include "winspool/device_mode.h"

namespace transom::comdlg {
namespace {

constexpr std::size_t kPaperName = 64, kBinName = 24;  // characters, by contract

std::vector<WORD> numbers(const std::u16string& printer, WORD which) {
  const LPCWSTR name = base::as_wchar(printer);
  const int count = DeviceCapabilitiesW(name, nullptr, which, nullptr, nullptr);
  if (count <= 0) return {};
  std::vector<WORD> values(static_cast<std::size_t>(count));
  DeviceCapabilitiesW(name, nullptr, which, reinterpret_cast<LPWSTR>(values.data()), nullptr);
  return values;
}

std::vector<std::u16string> names(const std::u16string& printer, WORD which, std::size_t length) {
  const LPCWSTR name = base::as_wchar(printer);
  const int count = DeviceCapabilitiesW(name, nullptr, which, nullptr, nullptr);
  if (count <= 0) return {};
  std::vector<char16_t> room(static_cast<std::size_t>(count) * length + 1);
  DeviceCapabilitiesW(name, nullptr, which, base::as_wchar(room.data()), nullptr);
  std::vector<std::u16string> list;
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    const std::u16string_view whole(room.data() + i * length, length);
    list.emplace_back(whole.substr(0, whole.find(u'\0')));
  }
  return list;
}

// Each row's data is its number.
void fill(const CommonDialog& dialog, int id, const std::vector<std::u16string>& rows,
          const std::vector<WORD>& values, short chosen) {
  dialog.send(id, CB_RESETCONTENT);
  for (std::size_t i = 0; i < std::min(rows.size(), values.size()); ++i) {
    const auto row = static_cast<WPARAM>(
        dialog.send(id, CB_ADDSTRING, 0, reinterpret_cast<LPARAM>(rows[i].c_str())));
    dialog.send(id, CB_SETITEMDATA, row, values[i]);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (dialog.send(id, CB_GETITEMDATA, i) == chosen) dialog.send(id, CB_SETCURSEL, i);
  }
}

short chosen_number(const CommonDialog& dialog, int id) {
  const LRESULT row = dialog.send(id, CB_GETCURSEL);
  return static_cast<short>(dialog.send(id, CB_GETITEMDATA, static_cast<WPARAM>(row)));
}

void take_row(DEVMODEW& mode, WORD list, short number) {
  if (list == cmb3) {
    mode.dmDefaultSource = number;
    mode.dmFields |= DM_DEFAULTSOURCE;
  } else if (const winspool::Paper* paper = winspool::find_paper(number)) {
    winspool::set_paper(mode, *paper);
  }
}

}  // namespace

void fill_paper_controls(const CommonDialog& dialog, const std::u16string& printer,
                         const DEVMODEW& mode) {
  fill(dialog, cmb2, names(printer, DC_PAPERNAMES, kPaperName), numbers(printer, DC_PAPERS),
       mode.dmPaperSize);
  fill(dialog, cmb3, names(printer, DC_BINNAMES, kBinName), numbers(printer, DC_BINS),
       mode.dmDefaultSource);
  const bool landscape = mode.dmOrientation == DMORIENT_LANDSCAPE;
  CheckRadioButton(dialog.handle(), rad1, rad2, landscape ? rad2 : rad1);
}

bool on_paper_control(const CommonDialog& dialog, WORD id, WORD code, DEVMODEW& mode) {
  if ((id == cmb2 || id == cmb3) && code == CBN_SELCHANGE) {
    take_row(mode, id, chosen_number(dialog, id));
    return true;
  }
  if ((id == rad1 || id == rad2) && code == BN_CLICKED) {
    CheckRadioButton(dialog.handle(), rad1, rad2, id);
    mode.dmOrientation = id == rad1 ? DMORIENT_PORTRAIT : DMORIENT_LANDSCAPE;
    mode.dmFields |= DM_ORIENTATION;
    return true;
  }
  return false;
}

}  // namespace transom::comdlg
