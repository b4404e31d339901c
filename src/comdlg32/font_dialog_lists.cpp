// The lists of the Font dialog.
#include <algorithm>

#include "comdlg32/font_choice.h"
#include "comdlg32/font_dialog.h"

namespace transom::comdlg {
namespace {

struct NamedColor {
  const char16_t* name;
  COLORREF color;
};
constexpr NamedColor kColors[] = {
    {u"Black", RGB(0, 0, 0)},      {u"Maroon", RGB(128, 0, 0)},    {u"Green", RGB(0, 128, 0)},
    {u"Olive", RGB(128, 128, 0)},  {u"Navy", RGB(0, 0, 128)},      {u"Purple", RGB(128, 0, 128)},
    {u"Teal", RGB(0, 128, 128)},   {u"Gray", RGB(128, 128, 128)},  {u"Silver", RGB(192, 192, 192)},
    {u"Red", RGB(255, 0, 0)},      {u"Lime", RGB(0, 255, 0)},      {u"Yellow", RGB(255, 255, 0)},
    {u"Blue", RGB(0, 0, 255)},     {u"Fuchsia", RGB(255, 0, 255)}, {u"Aqua", RGB(0, 255, 255)},
    {u"White", RGB(255, 255, 255)}};

}  // namespace

void FontDialog::fill_list(int id, const std::vector<std::u16string>& rows) {
  send(id, WM_SETREDRAW, FALSE);
  send(id, CB_RESETCONTENT);
  for (const std::u16string& row : rows) {
    send(id, CB_ADDSTRING, 0, reinterpret_cast<LPARAM>(row.c_str()));
  }
  send(id, WM_SETREDRAW, TRUE);
  if (const HWND list = item(id)) InvalidateRect(list, nullptr, TRUE);
}

// Selects the row that says so; what no row says is typed.
void FontDialog::choose_text(int id, const std::u16string& value) {
  const LRESULT index = send(id, CB_FINDSTRINGEXACT, static_cast<WPARAM>(-1),
                             reinterpret_cast<LPARAM>(value.c_str()));
  send(id, CB_SETCURSEL, static_cast<WPARAM>(index));
  if (index < 0) set_item_text(id, value);
  send(id, CB_SETEDITSEL, 0, MAKELPARAM(-1, 0));  // nothing
}

void FontDialog::fill_families() {
  std::vector<std::u16string> names;
  for (const FontFamily& one : families_) names.push_back(one.name);
  fill_list(cmb1, names);
}

// The style that was chosen stays chosen where the new family has it.
void FontDialog::fill_styles() {
  const std::u16string before = chosen_text(cmb2);
  const FontFamily* known = family();
  styles_ = known != nullptr ? list_styles(dc_, known->name, limits_) : std::vector<FontStyle>{};
  std::vector<std::u16string> names;
  for (const FontStyle& one : styles_) names.push_back(one.name);
  fill_list(cmb2, names);
  const bool kept = std::ranges::find(names, before) != names.end();
  if (!before.empty() && (kept || names.empty())) choose_text(cmb2, before);
  if (!before.empty() && !kept && !names.empty()) choose_text(cmb2, names.front());
}

void FontDialog::fill_sizes() {
  const std::u16string before = chosen_text(cmb3);
  std::vector<std::u16string> rows;
  if (const FontFamily* known = family()) {
    for (const int points : list_sizes(dc_, *known)) {
      const bool fits = points >= client_.nSizeMin && points <= client_.nSizeMax;
      if (!has_flag(CF_LIMITSIZE) || fits) rows.push_back(points_text(points * 10));
    }
  }
  fill_list(cmb3, rows);
  choose_text(cmb3, before);
}

void FontDialog::fill_scripts() {
  const FontFamily* known = family();
  scripts_ = known != nullptr ? list_scripts(dc_, known->name, limits_) : std::vector<FontScript>{};
  std::vector<std::u16string> names;
  for (const FontScript& script : scripts_) names.push_back(script.name);
  fill_list(cmb5, names);
  const auto found = std::ranges::find(scripts_, char_set_, &FontScript::char_set);
  const auto index = found != scripts_.end() ? found - scripts_.begin() : 0;
  send(cmb5, CB_SETCURSEL, static_cast<WPARAM>(index));
  if (!scripts_.empty()) char_set_ = scripts_[static_cast<std::size_t>(index)].char_set;
}

void FontDialog::fill_colors() {
  std::vector<std::u16string> names;
  for (const NamedColor& color : kColors) names.emplace_back(color.name);
  const auto found = std::ranges::find(kColors, client_.rgbColors, &NamedColor::color);
  if (found == std::end(kColors)) names.emplace_back(u"Custom");
  fill_list(cmb4, names);
  send(cmb4, CB_SETCURSEL, static_cast<WPARAM>(found - std::begin(kColors)));
}

COLORREF FontDialog::color_of_row(UINT row) const {
  return row < std::size(kColors) ? kColors[row].color : client_.rgbColors;
}

}  // namespace transom::comdlg
