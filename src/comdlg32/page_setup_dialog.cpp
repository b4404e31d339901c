#include "comdlg32/page_setup_dialog.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "comdlg32/dialog_layout.h"
#include "comdlg32/paper_controls.h"
#include "comdlg32/setup_dialog.h"
#include "winspool/device_mode.h"

namespace transom::comdlg {
namespace {

constexpr int kMarginFields[] = {edt4, edt5, edt6, edt7};  // left, top, right, bottom

LONG& margin_of(RECT& margins, int field) {
  LONG* const sides[] = {&margins.left, &margins.top, &margins.right, &margins.bottom};
  return *sides[std::ranges::find(kMarginFields, field) - std::begin(kMarginFields)];
}

DialogTemplate default_layout(bool metric) {
  DialogLayout layout(u"Page Setup", 240, 240);
  layout.item(DialogLayout::kStatic, u"", SS_SIMPLE | WS_GROUP, rct1, {76, 6, 88, 86})
      .group(u"Paper", grp2, {8, 96, 224, 56}, WS_GROUP)
      .label(u"Si&ze:", stc2, {16, 112, 36, 8})
      .combo(cmb2, {64, 110, 160, 120})
      .label(u"&Source:", stc3, {16, 132, 36, 8})
      .combo(cmb3, {64, 130, 160, 120})
      .group(u"Orientation", grp1, {8, 156, 64, 56}, WS_GROUP)
      .radio(u"P&ortrait", rad1, {16, 170, 52, 12}, WS_GROUP | WS_TABSTOP)
      .radio(u"L&andscape", rad2, {16, 190, 52, 12})
      .group(metric ? u"Margins (millimeters)" : u"Margins (inches)", grp4, {80, 156, 152, 56},
             WS_GROUP);
  const auto margin = [&](const std::u16string& title, int label, int field, int x, int y) {
    layout.label(title, label, {x, y + 2, 30, 8}).edit(field, {x + 31, y, 32, 12}, WS_GROUP);
  };
  margin(u"&Left:", stc15, edt4, 88, 170);
  margin(u"&Right:", stc16, edt6, 162, 170);
  margin(u"&Top:", stc17, edt5, 88, 190);
  margin(u"&Bottom:", stc18, edt7, 162, 190);
  layout.button(u"OK", IDOK, {80, 220, 48, 14}, BS_DEFPUSHBUTTON | WS_GROUP)
      .button(u"Cancel", IDCANCEL, {132, 220, 48, 14})
      .button(u"&Printer...", psh3, {184, 220, 48, 14})
      .button(u"&Help", pshHelp, {8, 220, 48, 14});
  return layout.take();
}

// Tenths of a millimetre.
LONG to_unit(LONG tenths, bool metric) {
  return metric ? tenths * 10 : MulDiv(static_cast<int>(tenths), 1000, 254);
}

std::u16string length_text(LONG length, bool metric) {
  char text[32];
  const double value = static_cast<double>(length) / (metric ? 100 : 1000);
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  return base::utf8_to_utf16(std::string_view(text, static_cast<std::size_t>(end - text)));
}

std::optional<LONG> length_of(const std::u16string& text, bool metric) {
  const std::string digits = base::utf16_to_utf8(text);
  double value = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || value < 0 || value > 10000) return std::nullopt;
  return std::lround(value * (metric ? 100 : 1000));
}

}  // namespace

POINT paper_size_in_unit(const PrinterChoice& choice, DWORD flags) {
  const bool metric = (flags & PSD_INHUNDREDTHSOFMILLIMETERS) != 0;
  const SIZE size = winspool::sheet_of(choice.mode);
  return {to_unit(size.cx, metric), to_unit(size.cy, metric)};
}

// What the printer leaves at the edges of the sheet.
RECT smallest_margins(const PrinterChoice& choice, DWORD flags) {
  const HDC dc = CreateICW(L"WINSPOOL", base::as_wchar(choice.name()), nullptr, &choice.mode);
  if (dc == nullptr) return {};
  const bool metric = (flags & PSD_INHUNDREDTHSOFMILLIMETERS) != 0;
  const auto length = [&](int pixels, int resolution) {
    return static_cast<LONG>(
        MulDiv(pixels, metric ? 2540 : 1000, std::max(GetDeviceCaps(dc, resolution), 1)));
  };
  const auto caps = [&](int index) { return GetDeviceCaps(dc, index); };
  const int left = caps(PHYSICALOFFSETX), top = caps(PHYSICALOFFSETY);
  const RECT margins{length(left, LOGPIXELSX), length(top, LOGPIXELSY),
                     length(caps(PHYSICALWIDTH) - left - caps(HORZRES), LOGPIXELSX),
                     length(caps(PHYSICALHEIGHT) - top - caps(VERTRES), LOGPIXELSY)};
  DeleteDC(dc);
  return margins;
}

