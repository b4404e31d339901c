#include "comdlg32/printer_controls.h"

#include <algorithm>

#include "comdlg32/dialog_layout.h"
#include "comdlg32/setup_dialog.h"
#include "winspool/device_mode.h"

namespace transom::comdlg {
namespace {

std::optional<std::size_t> index_of(const std::vector<Printer>& printers,
                                    const std::u16string& name) {
  const auto found = std::ranges::find_if(
      printers, [&](const Printer& one) { return base::equals_ignoring_case(one.name, name); });
  if (found == printers.end()) return std::nullopt;
  return static_cast<std::size_t>(found - printers.begin());
}

// dmDeviceName has room for 31 characters.
std::u16string name_in(const DEVMODEW& mode) {
  const std::u16string_view whole(base::as_char16(mode.dmDeviceName), CCHDEVICENAME);
  return std::u16string(whole.substr(0, whole.find(u'\0')));
}

// The program's, if it names one that there is.
std::optional<std::size_t> find_given(const std::vector<Printer>& printers,
                                      const GivenPrinter& given, Disagreement disagreement) {
  const bool names_mode = given.mode && !name_in(*given.mode).empty();
  if (!given.name && !names_mode) return 0;
  const std::u16string name = given.name ? *given.name : name_in(*given.mode);
  if (given.name && names_mode && disagreement == Disagreement::kFails &&
      !base::equals_ignoring_case(name.substr(0, CCHDEVICENAME - 1), name_in(*given.mode))) {
    set_extended_error(PDERR_DNDMMISMATCH);
    return std::nullopt;
  }
  const auto index = index_of(printers, name);
  if (given.said_default && (!index || !printers[*index].is_default)) {
    set_extended_error(PDERR_DEFAULTDIFFERENT);
    return std::nullopt;
  }
  if (!index) set_extended_error(PDERR_PRINTERNOTFOUND);
  return index;
}

}  // namespace

std::optional<PrinterChoice> initial_choice(const ClientText& text, HGLOBAL mode, HGLOBAL names,
                                            Disagreement disagreement) {
  PrinterChoice choice;
  choice.printers = winspool::printers();
  const GivenPrinter given = read_printer(text, mode, names);
  const auto chosen = find_given(choice.printers, given, disagreement);
  if (!chosen) return std::nullopt;
  choice.chosen = *chosen;
  choice.mode = winspool::device_mode_of(choice.printer(), given.mode ? &*given.mode : nullptr);
  return choice;
}

void fill_printers(const CommonDialog& dialog, int list, const PrinterChoice& choice) {
  dialog.send(list, CB_RESETCONTENT);
  for (const Printer& printer : choice.printers) {
    dialog.send(list, CB_ADDSTRING, 0, reinterpret_cast<LPARAM>(printer.name.c_str()));
  }
  const auto row =
      static_cast<WPARAM>(dialog.send(list, CB_FINDSTRINGEXACT, static_cast<WPARAM>(-1),
                                      reinterpret_cast<LPARAM>(choice.name().c_str())));
  dialog.send(list, CB_SETCURSEL, row);
  describe_printer(dialog, choice.printer());
}

void describe_printer(const CommonDialog& dialog, const Printer& printer) {
  dialog.set_item_text(stc12, printer.is_default ? u"Default printer; Ready" : u"Ready");
  dialog.set_item_text(stc11, printer.driver);
  dialog.set_item_text(stc14, printer.port);
  dialog.set_item_text(stc13, printer.comment);
}

void take_printer(const CommonDialog& dialog, int list, PrinterChoice& choice) {
  const LRESULT row = dialog.send(list, CB_GETCURSEL);
  WCHAR name[MAX_PATH]{};
  if (row < 0 || dialog.send(list, CB_GETLBTEXTLEN, static_cast<WPARAM>(row)) >= MAX_PATH) return;
  dialog.send(list, CB_GETLBTEXT, static_cast<WPARAM>(row), reinterpret_cast<LPARAM>(name));
  const auto index = index_of(choice.printers, base::as_char16(name));
  if (!index) return;
  choice.chosen = *index;
  choice.mode = winspool::device_mode_of(choice.printer(), &choice.mode);
  describe_printer(dialog, choice.printer());
}

void edit_properties(const CommonDialog& dialog, PrinterChoice& choice) {
  PropertiesDialog(dialog.handle(), choice).show();
}

void add_printer_group(DialogLayout& layout, int list, const std::u16string& to_file) {
  constexpr DWORD kLine = SS_NOPREFIX | SS_LEFTNOWORDWRAP;
  layout.group(u"Printer", grp4, {8, 4, 272, 84}, WS_GROUP)
      .label(u"&Name:", stc6, {16, 20, 36, 8})
      .combo(list, {52, 18, 152, 120})
      .button(u"P&roperties...", psh2, {212, 17, 60, 14})
      .label(u"Status:", stc8, {16, 36, 36, 10})
      .label(u"", stc12, {52, 36, 220, 10}, kLine)
      .label(u"Type:", stc7, {16, 48, 36, 10})
      .label(u"", stc11, {52, 48, 220, 10}, kLine)
      .label(u"Where:", stc10, {16, 60, 36, 10})
      .label(u"", stc14, {52, 60, 220, 10}, kLine)
      .label(u"Comment:", stc9, {16, 72, 36, 10})
      .label(u"", stc13, {52, 72, to_file.empty() ? 220 : 156, 10}, kLine);
  if (!to_file.empty()) layout.check_box(to_file, chx1, {212, 71, 64, 12}, WS_GROUP);
}

}  // namespace transom::comdlg
