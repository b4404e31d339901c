// Open and Save As, driven by keyboard and mouse.
// https://learn.microsoft.com/windows/win32/dlgbox/open-and-save-as-dialog-boxes
#include <gmock/gmock.h>

#include "comdlg32/common_dialog_test_support.h"
#include "comdlg32/file_name.h"
#include "comdlg32/folder_listing.h"

namespace transom::comdlg {
namespace {

using testing::ElementsAre;

std::u16string text_in(const WCHAR* buffer) {
  return base::as_char16(buffer);
}

class FileDialogs : public CommonDialogTest {
 protected:
  void SetUp() override {
    CommonDialogTest::SetUp();
    for (const char* name : {"alpha.txt", "beta.txt", "gamma.c", "long name.txt"}) {
      folder.add_file(name);
    }
    folder.add_folder("sub");
    std::ofstream(folder.host() / "sub" / "inner.txt") << "x";
    start = folder.path();
    client.lStructSize = sizeof client;
    client.hwndOwner = window;
    client.lpstrFilter = L"Text\0*.txt\0C source\0*.c;*.h\0All\0*.*\0";
    client.nFilterIndex = 1;
    client.lpstrFile = buffer;
    client.nMaxFile = 400;
    client.lpstrInitialDir = base::as_wchar(start);
    client.Flags = OFN_EXPLORER;
  }
  bool open() { return GetOpenFileNameW(&client); }
  bool save() { return GetSaveFileNameW(&client); }
  std::u16string result() const { return base::as_char16(buffer); }
  // Answers a message box of the dialog's.
  void then_answer(WORD key, const std::u16string& part = {}) {
    then([=] {
      EXPECT_NE(item_text(0xFFFF).find(part), std::u16string::npos);
      strike(key);
    });
  }

