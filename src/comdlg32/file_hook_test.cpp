// Hooks and templates of Open and Save As.
// https://learn.microsoft.com/windows/win32/dlgbox/open-and-save-as-dialog-boxes#open-and-save-as-dialog-box-customization
#include <gmock/gmock.h>

#include "comdlg32/common_dialog_test_support.h"

namespace transom::comdlg {
namespace {

using testing::ElementsAre;

constexpr WORD kExtra = 500;

// A template with a button and, where asked for, the marker of the standard controls.
std::vector<WORD> child_template(bool marker) {
  std::vector<WORD> words;
  const auto put = [&](std::initializer_list<DWORD> values) {
    for (const DWORD value : values) words.push_back(static_cast<WORD>(value));
  };
  const auto item = [&](const char16_t* name, DWORD id, DWORD x, DWORD y) {
    if (words.size() % 2 != 0) put({0});
    put({0, 0x5000, 0, 0, x, y, 40, 12, id});
    for (; *name != 0; ++name) put({*name});
    put({0, 'x', 0, 0});
  };
  const DWORD style = WS_CHILD | WS_CLIPSIBLINGS | WS_VISIBLE | DS_CONTROL | DS_3DLOOK;
  put({LOWORD(style), HIWORD(style), 0, 0, marker ? 2u : 1u, 0, 0, 120, 60, 0, 0, 0});
  item(u"Button", kExtra, marker ? 10 : 4, marker ? 40 : 4);
  if (marker) item(u"Static", stc32, 20, 16);
  return words;
}

struct Heard {
  std::vector<UINT> codes;
  std::vector<UINT> registered;
  std::u16string spec, path, folder;
  DWORD filter = 0;
  LPARAM initialized = 0;
  LRESULT refuse = 0;
};
Heard heard;

std::u16string ask(HWND child, UINT message) {
  WCHAR buffer[300]{};
  const LRESULT size =
      SendMessageW(GetParent(child), message, 300, reinterpret_cast<LPARAM>(buffer));
  std::u16string text = base::as_char16(buffer);
  EXPECT_EQ(size, static_cast<LRESULT>(text.size() + 1));
  return text;
}

UINT_PTR CALLBACK explorer_hook(HWND child, UINT message, WPARAM, LPARAM lparam) {
  if (message == WM_INITDIALOG) heard.initialized = lparam;
  if (message == RegisterWindowMessageW(FILEOKSTRINGW)) heard.registered.push_back(message);
  if (message != WM_NOTIFY) return FALSE;
  const auto& notification = *reinterpret_cast<const OFNOTIFYW*>(lparam);
  EXPECT_EQ(notification.hdr.hwndFrom, GetParent(child));
  heard.codes.push_back(notification.hdr.code);
  if (notification.hdr.code == CDN_SELCHANGE) {
    heard.spec = ask(child, CDM_GETSPEC);
    heard.path = ask(child, CDM_GETFILEPATH);
  }
  if (notification.hdr.code == CDN_FOLDERCHANGE) heard.folder = ask(child, CDM_GETFOLDERPATH);
  if (notification.hdr.code == CDN_TYPECHANGE) heard.filter = notification.lpOFN->nFilterIndex;
  if (notification.hdr.code == CDN_FILEOK && heard.refuse != 0) {
    SetWindowLongPtrW(child, DWLP_MSGRESULT, std::exchange(heard.refuse, 0));
    return TRUE;
  }
  return FALSE;
}

class FileHooks : public CommonDialogTest {
 protected:
  void SetUp() override {
    CommonDialogTest::SetUp();
    heard = {};
    folder.add_file("alpha.txt");
    folder.add_folder("sub");
    start = folder.path();
    client.lStructSize = sizeof client;
    client.hwndOwner = window;
    client.lpstrFilter = L"Text\0*.txt\0All\0*.*\0";
    client.lpstrFile = buffer;
    client.nMaxFile = 400;
    client.lpstrInitialDir = base::as_wchar(start);
    client.Flags = OFN_EXPLORER | OFN_ENABLEHOOK;
    client.lpfnHook = explorer_hook;
  }
  HWND child() const { return FindWindowExW(dialog(), nullptr, L"#32770", nullptr); }

