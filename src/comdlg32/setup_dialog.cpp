#include "comdlg32/setup_dialog.h"

#include "comdlg32/dialog_layout.h"
#include "comdlg32/paper_controls.h"

namespace transom::comdlg {
namespace {

void add_paper(DialogLayout& layout, int y) {
  layout.group(u"Paper", grp2, {8, y, 164, 56}, WS_GROUP)
      .label(u"Si&ze:", stc2, {16, y + 16, 36, 8})
      .combo(cmb2, {52, y + 14, 112, 112})
      .label(u"&Source:", stc3, {16, y + 36, 36, 8})
      .combo(cmb3, {52, y + 34, 112, 112})
      .group(u"Orientation", grp1, {180, y, 100, 56}, WS_GROUP)
      .radio(u"P&ortrait", rad1, {196, y + 16, 60, 12}, WS_GROUP | WS_TABSTOP)
      .radio(u"L&andscape", rad2, {196, y + 34, 60, 12});
}

DialogTemplate setup_layout() {
  DialogLayout layout(u"Print Setup", 288, 178);
  add_printer_group(layout, cmb1, u"");
  add_paper(layout, 92);
  layout.button(u"OK", IDOK, {180, 156, 48, 14}, BS_DEFPUSHBUTTON | WS_GROUP)
      .button(u"Cancel", IDCANCEL, {232, 156, 48, 14})
      .button(u"&Help", pshHelp, {8, 156, 48, 14});
  return layout.take();
}

DialogTemplate properties_layout(const std::u16string& printer) {
  DialogLayout layout(printer + u" Properties", 288, 86);
  add_paper(layout, 4);
  layout.button(u"OK", IDOK, {180, 66, 48, 14}, BS_DEFPUSHBUTTON | WS_GROUP)
      .button(u"Cancel", IDCANCEL, {232, 66, 48, 14});
  return layout.take();
}

}  // namespace

INT_PTR SetupDialog::show(std::optional<DialogTemplate> replacement) {
  const bool by_name = (client_.Flags & PD_ENABLESETUPTEMPLATE) != 0;
  return replacement ? run(std::move(*replacement), by_name ? client_.hInstance : nullptr)
                     : run(setup_layout(), nullptr);
}

bool SetupDialog::initialize() {
  fill_printers(*this, cmb1, choice_);
  fill_paper_controls(*this, choice_.name(), choice_.mode);
  show_item(pshHelp, (client_.Flags & PD_SHOWHELP) != 0);
  show_item(psh14, false);  // the Network button of a template
  return true;
}

void SetupDialog::on_command(WORD id, WORD code) {
  if (on_paper_control(*this, id, code, choice_.mode)) return;
  if (id == psh2) {
    edit_properties(*this, choice_);
  } else if (id == cmb1 && code == CBN_SELCHANGE) {
    take_printer(*this, cmb1, choice_);
  } else {
    return CommonDialog::on_command(id, code);
  }
  if (alive()) fill_paper_controls(*this, choice_.name(), choice_.mode);
}

void PropertiesDialog::show() {
  if (run(properties_layout(choice_.name()), nullptr) == TRUE) choice_.mode = mode_;
}

bool PropertiesDialog::initialize() {
  fill_paper_controls(*this, choice_.name(), mode_);
  return true;
}

void PropertiesDialog::on_command(WORD id, WORD code) {
  if (!on_paper_control(*this, id, code, mode_)) CommonDialog::on_command(id, code);
}

const char16_t* SetupDialog::help_on(int id) const {
  static constexpr HelpText kTexts[] = {{cmb1, u"The printers that there are."},
                                        {cmb2, u"The size of the paper."},
                                        {cmb3, u"Where the paper comes from."},
                                        {rad1, u"Prints on the paper upright."},
                                        {rad2, u"Prints on the paper lying."},
                                        {psh2, u"Chooses the printer's paper and orientation."}};
  return find_help(kTexts, id);
}

const char16_t* PropertiesDialog::help_on(int id) const {
  static constexpr HelpText kTexts[] = {{cmb2, u"The size of the paper."},
                                        {cmb3, u"Where the paper comes from."},
                                        {rad1, u"Prints on the paper upright."},
                                        {rad2, u"Prints on the paper lying."}};
  return find_help(kTexts, id);
}

}  // namespace transom::comdlg
