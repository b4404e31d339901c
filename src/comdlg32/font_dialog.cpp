#include "comdlg32/font_dialog.h"

#include <algorithm>
#include <cstddef>

#include "comdlg32/dialog_layout.h"
#include "comdlg32/font_choice.h"
#include "comdlg32/picture.h"

namespace transom::comdlg {
namespace {

DialogTemplate default_layout() {
  constexpr DWORD kSimple = CBS_SIMPLE | CBS_AUTOHSCROLL | CBS_NOINTEGRALHEIGHT;
  DialogLayout layout(u"Font", 287, 196);
  layout.label(u"&Font:", stc1, {7, 7, 40, 9})
      .combo(cmb1, {7, 16, 98, 76},
             kSimple | CBS_DISABLENOSCROLL | CBS_OWNERDRAWFIXED | CBS_HASSTRINGS)
      .label(u"Font st&yle:", stc2, {110, 7, 44, 9})
      .combo(cmb2, {110, 16, 74, 76}, kSimple | CBS_DISABLENOSCROLL)
      .label(u"&Size:", stc3, {189, 7, 30, 9})
      .combo(cmb3, {190, 16, 36, 76}, kSimple | CBS_DISABLENOSCROLL)
      .group(u"Effects", grp1, {7, 97, 98, 72}, WS_GROUP)
      .check_box(u"Stri&keout", chx1, {13, 110, 60, 10})
      .check_box(u"&Underline", chx2, {13, 123, 60, 10})
      .label(u"&Color:", stc4, {13, 137, 30, 9})
      .combo(cmb4, {13, 147, 82, 100}, CBS_DROPDOWNLIST | CBS_OWNERDRAWFIXED | CBS_HASSTRINGS)
      .group(u"Sample", grp2, {110, 97, 116, 43}, WS_GROUP)
      .label(u"AaBbYyZz", stc5, {116, 108, 104, 28}, SS_NOPREFIX)
      .label(u"Sc&ript:", stc7, {110, 147, 30, 9})
      .combo(cmb5, {110, 157, 116, 90})
      .label(u"", stc6, {7, 174, 219, 18}, SS_NOPREFIX)
      .button(u"OK", IDOK, {231, 16, 50, 14}, BS_DEFPUSHBUTTON | WS_GROUP)
      .button(u"Cancel", IDCANCEL, {231, 34, 50, 14}, WS_GROUP)
      .button(u"&Apply", psh3, {231, 52, 50, 14}, WS_GROUP)
      .button(u"&Help", pshHelp, {231, 70, 50, 14}, WS_GROUP);
  return layout.take();
}

constexpr int kEffects[] = {grp1, chx1, chx2, stc4, cmb4};
constexpr DWORD kFaceLength = offsetof(LOGFONTW, lfFaceName);
static_assert(kFaceLength == offsetof(LOGFONTA, lfFaceName));

}  // namespace

FontDialog::FontDialog(CHOOSEFONTW& client, Encoding encoding)
    : CommonDialog(encoding, client.hwndOwner, &client), client_(client) {
  const bool printer = has_flag(CF_PRINTERFONTS) && client.hDC != nullptr;
  own_dc_ = !printer || has_flag(CF_SCREENFONTS);
  dc_ = own_dc_ ? GetDC(nullptr) : client.hDC;
  limits_.flags = client.Flags;
  if (client.lpLogFont != nullptr) limits_.char_set = client.lpLogFont->lfCharSet;
  families_ = list_families(dc_, limits_);
}

FontDialog::~FontDialog() {
  if (own_dc_) ReleaseDC(nullptr, dc_);
}

INT_PTR FontDialog::show(std::optional<DialogTemplate> replacement) {
  const HINSTANCE module = has_flag(CF_ENABLETEMPLATE) ? client_.hInstance : nullptr;
  return replacement ? run(std::move(*replacement), module) : run(default_layout(), nullptr);
}

// LOGFONTA and LOGFONTW differ in the name alone.
LOGFONTW FontDialog::read_font(const void* from) const {
  LOGFONTW font{};
  std::memcpy(&font, from, kFaceLength);
  const std::u16string name = text.read(static_cast<const char*>(from) + kFaceLength);
  font.lfFaceName[name.copy(base::as_char16(font.lfFaceName), LF_FACESIZE - 1)] = 0;
  return font;
}

void FontDialog::write_font(const LOGFONTW& font, void* to) const {
  std::memcpy(to, &font, kFaceLength);
  text.write_cut(base::as_char16(font.lfFaceName), static_cast<char*>(to) + kFaceLength,
                 LF_FACESIZE);
}

// What a combo box says: its list's row, or what was typed.
std::u16string FontDialog::chosen_text(int id) const {
  const LRESULT index = send(id, CB_GETCURSEL);
  if (index < 0) return item_text(id);
  std::u16string row(static_cast<std::size_t>(std::max<LRESULT>(
                         send(id, CB_GETLBTEXTLEN, static_cast<WPARAM>(index)), 0)),
                     u'\0');
  send(id, CB_GETLBTEXT, static_cast<WPARAM>(index), reinterpret_cast<LPARAM>(row.data()));
  return row;
}

const FontFamily* FontDialog::family() const {
  const std::u16string name = chosen_text(cmb1);
  const auto found = std::ranges::find_if(
      families_, [&](const FontFamily& one) { return base::equals_ignoring_case(one.name, name); });
  return found != families_.end() ? &*found : nullptr;
}

const FontStyle* FontDialog::style() const {
  const std::u16string name = chosen_text(cmb2);
  const auto found = std::ranges::find_if(
      styles_, [&](const FontStyle& one) { return base::equals_ignoring_case(one.name, name); });
  return found != styles_.end() ? &*found : nullptr;
}

LOGFONTW FontDialog::chosen() const {
  LOGFONTW font{};
  if (const FontStyle* known = style()) {
    font = known->font;
    font.lfWeight = known->weight;
    font.lfItalic = known->italic;
  }
  font.lfHeight = -height_of(tenths_of_points(chosen_text(cmb3)));
  font.lfWidth = 0;
  font.lfStrikeOut = checked(chx1);
  font.lfUnderline = checked(chx2);
  font.lfCharSet = has_flag(CF_NOSCRIPTSEL) ? BYTE{DEFAULT_CHARSET} : char_set_;
  const std::u16string name = chosen_text(cmb1);
  font.lfFaceName[name.copy(base::as_char16(font.lfFaceName), LF_FACESIZE - 1)] = 0;
  return font;
}

void FontDialog::show_controls() {
  for (const int id : kEffects) show_item(id, has_flag(CF_EFFECTS));
  show_item(psh3, has_flag(CF_APPLY));
  show_item(pshHelp, has_flag(CF_SHOWHELP));
  show_item(stc6, has_flag(CF_PRINTERFONTS));
  const bool scripts = !has_flag(CF_NOSCRIPTSEL) && !has_flag(CF_SELECTSCRIPT);
  if (const HWND list = item(cmb5)) EnableWindow(list, scripts);
}

void FontDialog::take_font(const LOGFONTW& font, DWORD without) {
  char_set_ = font.lfCharSet;
  if ((without & CF_NOFACESEL) == 0) {
    choose_text(cmb1, family_of_alias(base::as_char16(font.lfFaceName)));
  }
  on_family();
  const auto found = std::ranges::find_if(styles_, [&](const FontStyle& one) {
    return one.italic == (font.lfItalic != 0) &&
           (one.weight >= FW_SEMIBOLD) == (font.lfWeight >= FW_SEMIBOLD);
  });
  if ((without & CF_NOSTYLESEL) == 0 && found != styles_.end()) choose_text(cmb2, found->name);
  if ((without & CF_NOSIZESEL) == 0) choose_text(cmb3, points_text(tenths_of(font)));
  check(chx1, font.lfStrikeOut != 0);
  check(chx2, font.lfUnderline != 0);
  refresh_sample();
}

bool FontDialog::initialize() {
  for (const int id : {cmb1, cmb4}) {
    send(id, CB_SETITEMHEIGHT, 0, kPictureSize);
  }
  send(cmb3, CB_LIMITTEXT, 5);
  send(cmb1, CB_LIMITTEXT, LF_FACESIZE - 1);
  take_over_painting(stc5);
  show_item(stc5, true);
  show_controls();
  fill_families();
  fill_colors();
  const bool given = has_flag(CF_INITTOLOGFONTSTRUCT) && client_.lpLogFont != nullptr;
  LOGFONTW first{};
  families_.front().name.copy(base::as_char16(first.lfFaceName), LF_FACESIZE - 1);
  first.lfHeight = -height_of(100);
  take_font(given ? read_font(client_.lpLogFont) : first, given ? client_.Flags : 0);
  if (has_flag(CF_USESTYLE)) choose_text(cmb2, text.read(client_.lpszStyle));
  SetFocus(item(cmb1));
  send(cmb1, CB_SETEDITSEL, 0, MAKELPARAM(0, -1));
  return false;
}

void FontDialog::refresh_sample() {
  if (const HWND sample = item(stc5)) InvalidateRect(sample, nullptr, TRUE);
  if (!has_flag(CF_PRINTERFONTS)) return;
  const FontFamily* known = family();
  const bool scalable = known != nullptr && (known->type & RASTER_FONTTYPE) == 0;
  set_item_text(stc6, scalable ? u"This is a TrueType font. This same font will be used on both "
                                 u"your screen and your printer."
                               : u"This is a screen font. The closest matching printer font will "
                                 u"be used for printing.");
}

void FontDialog::on_family() {
  fill_styles();
  fill_sizes();
  fill_scripts();
}

void FontDialog::on_choice(int id, WORD code) {
  if (code == CBN_EDITCHANGE) {
    const std::u16string typed = item_text(id);
    const LRESULT index = send(id, CB_FINDSTRINGEXACT, static_cast<WPARAM>(-1),
                               reinterpret_cast<LPARAM>(typed.c_str()));
    // Where a row says the same it is selected, without touching what is being typed.
    if (index != send(id, CB_GETCURSEL)) {
      send(id, CB_SETCURSEL, static_cast<WPARAM>(index));
      if (index < 0) set_item_text(id, typed);
      const auto end = static_cast<WORD>(typed.size());
      send(id, CB_SETEDITSEL, 0, MAKELPARAM(end, end));
    }
  } else if (code != CBN_SELCHANGE) {
    return;
  }
  if (id == cmb1) on_family();
  if (id == cmb5) {
    const auto index = static_cast<std::size_t>(send(cmb5, CB_GETCURSEL));
    if (index < scripts_.size()) char_set_ = scripts_[index].char_set;
  }
  refresh_sample();
}

void FontDialog::on_command(WORD id, WORD code) {
  switch (id) {
    case chx1:
    case chx2:
      return refresh_sample();
    case cmb1:
    case cmb2:
    case cmb3:
    case cmb4:
    case cmb5:
      return on_choice(id, code);
    default:
      return CommonDialog::on_command(id, code);
  }
}

bool FontDialog::refuse(int id, const std::u16string& reason) {
  tell(reason, MB_OK | MB_ICONINFORMATION);
  if (alive()) SetFocus(item(id));
  return false;
}

bool FontDialog::is_choice_usable() {
  const std::u16string size = chosen_text(cmb3);
  const int tenths = tenths_of_points(size);
  if (tenths == 0 && !size.empty()) return refuse(cmb3, u"Size must be a number.");
  const bool fits = tenths >= client_.nSizeMin * 10 && tenths <= client_.nSizeMax * 10;
  if (has_flag(CF_LIMITSIZE) && !fits) {
    return refuse(cmb3, u"Size must be between " + points_text(client_.nSizeMin * 10) + u" and " +
                            points_text(client_.nSizeMax * 10) + u" points.");
  }
  if (!has_flag(CF_FORCEFONTEXIST)) return true;
  if (family() == nullptr) {
    return refuse(cmb1, u"There is no font with that name.\nChoose a font from the list of fonts.");
  }
  return style() != nullptr ||
         refuse(cmb2,
                u"This font is not available in that style.\nChoose a style from the list "
                u"of styles.");
}

WORD FontDialog::font_type() const {
  DWORD type = own_dc_ ? SCREEN_FONTTYPE : PRINTER_FONTTYPE;
  if (const FontStyle* known = style()) {
    if (known->weight >= FW_SEMIBOLD) type |= BOLD_FONTTYPE;
    if (known->italic) type |= ITALIC_FONTTYPE;
    if (known->simulated) type |= SIMULATED_FONTTYPE;
  }
  if ((type & (BOLD_FONTTYPE | ITALIC_FONTTYPE)) == 0) type |= REGULAR_FONTTYPE;
  return static_cast<WORD>(type);
}

void FontDialog::store() {
  if (client_.lpLogFont != nullptr) write_font(chosen(), client_.lpLogFont);
  client_.iPointSize = tenths_of_points(chosen_text(cmb3));
  if (has_flag(CF_EFFECTS)) client_.rgbColors = color();
  client_.nFontType = font_type();
  if (has_flag(CF_USESTYLE)) text.write_cut(chosen_text(cmb2), client_.lpszStyle, LF_FACESIZE);
  // Documented: these say on return what the user did not choose.
  client_.Flags &= ~static_cast<DWORD>(CF_NOFACESEL | CF_NOSTYLESEL | CF_NOSIZESEL);
  if (chosen_text(cmb1).empty()) client_.Flags |= CF_NOFACESEL;
  if (chosen_text(cmb2).empty()) client_.Flags |= CF_NOSTYLESEL;
  if (chosen_text(cmb3).empty()) client_.Flags |= CF_NOSIZESEL;
}

void FontDialog::accept() {
  if (!is_choice_usable() || !alive()) return;
  store();
  end(TRUE);
}

INT_PTR FontDialog::handle_message(UINT message, WPARAM wparam, LPARAM lparam) {
  switch (message) {
    case WM_DRAWITEM:
      return draw(*reinterpret_cast<const DRAWITEMSTRUCT*>(lparam));
    case WM_CHOOSEFONT_GETLOGFONT:
      // DM_SETDEFID has the same number, and no pointer.
      if (lparam == 0) return FALSE;
      write_font(chosen(), reinterpret_cast<void*>(lparam));
      return TRUE;
    case WM_CHOOSEFONT_SETLOGFONT:
      if (lparam != 0) take_font(read_font(reinterpret_cast<const void*>(lparam)), 0);
      return TRUE;
    case WM_CHOOSEFONT_SETFLAGS:
      if (lparam != 0) take_flags(reinterpret_cast<const CHOOSEFONTW*>(lparam)->Flags);
      return TRUE;
    default:
      return CommonDialog::handle_message(message, wparam, lparam);
  }
}

void FontDialog::take_flags(DWORD flags) {
  const LOGFONTW font = chosen();
  client_.Flags = limits_.flags = flags;
  families_ = list_families(dc_, limits_);
  show_controls();
  fill_families();
  take_font(font, 0);
}

const char16_t* FontDialog::help_on(int id) const {
  static constexpr HelpText kTexts[] = {{cmb1, u"The fonts that there are."},
                                        {cmb2, u"The styles that the font has."},
                                        {cmb3, u"The size, in points."},
                                        {cmb4, u"The color of the text."},
                                        {cmb5, u"The scripts that the font has letters for."},
                                        {chx1, u"Draws the text with a line through it."},
                                        {chx2, u"Draws the text with a line under it."},
                                        {stc5, u"Shows how the text will look."},
                                        {psh3, u"Uses the font without closing the dialog box."}};
  return find_help(kTexts, id);
}

}  // namespace transom::comdlg
