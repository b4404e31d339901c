// The About box that programs of the shell share.
#include <shellapi.h>

#include "base/text.h"
#include "comdlg32/dialog_layout.h"
#include "user32/dialog/dialog_state.h"

namespace {

using namespace transom;

constexpr int kIcon = 100;

struct AboutTexts {
  std::u16string title;
  std::u16string first_line;
};

// "Title#First line"; without the mark both are the same.
AboutTexts split(const std::u16string& application) {
  const std::size_t mark = application.find(u'#');
  if (mark == std::u16string::npos) return {application, application};
  return {application.substr(0, mark), application.substr(mark + 1)};
}

INT_PTR CALLBACK about_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam) {
  switch (message) {
    case WM_INITDIALOG:
      SendDlgItemMessageW(dialog, kIcon, STM_SETICON, static_cast<WPARAM>(lparam), 0);
      return TRUE;
    case WM_COMMAND:
      if (LOWORD(wparam) == IDOK || LOWORD(wparam) == IDCANCEL) EndDialog(dialog, TRUE);
      return TRUE;
    default:
      return FALSE;
  }
}

int show_about(HWND owner, const std::u16string& application, const std::u16string& other,
               HICON icon) {
  const AboutTexts texts = split(application);
  comdlg::DialogLayout layout(
      texts.title, 220, 96,
      WS_POPUP | WS_CAPTION | WS_SYSMENU | WS_VISIBLE | DS_MODALFRAME | DS_SETFONT | DS_3DLOOK);
  layout.item(comdlg::DialogLayout::kStatic, u"", SS_ICON, kIcon, {7, 8, 20, 20})
      .label(texts.first_line, -1, {36, 9, 177, 9}, SS_NOPREFIX)
      .label(other, -1, {36, 26, 177, 42}, SS_NOPREFIX)
      .button(u"OK", IDOK, {163, 75, 50, 14}, BS_DEFPUSHBUTTON);
  if (icon == nullptr) icon = LoadIconW(nullptr, MAKEINTRESOURCEW(32517));  // IDI_WINLOGO
  return user::run_dialog({nullptr, layout.take(), owner, about_procedure,
                           reinterpret_cast<LPARAM>(icon), user::Encoding::kUnicode, true}) == TRUE;
}

}  // namespace

// A box with the program's name, its icon and a text of its own; the lines about Windows are left
// out. TRUE once it has been shown.
// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-shellaboutw
INT WINAPI ShellAboutW(HWND owner, LPCWSTR application, LPCWSTR other, HICON icon) {
  const auto text = [](LPCWSTR from) {
    return from != nullptr ? std::u16string(base::as_char16(from)) : std::u16string();
  };
  return show_about(owner, text(application), text(other), icon);
}

// https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-shellabouta
INT WINAPI ShellAboutA(HWND owner, LPCSTR application, LPCSTR other, HICON icon) {
  const auto text = [](LPCSTR from) {
    return from != nullptr ? base::to_utf16(from) : std::u16string();
  };
  return show_about(owner, text(application), text(other), icon);
}
