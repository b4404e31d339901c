#include "comdlg32/color_dialog.h"

#include <algorithm>

#include "base/common_controls.h"
#include "comdlg32/dialog_layout.h"

namespace transom::comdlg {
namespace {

// Row by row, eight in each.
constexpr std::array<std::uint32_t, kBasicColors> kBasic = {
    0xFF8080, 0xFFFF80, 0x80FF80, 0x00FF80, 0x80FFFF, 0x0080FF, 0xFF80C0, 0xFF80FF,
    0xFF0000, 0xFFFF00, 0x80FF00, 0x00FF40, 0x00FFFF, 0x0080C0, 0x8080C0, 0xFF00FF,
    0x804040, 0xFF8040, 0x00FF00, 0x008080, 0x004080, 0x8080FF, 0x800040, 0xFF0080,
    0x800000, 0xFF8000, 0x008000, 0x008040, 0x0000FF, 0x0000A0, 0x800080, 0x8000FF,
    0x400000, 0x804000, 0x004000, 0x004040, 0x000080, 0x000040, 0x400040, 0x400080,
    0x000000, 0x808000, 0x808040, 0x808080, 0x408080, 0xC0C0C0, 0x400080, 0xFFFFFF};

COLORREF to_color(std::uint32_t rgb) {
  return RGB(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
}

constexpr int kAreas[] = {COLOR_BOX1, COLOR_CUSTOM1, COLOR_RAINBOW, COLOR_LUMSCROLL, COLOR_CURRENT};
constexpr int kFields[] = {COLOR_HUE, COLOR_SAT, COLOR_LUM, COLOR_RED, COLOR_GREEN, COLOR_BLUE};

DialogTemplate default_layout() {
  constexpr DWORD kBoxes = SS_SIMPLE | WS_TABSTOP | WS_GROUP;
  DialogLayout layout(u"Color", 298, 186);
  layout.label(u"&Basic colors:", -1, {6, 5, 140, 9})
      .item(DialogLayout::kStatic, u"", kBoxes, COLOR_BOX1, {4, 15, 140, 86})
      .label(u"&Custom colors:", -1, {6, 106, 140, 9})
      .item(DialogLayout::kStatic, u"", kBoxes, COLOR_CUSTOM1, {4, 116, 140, 28})
      .button(u"&Define Custom Colors >>", COLOR_MIX, {6, 149, 136, 14}, WS_GROUP)
      .button(u"OK", IDOK, {6, 167, 42, 14}, BS_DEFPUSHBUTTON | WS_GROUP)
      .button(u"Cancel", IDCANCEL, {53, 167, 42, 14}, WS_GROUP)
      .button(u"&Help", pshHelp, {100, 167, 42, 14}, WS_GROUP)
      .item(DialogLayout::kStatic, u"", SS_SUNKEN | SS_SIMPLE, COLOR_RAINBOW, {152, 5, 118, 116})
      .item(DialogLayout::kStatic, u"", SS_SUNKEN | SS_SIMPLE, COLOR_LUMSCROLL, {277, 5, 9, 116})
      .item(DialogLayout::kStatic, u"", SS_SUNKEN | SS_SIMPLE, COLOR_CURRENT, {152, 126, 38, 24})
      .button(u"&o", COLOR_SOLID, {300, 210, 4, 14}, WS_GROUP)
      .label(u"Color", COLOR_SOLID_LEFT, {152, 152, 19, 9}, SS_RIGHT)
      .label(u"|S&olid", COLOR_SOLID_RIGHT, {171, 152, 20, 9});
  const auto field = [&](const std::u16string& label, int label_id, int id, int x, int y) {
    layout.label(label, label_id, {x, y + 2, 26, 9}, SS_RIGHT)
        .edit(id, {x + 29, y, 20, 12}, WS_GROUP | ES_NUMBER);
  };
  field(u"Hu&e:", COLOR_HUEACCEL, COLOR_HUE, 190, 126);
  field(u"&Sat:", COLOR_SATACCEL, COLOR_SAT, 190, 139);
  field(u"&Lum:", COLOR_LUMACCEL, COLOR_LUM, 190, 152);
  field(u"&Red:", COLOR_REDACCEL, COLOR_RED, 243, 126);
  field(u"&Green:", COLOR_GREENACCEL, COLOR_GREEN, 243, 139);
  field(u"Bl&ue:", COLOR_BLUEACCEL, COLOR_BLUE, 243, 152);
  layout.button(u"&Add to Custom Colors", COLOR_ADD, {152, 167, 140, 14}, WS_GROUP);
  return layout.take();
}

}  // namespace

INT_PTR ColorDialog::show(std::optional<DialogTemplate> replacement) {
  const bool by_name = (client_.Flags & CC_ENABLETEMPLATE) != 0;
  const auto module = by_name ? reinterpret_cast<HINSTANCE>(client_.hInstance) : nullptr;
  return replacement ? run(std::move(*replacement), module) : run(default_layout(), nullptr);
}

bool ColorDialog::initialize() {
  std::ranges::transform(kBasic, basic_.begin(), to_color);
  std::copy_n(client_.lpCustColors, kCustomColors, custom_.begin());
  for (const int id : kAreas) {
    if (const HWND area = item(id)) {
      SetWindowSubclass(area, area_procedure, static_cast<UINT_PTR>(id),
                        reinterpret_cast<DWORD_PTR>(this));
    }
  }
  for (const int id : kFields) send(id, EM_LIMITTEXT, 3);
  show_item(pshHelp, (client_.Flags & CC_SHOWHELP) != 0);
  RECT frame;
  GetWindowRect(handle(), &frame);
  full_width_ = frame.right - frame.left;
  const bool stays = (client_.Flags & (CC_PREVENTFULLOPEN | CC_FULLOPEN)) != 0;
  if (stays) EnableWindow(item(COLOR_MIX), FALSE);
  set_full((client_.Flags & CC_FULLOPEN) != 0);
  take_color((client_.Flags & CC_RGBINIT) != 0 ? client_.rgbResult & 0xFFFFFF : 0);
  SetFocus(item(chosen_.control != 0 ? chosen_.control : COLOR_BOX1));
  return false;
}

COLORREF ColorDialog::color_of(const Box& box) const {
  const auto index = static_cast<std::size_t>(box.index);
  return box.control == COLOR_BOX1 ? basic_[index] : custom_[index];
}

// CC_SOLIDCOLOR: what the display can show without mixing.
COLORREF ColorDialog::solid(COLORREF color) const {
  const HDC dc = GetDC(handle());
  const COLORREF nearest = GetNearestColor(dc, color);
  ReleaseDC(handle(), dc);
  return nearest != CLR_INVALID ? nearest & 0xFFFFFF : color;
}

void ColorDialog::choose(const Box& box) {
  chosen_ = focused_ = box;
  if (box.control == COLOR_CUSTOM1) next_custom_ = box.index;
  mix(color_of(box));
  redraw(COLOR_BOX1);
  redraw(COLOR_CUSTOM1);
}

bool ColorDialog::select_equal(COLORREF color) {
  for (const int control : {COLOR_BOX1, COLOR_CUSTOM1}) {
    for (int index = 0; index < count_of(control); ++index) {
      if (color_of({control, index}) != color) continue;
      choose({control, index});
      return true;
    }
  }
  return false;
}

void ColorDialog::take_color(COLORREF color) {
  if (!select_equal(color)) mix(color);
}

void ColorDialog::mix(const HslColor& color) {
  hsl_ = color;
  color_ = to_rgb(color);
  show_mixed();
}

void ColorDialog::mix(COLORREF color) {
  color_ = color;
  hsl_ = to_hsl(color);
  show_mixed();
}

void ColorDialog::show_mixed() {
  const HWND focus = GetFocus();
  const int values[] = {hsl_.hue,          hsl_.saturation,   hsl_.luminosity,
                        GetRValue(color_), GetGValue(color_), GetBValue(color_)};
  updating_ = true;
  for (std::size_t i = 0; i < std::size(kFields); ++i) {
    const HWND field = item(kFields[i]);
    const auto typed = GetDlgItemInt(handle(), kFields[i], nullptr, FALSE);
    // A field that is being typed in stays as it is while it says the same.
    if (field != focus || typed != static_cast<UINT>(values[i])) {
      SetDlgItemInt(handle(), kFields[i], static_cast<UINT>(values[i]), FALSE);
    }
  }
  updating_ = false;
  redraw(COLOR_RAINBOW);
  redraw(COLOR_LUMSCROLL);
  redraw(COLOR_CURRENT);
  const RECT strip = arrow_strip();
  InvalidateRect(handle(), &strip, TRUE);
}

// EN_CHANGE: a number that is too large becomes the largest.
void ColorDialog::on_field(int id) {
  if (updating_) return;
  const auto value = [&](int field, int most) {
    return std::min(static_cast<int>(GetDlgItemInt(handle(), field, nullptr, FALSE)), most);
  };
  if (id == COLOR_HUE || id == COLOR_SAT || id == COLOR_LUM) {
    mix(HslColor{value(COLOR_HUE, kHues - 1), value(COLOR_SAT, kMostColor),
                 value(COLOR_LUM, kMostColor)});
  } else {
    mix(RGB(value(COLOR_RED, 255), value(COLOR_GREEN, 255), value(COLOR_BLUE, 255)));
  }
}

// Into the box that was chosen last, then into the one after it.
void ColorDialog::add_custom() {
  const auto index = static_cast<std::size_t>(next_custom_);
  custom_[index] = client_.lpCustColors[index] = color_;
  chosen_ = focused_ = {COLOR_CUSTOM1, next_custom_};
  next_custom_ = (next_custom_ + 1) % kCustomColors;
  redraw(COLOR_BOX1);
  redraw(COLOR_CUSTOM1);
}

void ColorDialog::take_solid() {
  mix(solid(color_));
}

void ColorDialog::accept() {
  client_.rgbResult = (client_.Flags & CC_SOLIDCOLOR) != 0 ? solid(color_) : color_;
  if (ask_hook(registered_message(COLOROKSTRINGW), 0, structure()) != 0 || !alive()) return;
  end(TRUE);
}

// What lies to the right of the spectrum's left edge.
std::vector<HWND> ColorDialog::mixing_controls() const {
  std::vector<HWND> controls;
  RECT spectrum;
  if (!GetWindowRect(item(COLOR_RAINBOW), &spectrum)) return controls;
  for (HWND control = GetWindow(handle(), GW_CHILD); control != nullptr;
       control = GetWindow(control, GW_HWNDNEXT)) {
    RECT place;
    GetWindowRect(control, &place);
    if (place.left >= spectrum.left) controls.push_back(control);
  }
  return controls;
}

// The partial dialog ends before the spectrum. What cannot be seen cannot have the focus either.
void ColorDialog::set_full(bool full) {
  if (full == full_) return;
  full_ = full;
  for (const HWND control : mixing_controls()) ShowWindow(control, full ? SW_SHOW : SW_HIDE);
  RECT frame, spectrum{};
  GetWindowRect(handle(), &frame);
  GetWindowRect(item(COLOR_RAINBOW), &spectrum);
  const LONG width = full || spectrum.left == 0 ? full_width_ : spectrum.left - frame.left;
  SetWindowPos(handle(), nullptr, 0, 0, static_cast<int>(width),
               static_cast<int>(frame.bottom - frame.top),
               SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE);
  if (full) EnableWindow(item(COLOR_MIX), FALSE);
}

void ColorDialog::on_command(WORD id, WORD code) {
  switch (id) {
    case COLOR_ADD:
      return add_custom();
    case COLOR_SOLID:
      return take_solid();
    case COLOR_MIX:
      set_full(true);
      SetFocus(item(COLOR_HUE));
      return;
    default:
      if (std::ranges::find(kFields, id) == std::end(kFields)) {
        return CommonDialog::on_command(id, code);
      }
      if (code == EN_CHANGE) on_field(id);
  }
}

INT_PTR ColorDialog::handle_message(UINT message, WPARAM wparam, LPARAM lparam) {
  if (message == registered_message(SETRGBSTRINGW)) {
    const auto color = static_cast<COLORREF>(lparam) & 0xFFFFFF;
    if (!select_equal(color) && full_) mix(color);
    return TRUE;
  }
  switch (message) {
    case WM_PAINT:
      paint_arrow();
      return TRUE;
    case WM_LBUTTONDOWN: {
      const RECT strip = arrow_strip();
      POINT point{static_cast<short>(LOWORD(lparam)), static_cast<short>(HIWORD(lparam))};
      const HWND bar = item(COLOR_LUMSCROLL);
      if (!full_ || !PtInRect(&strip, point)) return FALSE;
      MapWindowPoints(handle(), bar, &point, 1);
      SetCapture(bar);  // and the pointer is followed from there
      point_at(bar, COLOR_LUMSCROLL, point);
      return TRUE;
    }
    default:
      return CommonDialog::handle_message(message, wparam, lparam);
  }
}

const char16_t* ColorDialog::help_on(int id) const {
  static constexpr HelpText kTexts[] = {
      {COLOR_BOX1, u"The basic colors. Click one to choose it."},
      {COLOR_CUSTOM1, u"The colors that you have mixed. Click one to choose it."},
      {COLOR_RAINBOW,
       u"Click here to mix a color: its hue from left to right, its saturation from the bottom to "
       u"the top."},
      {COLOR_LUMSCROLL, u"Click here to make the color lighter or darker."},
      {COLOR_CURRENT, u"The color that is mixed, and beside it the solid color that is nearest."},
      {COLOR_HUE, u"The hue, from 0 to 239."},
      {COLOR_SAT, u"The saturation, from 0 to 240."},
      {COLOR_LUM, u"The luminosity, from 0 to 240."},
      {COLOR_RED, u"The red in the color, from 0 to 255."},
      {COLOR_GREEN, u"The green in the color, from 0 to 255."},
      {COLOR_BLUE, u"The blue in the color, from 0 to 255."},
      {COLOR_ADD, u"Keeps the color that is mixed among the custom colors."},
      {COLOR_MIX, u"Opens the part of the dialog box in which you mix colors."}};
  return find_help(kTexts, id);
}

}  // namespace transom::comdlg