INT_PTR PageSetupDialog::show(std::optional<DialogTemplate> replacement) {
  const HINSTANCE module = has_flag(PSD_ENABLEPAGESETUPTEMPLATE) ? client_.hInstance : nullptr;
  return replacement ? run(std::move(*replacement), module)
                     : run(default_layout(metric()), nullptr);
}

bool PageSetupDialog::initialize() {
  take_over_painting(rct1);
  // A template's shadows: the sample draws its own.
  show_item(rct2, false);
  show_item(rct3, false);
  fill_paper_controls(*this, choice_.name(), choice_.mode);
  show_margins();
  disable_controls();
  return true;
}

void PageSetupDialog::show_margins() {
  updating_ = true;
  for (const int field : kMarginFields) {
    set_item_text(field, length_text(margin_of(client_.rtMargin, field), metric()));
  }
  updating_ = false;
}

void PageSetupDialog::disable_controls() {
  const auto disable = [&](DWORD flag, std::initializer_list<int> ids) {
    if (!has_flag(flag)) return;
    for (const int id : ids) {
      if (const HWND control = item(id)) EnableWindow(control, FALSE);
    }
  };
  disable(PSD_DISABLEMARGINS, {edt4, edt5, edt6, edt7});
  disable(PSD_DISABLEORIENTATION, {rad1, rad2});
  disable(PSD_DISABLEPAPER, {cmb2, cmb3});
  disable(PSD_DISABLEPRINTER, {psh3});
  show_item(pshHelp, has_flag(PSD_SHOWHELP));
}

void PageSetupDialog::redraw_sample() const {
  if (const HWND sample = item(rct1)) InvalidateRect(sample, nullptr, TRUE);
}

void PageSetupDialog::choose_printer() {
  PRINTDLGW request{};
  request.lStructSize = sizeof request;
  request.hwndOwner = handle();
  PrinterChoice chosen = choice_;
  if (SetupDialog(request, Encoding::kUnicode, chosen).show(std::nullopt) != TRUE) return;
  choice_ = chosen;
  if (alive()) fill_paper_controls(*this, choice_.name(), choice_.mode);
}

void PageSetupDialog::on_margin(WORD id) {
  if (updating_) return;
  if (const auto length = length_of(item_text(id), metric())) {
    margin_of(client_.rtMargin, id) = *length;
  }
  redraw_sample();
}

void PageSetupDialog::on_command(WORD id, WORD code) {
  if (on_paper_control(*this, id, code, choice_.mode)) return redraw_sample();
  switch (id) {
    case psh3:
      choose_printer();
      return redraw_sample();
    case edt4:
    case edt5:
    case edt6:
    case edt7:
      if (code == EN_CHANGE) on_margin(id);
      return;
    default:
      return CommonDialog::on_command(id, code);
  }
}

bool PageSetupDialog::refuse(int id, const std::u16string& reason) {
  tell(reason, MB_OK | MB_ICONEXCLAMATION);
  if (alive()) SetFocus(item(id));
  return false;
}

void PageSetupDialog::accept() {
  RECT margins = client_.rtMargin, least = client_.rtMinMargin;
  for (const int field : kMarginFields) {
    if (item(field) == nullptr) continue;
    if (!length_of(item_text(field), metric())) {
      refuse(field, u"This is not a valid measurement.");
      return;
    }
    if (margin_of(margins, field) < margin_of(least, field)) {
      refuse(field, u"The margin is smaller than " +
                        length_text(margin_of(least, field), metric()) +
                        u", the least that is allowed.");
      return;
    }
  }
  const POINT paper = paper_size_in_unit(choice_, client_.Flags);
  if (margins.left + margins.right >= paper.x || margins.top + margins.bottom >= paper.y) {
    refuse(edt4, u"The margins do not fit the page size.\nEnter different margins.");
    return;
  }
  end(TRUE);
}

const char16_t* PageSetupDialog::help_on(int id) const {
  static constexpr HelpText kTexts[] = {
      {cmb2, u"The size of the paper."},        {cmb3, u"Where the paper comes from."},
      {rad1, u"Prints on the paper upright."},  {rad2, u"Prints on the paper lying."},
      {edt4, u"The margin at the left."},       {edt5, u"The margin at the top."},
      {edt6, u"The margin at the right."},      {edt7, u"The margin at the bottom."},
      {rct1, u"Shows how the page will look."}, {psh3, u"Chooses another printer."}};
  return find_help(kTexts, id);
}

}  // namespace transom::comdlg