  TestFolder folder;
  std::u16string start;
  WCHAR buffer[400]{};
  OPENFILENAMEW client{};
};

TEST_F(FileDialogs, ListFoldersAndTheFilesThatMatchTheFilter) {
  then([&] {
    EXPECT_THAT(list_items(lst1), ElementsAre(u"sub", u"alpha.txt", u"beta.txt", u"long name.txt"));
    EXPECT_EQ(item_text(cmb1), u"Text");
    EXPECT_EQ(GetFocus(), item(edt1));
    EXPECT_EQ(text_of(dialog()), u"Open");
  });
  then_press(VK_ESCAPE);
  EXPECT_FALSE(open());
  EXPECT_EQ(CommDlgExtendedError(), 0u);
}

// "nFileOffset: from the beginning of the path to the file name"; "nFileExtension".
TEST_F(FileDialogs, ReturnTheTypedName) {
  WCHAR title[40];
  client.lpstrFileTitle = title;
  client.nMaxFileTitle = 40;
  client.lpstrDefExt = L"txt";
  then_type(u"alpha");
  then_press(VK_RETURN);
  ASSERT_TRUE(open());
  EXPECT_EQ(result(), folder.path(u"alpha.txt"));
  EXPECT_EQ(client.nFileOffset, start.size() + 1);
  EXPECT_EQ(client.nFileExtension, start.size() + 7);
  EXPECT_EQ(text_in(title), u"alpha.txt");
  EXPECT_EQ(client.Flags & OFN_EXTENSIONDIFFERENT, 0u);
  EXPECT_EQ(base::current_windows_directory(), start);
}

TEST_F(FileDialogs, ClicksSelectAndDoubleClicksChoose) {
  then([] { click_list_item(lst1, 2); });
  then([] {
    EXPECT_EQ(item_text(edt1), u"beta.txt");
    click_list_item(lst1, 2, 2);
  });
  ASSERT_TRUE(open());
  EXPECT_EQ(result(), folder.path(u"beta.txt"));
}

TEST_F(FileDialogs, DoubleClicksOpenFoldersAndBackspaceLeavesThem) {
  then([] { click_list_item(lst1, 0, 2); });
  then([] { EXPECT_THAT(list_items(lst1), ElementsAre(u"inner.txt")); });
  then([] { click_list_item(lst1, 0); });
  then_press(VK_BACK);
  then([] { EXPECT_EQ(list_items(lst1).front(), u"sub"); });
  then_click(psh1);
  then([&] { EXPECT_NE(list_items(lst1).front(), u"sub"); });
  then_type(u"sub");  // nothing: the button has the focus
  then_press('N', VK_MENU);
  then_type(start + u"\\sub\\inner.txt");
  then_press(VK_RETURN);
  ASSERT_TRUE(open());
  EXPECT_EQ(result(), folder.path(u"sub\\inner.txt"));
}

TEST_F(FileDialogs, TypedPatternsAndFoldersChangeTheList) {
  then_type(u"*.c");
  then_press(VK_RETURN);
  then([] { EXPECT_THAT(list_items(lst1), ElementsAre(u"sub", u"gamma.c")); });
  then_type(u"sub");
  then_press(VK_RETURN);
  then([] { EXPECT_TRUE(list_items(lst1).empty()); });
  then_type(u"..\\a*.*");
  then_press(VK_RETURN);
  then([] { EXPECT_THAT(list_items(lst1), ElementsAre(u"sub", u"alpha.txt")); });
  then_press(VK_ESCAPE);
  EXPECT_FALSE(open());
}

TEST_F(FileDialogs, TheFilterThatIsChosenIsReturned) {
  client.lpstrDefExt = L"txt";
  then_press('T', VK_MENU);
  then_press(VK_DOWN);
  then([] { EXPECT_THAT(list_items(lst1), ElementsAre(u"sub", u"gamma.c")); });
  then_press('N', VK_MENU);
  then_type(u"gamma");  // the filter's extension is the default now
  then_press(VK_RETURN);
  ASSERT_TRUE(open());
  EXPECT_EQ(result(), folder.path(u"gamma.c"));
  EXPECT_EQ(client.nFilterIndex, 2u);
  EXPECT_NE(client.Flags & OFN_EXTENSIONDIFFERENT, 0u);
}

TEST_F(FileDialogs, CustomFiltersComeFirstAndKeepThePattern) {
  WCHAR custom[60] = L"Mine\0*.h\0";
  client.lpstrCustomFilter = custom;
  client.nMaxCustFilter = 60;
  client.nFilterIndex = 0;
  then_type(u"*.c");
  then_press(VK_RETURN);
  then([] { EXPECT_EQ(item_text(cmb1), u"Mine"); });
  then_type(u"gamma.c");
  then_press(VK_RETURN);
  ASSERT_TRUE(open());
  EXPECT_EQ(text_in(custom + 5), u"*.c");
  EXPECT_EQ(client.nFilterIndex, 0u);
}

TEST_F(FileDialogs, FilesThatMustExistAreAskedForAgain) {
  client.Flags |= OFN_FILEMUSTEXIST;
  then_type(u"nothing.txt");
  then_press(VK_RETURN);
  then_answer(VK_RETURN, u"File not found.");
  then_type(u"nowhere\\alpha.txt");
  then_press(VK_RETURN);
  then_answer(VK_RETURN, u"Path does not exist.");
  then_type(u"a<b");
  then_press(VK_RETURN);
  then_answer(VK_RETURN, u"invalid");
  then_press(VK_ESCAPE);
  EXPECT_FALSE(open());
}

TEST_F(FileDialogs, AskBeforeFilesAreMadeOrReplaced) {
  client.Flags |= OFN_CREATEPROMPT;
  then_type(u"new.txt");
  then_press(VK_RETURN);
  then_answer(VK_RETURN, u"Create the file?");  // No
  then_press(VK_RETURN);
  then_answer('Y');
  ASSERT_TRUE(open());
  EXPECT_EQ(result(), folder.path(u"new.txt"));
  EXPECT_FALSE(folder.has("new.txt"));

  client.Flags = OFN_EXPLORER | OFN_OVERWRITEPROMPT;
  then([] { EXPECT_EQ(text_of(dialog()), u"Save As"); });
  then_type(u"alpha.txt");
  then_press(VK_RETURN);
  then_answer('N', u"already exists.");
  then_press(VK_RETURN);
  then_answer('Y');
  ASSERT_TRUE(save());
  EXPECT_EQ(result(), folder.path(u"alpha.txt"));
}

// "creates a zero-length test file": not in a folder where nobody may.
TEST_F(FileDialogs, TryWhetherTheFileCanBeMade) {
  if (geteuid() == 0) {
    then_type(u"fresh.txt");
    then_press(VK_RETURN);
    ASSERT_TRUE(save());
  } else {
    std::filesystem::permissions(folder.host() / "sub", std::filesystem::perms(0500));
    then_type(u"sub\\fresh.txt");
    then_press(VK_RETURN);
    then_answer(VK_RETURN, u"permission");
    then_press(VK_ESCAPE);
    EXPECT_FALSE(save());
    std::filesystem::permissions(folder.host() / "sub", std::filesystem::perms(0700));
  }
  EXPECT_FALSE(folder.has("fresh.txt"));
}

// "The directory and file name strings are NULL separated, with an extra NULL character".
TEST_F(FileDialogs, SeveralFilesComeAfterTheirFolder) {
  client.Flags |= OFN_ALLOWMULTISELECT;
  then([] { click_list_item(lst1, 1); });
  then([] {
    send_key(VK_CONTROL, true);
    click_list_item(lst1, 3);
  });
  then([] {
    send_key(VK_CONTROL, false);
    EXPECT_EQ(item_text(edt1), u"\"alpha.txt\" \"long name.txt\"");
    strike(VK_RETURN);
  });
  ASSERT_TRUE(open());
  const std::u16string expected = start + u'\0' + u"alpha.txt" + u'\0' + u"long name.txt" + u'\0';
  EXPECT_EQ(std::u16string(base::as_char16(buffer), expected.size() + 1), expected + u'\0');
  EXPECT_EQ(client.nFileOffset, start.size() + 1);
}

TEST_F(FileDialogs, OneOfSeveralHasNoSeparator) {
  client.Flags |= OFN_ALLOWMULTISELECT;
  then_type(u"\"beta.txt\"");
  then_press(VK_RETURN);
  ASSERT_TRUE(open());
  EXPECT_EQ(result(), folder.path(u"beta.txt"));
}

TEST_F(FileDialogs, OldStyleListsAreSeparatedBySpaces) {
  client.Flags = OFN_ALLOWMULTISELECT;
  then([] { EXPECT_NE(item(lst2), nullptr); });
  then_type(u"\"alpha.txt\" \"beta.txt\"");
  then_press(VK_RETURN);
  ASSERT_TRUE(open());
  EXPECT_EQ(result(), start + u" alpha.txt beta.txt");
  EXPECT_EQ(client.nFileOffset, start.size() + 1);
}

TEST_F(FileDialogs, TheCurrentDirectoryIsRestoredOnDemand) {
  const std::u16string before = base::current_windows_directory();
  client.Flags |= OFN_NOCHANGEDIR;
  then_type(u"sub\\inner.txt");
  then_press(VK_RETURN);
  ASSERT_TRUE(save());
  EXPECT_EQ(base::current_windows_directory(), before);
}

TEST_F(FileDialogs, TheReadOnlyBoxIsReturned) {
  then([] { EXPECT_TRUE(IsWindowVisible(item(chx1))); });
  then_press('R', VK_MENU);
  then_press('N', VK_MENU);
  then_type(u"alpha.txt");
  then_press(VK_RETURN);
  ASSERT_TRUE(open());
  EXPECT_NE(client.Flags & OFN_READONLY, 0u);
  client.Flags |= OFN_HIDEREADONLY;
  then([] { EXPECT_FALSE(IsWindowVisible(item(chx1))); });
  then_press(VK_ESCAPE);
  EXPECT_FALSE(open());
}

// "the first two bytes of the lpstrFile buffer contain the required size".
TEST_F(FileDialogs, SmallBuffersGetTheSizeTheyShouldHave) {
  client.nMaxFile = 5;
  then_type(u"alpha.txt");
  then_press(VK_RETURN);
  EXPECT_FALSE(open());
  EXPECT_EQ(CommDlgExtendedError(), DWORD{FNERR_BUFFERTOOSMALL});
  EXPECT_EQ(static_cast<std::size_t>(buffer[0]), folder.path(u"alpha.txt").size() + 1);
}

// F1: what the control with the focus is for, until the next key.
TEST_F(FileDialogs, ExplainTheirControls) {
  then_press(VK_F1);
  then([] {
    EXPECT_NE(FindWindowW(L"Transom.HelpPopup", nullptr), nullptr);
    strike('X');
  });
  then([] {
    EXPECT_EQ(FindWindowW(L"Transom.HelpPopup", nullptr), nullptr);
    EXPECT_EQ(item_text(edt1), u"");
    strike(VK_ESCAPE);
  });
  EXPECT_FALSE(open());
}

TEST_F(FileDialogs, SpeakAnsi) {
  char file[300] = "alpha.txt", title[40];
  const std::string directory = base::to_ansi(start);
  OPENFILENAMEA ansi{};
  ansi.lStructSize = sizeof(OPENFILENAME_NT4A);
  ansi.lpstrFilter = "Text\0*.txt\0";
  ansi.lpstrFile = file;
  ansi.nMaxFile = 300;
  ansi.lpstrFileTitle = title;
  ansi.nMaxFileTitle = 40;
  ansi.lpstrInitialDir = directory.c_str();
  ansi.lpstrTitle = "Choose";
  then([] {
    EXPECT_EQ(text_of(dialog()), u"Choose");
    EXPECT_EQ(item_text(edt1), u"alpha.txt");
    strike(VK_RETURN);
  });
  ASSERT_TRUE(GetOpenFileNameA(&ansi));
  EXPECT_EQ(file, base::to_ansi(folder.path(u"alpha.txt")));
  EXPECT_STREQ(title, "alpha.txt");
}

TEST_F(FileDialogs, FailAsDocumentedForBadStructures) {
  EXPECT_FALSE(GetOpenFileNameW(nullptr));
  EXPECT_EQ(CommDlgExtendedError(), DWORD{CDERR_INITIALIZATION});
  const auto error_of = [&](auto change) {
    OPENFILENAMEW bad = client;
    change(bad);
    EXPECT_FALSE(GetSaveFileNameW(&bad));
    return CommDlgExtendedError();
  };
  EXPECT_EQ(error_of([](auto& bad) { bad.lStructSize = 5; }), DWORD{CDERR_STRUCTSIZE});
  EXPECT_EQ(error_of([](auto& bad) { bad.hwndOwner = reinterpret_cast<HWND>(0x1234); }),
            DWORD{CDERR_DIALOGFAILURE});
  EXPECT_EQ(error_of([](auto& bad) { bad.Flags |= OFN_ENABLEHOOK; }), DWORD{CDERR_NOHOOK});
  EXPECT_EQ(error_of([](auto& bad) { bad.Flags |= OFN_ENABLETEMPLATE; }), DWORD{CDERR_NOTEMPLATE});
  EXPECT_EQ(error_of([](auto& bad) {
              bad.Flags |= OFN_ENABLETEMPLATE;
              bad.lpTemplateName = L"none";
            }),
            DWORD{CDERR_NOHINSTANCE});
  EXPECT_EQ(error_of([](auto& bad) {
              bad.Flags |= OFN_ENABLETEMPLATE;
              bad.hInstance = GetModuleHandleW(nullptr);
              bad.lpTemplateName = L"none";
            }),
            DWORD{CDERR_FINDRESFAILURE});
  EXPECT_EQ(error_of([](auto& bad) { bad.Flags |= OFN_ENABLETEMPLATEHANDLE; }),
            DWORD{CDERR_LOCKRESFAILURE});
  lstrcpyW(buffer, L"a<b>.txt");
  EXPECT_EQ(error_of([](auto&) {}), DWORD{FNERR_INVALIDFILENAME});
}

TEST(FileTitles, AreNamesWithoutTheirPath) {
  WCHAR title[20];
  EXPECT_EQ(GetFileTitleW(L"C:\\dir\\name.txt", title, 20), 0);
  EXPECT_EQ(text_in(title), u"name.txt");
  EXPECT_EQ(GetFileTitleW(L"C:\\dir\\name.txt", nullptr, 0), 9);
  EXPECT_EQ(GetFileTitleW(L"C:\\dir\\name.txt", title, 8), 9);
  EXPECT_LT(GetFileTitleW(L"C:\\dir\\", title, 20), 0);
  EXPECT_LT(GetFileTitleW(nullptr, title, 20), 0);
  char ansi[20];
  EXPECT_EQ(GetFileTitleA("/tmp/x", ansi, 20), 0);
  EXPECT_STREQ(ansi, "x");
}

// The examples of OPENFILENAME's page.
TEST(FileNames, HaveOffsets) {
  EXPECT_EQ(name_offsets(u"c:\\dir1\\dir2\\file.ext").file, 13);
  EXPECT_EQ(name_offsets(u"c:\\dir1\\dir2\\readme.txt").extension, 20);
  EXPECT_EQ(name_offsets(u"c:\\dir1\\dir2\\readme.txt.html").extension, 24);
  EXPECT_EQ(name_offsets(u"c:\\dir1\\dir2\\readme.txt.html.").extension, 29);
  EXPECT_EQ(name_offsets(u"c:\\dir.1\\dir2\\readme").extension, 0);
  EXPECT_EQ(folder_of(u"c:\\a"), u"c:\\");
  EXPECT_EQ(parent_folder(u"C:\\a"), u"C:\\");
  EXPECT_EQ(parent_folder(u"C:\\"), u"C:\\");
}

}  // namespace
}  // namespace transom::comdlg
