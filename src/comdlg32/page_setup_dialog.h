// The Page Setup dialog: paper, orientation, margins, and a sample page that shows them.
//
// Lengths are in the program's unit, thousandths of an inch or hundredths of a millimetre; people
// see inches or millimetres.
// https://learn.microsoft.com/windows/win32/dlgbox/page-setup-dialog-box
#pragma once

#include "comdlg32/printer_controls.h"

namespace transom::comdlg {

class PageSetupDialog final : public CommonDialog {
 public:
  // `client` is the program's structure of either kind, with its unit in its flags.
  PageSetupDialog(PAGESETUPDLGW& client, Encoding encoding, PrinterChoice& choice)
      : CommonDialog(encoding, client.hwndOwner, &client), client_(client), choice_(choice) {}
  INT_PTR show(std::optional<DialogTemplate> replacement);

 protected:
  bool initialize() override;
  void on_command(WORD id, WORD code) override;
  void accept() override;
  void paint(int id, HDC dc, const RECT& area) override;
  const char16_t* help_on(int id) const override;

 private:
  bool has_flag(DWORD flag) const { return (client_.Flags & flag) != 0; }
  bool metric() const { return has_flag(PSD_INHUNDREDTHSOFMILLIMETERS); }
  void show_margins();
  void disable_controls();
  void choose_printer();
  void on_margin(WORD id);
  bool refuse(int id, const std::u16string& reason);
  void redraw_sample() const;

  void paint_contents(HDC dc, const RECT& page);
  RECT inside(const RECT& page, const RECT& margins) const;
  // False: the hook wants that part for itself, or the program no contents at all.
  bool may_draw(UINT message, HDC dc, const RECT& part);
  UINT_PTR ask_paint_hook(UINT message, WPARAM wparam, LPARAM lparam) const;

  PAGESETUPDLGW& client_;
  PrinterChoice& choice_;
  bool updating_ = false;  // the fields are being filled
};

// In the unit that the flags say.
POINT paper_size_in_unit(const PrinterChoice& choice, DWORD flags);
RECT smallest_margins(const PrinterChoice& choice, DWORD flags);

}  // namespace transom::comdlg
