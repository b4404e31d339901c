// The Font dialog: lists of families, styles and sizes, effects, a script, and a sample of what is
// chosen.
// https://learn.microsoft.com/windows/win32/dlgbox/font-dialog-box
#pragma once

#include "comdlg32/common_dialog.h"
#include "comdlg32/font_list.h"

namespace transom::comdlg {

class FontDialog final : public CommonDialog {
 public:
  // `client` is the program's structure of either kind.
  FontDialog(CHOOSEFONTW& client, Encoding encoding);
  ~FontDialog() override;
  // CFERR_NOFONTS where there is none to choose.
  bool has_fonts() const { return !families_.empty(); }
  INT_PTR show(std::optional<DialogTemplate> replacement);

 protected:
  bool initialize() override;
  INT_PTR handle_message(UINT message, WPARAM wparam, LPARAM lparam) override;
  void on_command(WORD id, WORD code) override;
  void accept() override;
  void paint(int id, HDC dc, const RECT& area) override;
  const char16_t* help_on(int id) const override;

 private:
  // What the user has chosen; null where no row of the list says what was typed.
  const FontFamily* family() const;
  const FontStyle* style() const;
  std::u16string chosen_text(int id) const;
  LOGFONTW chosen() const;
  void choose_text(int id, const std::u16string& value);

  bool has_flag(DWORD flag) const { return (client_.Flags & flag) != 0; }
  LOGFONTW read_font(const void* from) const;
  void write_font(const LOGFONTW& font, void* to) const;
  // `without`: CF_NOFACESEL, CF_NOSTYLESEL, CF_NOSIZESEL.
  void take_font(const LOGFONTW& font, DWORD without);
  void take_flags(DWORD flags);

  void show_controls();
  void fill_families();
  void fill_styles();
  void fill_sizes();
  void fill_scripts();
  void fill_colors();
  void fill_list(int id, const std::vector<std::u16string>& rows);
  void on_family();
  void on_choice(int id, WORD code);
  void refresh_sample();

  bool is_choice_usable();
  bool refuse(int id, const std::u16string& reason);
  void store();
  WORD font_type() const;

  bool draw(const DRAWITEMSTRUCT& drawn) const;
  COLORREF color() const { return color_of_row(static_cast<UINT>(send(cmb4, CB_GETCURSEL))); }
  // Of cmb4: the sixteen that have names, then the program's own.
  COLORREF color_of_row(UINT row) const;

  CHOOSEFONTW& client_;
  HDC dc_ = nullptr;  // whose fonts these are
  bool own_dc_ = false;
  FontLimits limits_;
  BYTE char_set_ = DEFAULT_CHARSET;
  std::vector<FontFamily> families_;
  std::vector<FontStyle> styles_;
  std::vector<FontScript> scripts_;
};

}  // namespace transom::comdlg