  TestFolder folder;
  std::u16string start;
  WCHAR buffer[400]{};
  OPENFILENAMEW client{};
};

TEST_F(FileHooks, HearWhatHappensByNotifications) {
  TRANSOM_CHECKS(WM_NOTIFY);
  then([] { click_list_item(lst1, 1); });
  then([] { click_list_item(lst1, 0, 2); });
  then_press('T', VK_MENU);
  then_press(VK_DOWN);
  then_press('N', VK_MENU);
  then_type(u"..\\alpha.txt");
  then_press(VK_RETURN);
  ASSERT_TRUE(GetOpenFileNameW(&client));
  EXPECT_EQ(heard.initialized, reinterpret_cast<LPARAM>(&client));
  EXPECT_THAT(heard.codes, ElementsAre(CDN_INITDONE, CDN_SELCHANGE, CDN_SELCHANGE, CDN_FOLDERCHANGE,
                                       CDN_TYPECHANGE, CDN_FILEOK));
  EXPECT_EQ(heard.spec, u"alpha.txt");
  EXPECT_EQ(heard.path, folder.path(u"alpha.txt"));
  EXPECT_EQ(heard.folder, folder.path(u"sub"));
  EXPECT_EQ(heard.filter, 2u);
  EXPECT_EQ(heard.registered.size(), 1u);
}

// "To reject the specified file name … set a nonzero DWL_MSGRESULT value."
TEST_F(FileHooks, RejectNames) {
  heard.refuse = 1;
  then_type(u"alpha.txt");
  then_press(VK_RETURN);
  then([] { EXPECT_NE(item(edt1), nullptr); });
  then_press(VK_RETURN);
  ASSERT_TRUE(GetSaveFileNameW(&client));
  EXPECT_THAT(heard.codes, ElementsAre(CDN_INITDONE, CDN_FILEOK, CDN_FILEOK));
}

TEST_F(FileHooks, ChangeTheStandardControls) {
  then([&] {
    const HWND box = GetParent(child());
    SendMessageW(box, CDM_SETCONTROLTEXT, IDOK, reinterpret_cast<LPARAM>(L"Take"));
    SendMessageW(box, CDM_HIDECONTROL, cmb1, 0);
    SendMessageW(box, CDM_SETCONTROLTEXT, cmb13, reinterpret_cast<LPARAM>(L"fresh"));
    SendMessageW(box, CDM_SETDEFEXT, 0, reinterpret_cast<LPARAM>(L"html"));
    EXPECT_EQ(item_text(IDOK), u"Take");
    EXPECT_FALSE(IsWindowVisible(item(cmb1)));
    strike(VK_RETURN);
  });
  ASSERT_TRUE(GetSaveFileNameW(&client));
  EXPECT_EQ(base::as_char16(buffer), folder.path(u"fresh.html"));
}

// "By default, all controls from the custom dialog box are positioned below".
TEST_F(FileHooks, TemplatesGoBelow) {
  const std::vector<WORD> words = child_template(false);
  client.Flags |= OFN_ENABLETEMPLATEHANDLE | OFN_HIDEREADONLY;
  client.hInstance = reinterpret_cast<HINSTANCE>(const_cast<WORD*>(words.data()));
  then([&] {
    RECT extra, ok, own, frame;
    GetWindowRect(GetDlgItem(child(), kExtra), &extra);
    GetWindowRect(item(IDCANCEL), &ok);
    GetWindowRect(child(), &own);
    GetWindowRect(dialog(), &frame);
    EXPECT_GT(extra.top, ok.bottom);
    EXPECT_LT(extra.bottom, frame.bottom);
  });
  then_press(VK_ESCAPE);
  EXPECT_FALSE(GetOpenFileNameW(&client));
  EXPECT_EQ(CommDlgExtendedError(), 0u);
}

// stc32: "Each new control has the same position relative to the default controls as it had to".
TEST_F(FileHooks, TemplatesSurroundTheStandardControls) {
  const std::vector<WORD> words = child_template(true);
  client.Flags |= OFN_ENABLETEMPLATEHANDLE;
  client.hInstance = reinterpret_cast<HINSTANCE>(const_cast<WORD*>(words.data()));
  then([&] {
    RECT list, extra, help;
    GetWindowRect(item(lst1), &list);
    GetWindowRect(GetDlgItem(child(), kExtra), &extra);
    GetWindowRect(item(chx1), &help);
    MapWindowPoints(nullptr, dialog(), reinterpret_cast<POINT*>(&list), 2);
    EXPECT_GT(list.left, 30);
    EXPECT_GT(list.top, 50);
    EXPECT_GT(extra.top, help.bottom);
    click_at(item(IDCANCEL), 5, 5);
  });
  EXPECT_FALSE(GetOpenFileNameW(&client));
}

int old_messages = 0, old_selections = 0, old_approvals = 0;

UINT_PTR CALLBACK old_hook(HWND, UINT message, WPARAM wparam, LPARAM lparam) {
  ++old_messages;
  if (message == RegisterWindowMessageW(LBSELCHSTRINGW)) {
    ++old_selections;
    EXPECT_EQ(wparam, WPARAM{lst1});
    EXPECT_EQ(LOWORD(lparam), 0);
  }
  if (message == RegisterWindowMessageW(FILEOKSTRINGW)) return ++old_approvals == 1;
  return FALSE;
}

// Old-style hooks get all messages, and the registered ones.
TEST_F(FileHooks, OldStyleHooksHearEverything) {
  client.Flags = OFN_ENABLEHOOK | OFN_SHOWHELP;
  client.lpfnHook = old_hook;
  then([] { click_list_item(lst1, 0); });
  then_press(VK_RETURN);  // refused the first time
  then([] { EXPECT_EQ(item_text(edt1), u"alpha.txt"); });
  then([] { click_at(item(pshHelp), 5, 5); });
  then_press('N', VK_MENU);
  then_press(VK_RETURN);
  ASSERT_TRUE(GetOpenFileNameW(&client));
  EXPECT_EQ(base::as_char16(buffer), folder.path(u"alpha.txt"));
  EXPECT_EQ(old_selections, 1);
  EXPECT_EQ(old_approvals, 2);
  EXPECT_GT(old_messages, 20);
  const user::Received* help = first(RegisterWindowMessageW(HELPMSGSTRINGW));
  ASSERT_NE(help, nullptr);
  EXPECT_EQ(help->lparam, reinterpret_cast<LPARAM>(&client));
}

std::u16string violated;

UINT_PTR CALLBACK sharing_hook(HWND child, UINT message, WPARAM, LPARAM lparam) {
  if (message != WM_NOTIFY) return FALSE;
  const auto& notification = *reinterpret_cast<const OFNOTIFYW*>(lparam);
  if (notification.hdr.code != CDN_SHAREVIOLATION) return FALSE;
  violated = base::as_char16(notification.pszFile);
  SetWindowLongPtrW(child, DWLP_MSGRESULT, OFN_SHAREFALLTHROUGH);
  return TRUE;
}

// CDN_SHAREVIOLATION: without the hook's word the user is told.
TEST_F(FileHooks, DecideOnFilesThatAreInUse) {
  const HANDLE file = CreateFileW(base::as_wchar(folder.path(u"alpha.txt")), GENERIC_READ, 0,
                                  nullptr, OPEN_EXISTING, 0, nullptr);
  ASSERT_NE(file, INVALID_HANDLE_VALUE);
  client.lpfnHook = sharing_hook;
  then_type(u"alpha.txt");
  then_press(VK_RETURN);
  EXPECT_TRUE(GetOpenFileNameW(&client));
  EXPECT_EQ(violated, folder.path(u"alpha.txt"));

  client.Flags = OFN_EXPLORER;
  then_press(VK_RETURN);
  then([] {
    EXPECT_NE(item_text(0xFFFF).find(u"in use"), std::u16string::npos);
    strike(VK_RETURN);
  });
  then_press(VK_ESCAPE);
  EXPECT_FALSE(GetOpenFileNameW(&client));

  client.Flags |= OFN_SHAREAWARE;
  then_press(VK_RETURN);
  EXPECT_TRUE(GetOpenFileNameW(&client));
  CloseHandle(file);
}

UINT_PTR CALLBACK destroying_hook(HWND child, UINT message, WPARAM, LPARAM lparam) {
  if (message == WM_NOTIFY &&
      reinterpret_cast<const OFNOTIFYW*>(lparam)->hdr.code == CDN_SELCHANGE) {
    DestroyWindow(GetParent(child));
  }
  return FALSE;
}

TEST_F(FileHooks, MessagesWithoutStructuresDoNoHarm) {
  client.Flags = OFN_EXPLORER;
  then([] {
    for (const UINT message : {WM_DRAWITEM, WM_MEASUREITEM, WM_GETMINMAXINFO, WM_HELP, WM_NOTIFY,
                               WM_VKEYTOITEM, WM_COMPAREITEM, WM_DELETEITEM}) {
      SendMessageW(dialog(), message, 0, 0);
    }
    for (UINT message = CDM_FIRST; message <= CDM_SETDEFEXT; ++message) {
      SendMessageW(dialog(), message, 0, 0);
      SendMessageW(dialog(), message, 100, 0);
    }
    strike(VK_ESCAPE);
  });
  EXPECT_FALSE(GetOpenFileNameW(&client));
}

TEST_F(FileHooks, MayDestroyTheDialog) {
  client.lpfnHook = destroying_hook;
  then([] { click_list_item(lst1, 1); });
  EXPECT_FALSE(GetOpenFileNameW(&client));
}

}  // namespace
}  // namespace transom::comdlg
