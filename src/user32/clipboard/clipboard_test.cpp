// The clipboard: whom it belongs to, what is on it, and who hears of it. What the documentation
// leaves open is as under Wine 8.0.
// https://learn.microsoft.com/windows/win32/dataxchg/clipboard-operations
#include "user32/clipboard/clipboard_test_support.h"

#include <thread>

#include "host/display.h"

namespace transom::user {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using std::pair;

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-openclipboard
TEST_F(Clipboards, OneWindowAtATimeHasItOpen) {
  EXPECT_FALSE(CloseClipboard());
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_CLIPBOARD_NOT_OPEN));
  EXPECT_FALSE(EmptyClipboard());
  EXPECT_EQ(GetClipboardData(CF_TEXT), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_CLIPBOARD_NOT_OPEN));
  EXPECT_TRUE(OpenClipboard(first_window));
  EXPECT_TRUE(OpenClipboard(first_window));
  EXPECT_FALSE(OpenClipboard(second_window));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_ACCESS_DENIED));
  EXPECT_EQ(GetOpenClipboardWindow(), first_window);
  EXPECT_EQ(GetClipboardOwner(), nullptr);
  EXPECT_TRUE(EmptyClipboard());
  EXPECT_EQ(GetClipboardOwner(), first_window);
  EXPECT_TRUE(CloseClipboard());
  EXPECT_FALSE(OpenClipboard(reinterpret_cast<HWND>(0x1234)));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_WINDOW_HANDLE));
}

TEST_F(Clipboards, AThreadThatEndsLeavesItToOthers) {
  std::thread([] { EXPECT_TRUE(OpenClipboard(nullptr)); }).join();
  EXPECT_TRUE(OpenClipboard(first_window));
  std::thread([] {
    EXPECT_FALSE(OpenClipboard(nullptr));
    EXPECT_EQ(GetClipboardData(CF_TEXT), nullptr);
    EXPECT_FALSE(CloseClipboard());
  }).join();
}

// https://learn.microsoft.com/windows/win32/dataxchg/wm-destroyclipboard
TEST_F(Clipboards, TheOwnerHearsWhenItIsEmptied) {
  TRANSOM_CHECKS(WM_DESTROYCLIPBOARD);
  put(first_window, CF_TEXT, memory_of("a"));
  HWND owner = nullptr;
  on_message = [&](const Received& received) {
    if (received.message != WM_DESTROYCLIPBOARD) return;
    EXPECT_EQ(received.wparam, 0u);
    EXPECT_EQ(received.lparam, 0);
    owner = GetClipboardOwner();
  };
  put(second_window, CF_TEXT, memory_of("b"));
  EXPECT_THAT(heard(), ElementsAre(pair(first_window, UINT{WM_DESTROYCLIPBOARD})));
  EXPECT_EQ(owner, first_window);
  EXPECT_EQ(GetClipboardOwner(), second_window);
  EXPECT_EQ(get(CF_TEXT), std::string("b\0", 2));
}

// https://learn.microsoft.com/windows/win32/dataxchg/wm-renderformat
TEST_F(Clipboards, AFormatThatIsOwedIsRenderedWhenItIsAskedFor) {
  TRANSOM_CHECKS(WM_RENDERFORMAT);
  put(first_window, CF_UNICODETEXT, nullptr);
  const DWORD sequence = GetClipboardSequenceNumber();
  EXPECT_THAT(heard(), IsEmpty());
  on_message = [&](const Received& received) {
    if (received.message != WM_RENDERFORMAT) return;
    EXPECT_EQ(received.wparam, static_cast<WPARAM>(CF_UNICODETEXT));
    // "any attempt to open the clipboard will fail"
    EXPECT_FALSE(OpenClipboard(first_window));
    EXPECT_NE(SetClipboardData(CF_UNICODETEXT, memory_of(std::string("x\0\0", 3))), nullptr);
  };
  // Another form of it asks for it, too.
  EXPECT_EQ(get(CF_TEXT), std::string("x\0", 2));
  EXPECT_THAT(heard(), ElementsAre(pair(first_window, UINT{WM_RENDERFORMAT})));
  // "If clipboard rendering is delayed, the sequence number is not incremented until the changes
  // are rendered."
  EXPECT_EQ(GetClipboardSequenceNumber(), sequence + 1);
  get(CF_UNICODETEXT);
  EXPECT_THAT(heard(), IsEmpty());
}

TEST_F(Clipboards, AnotherThreadsOwnerRenders) {
  put(first_window, CF_TEXT, nullptr);
  on_message = [&](const Received& received) {
    if (received.message == WM_RENDERFORMAT) SetClipboardData(CF_TEXT, memory_of("far"));
  };
  std::string got;
  std::atomic<bool> done = false;
  std::thread other([&] {
    got = get(CF_TEXT);
    done = true;
    PostMessageW(window, WM_NULL, 0, 0);
  });
  MSG message;
  while (!done && GetMessageW(&message, nullptr, 0, 0) > 0) DispatchMessageW(&message);
  other.join();
  EXPECT_EQ(got, std::string("far\0", 4));
}

// https://learn.microsoft.com/windows/win32/dataxchg/wm-renderallformats
TEST_F(Clipboards, AnOwnerThatGoesRendersWhatItOwes) {
  TRANSOM_CHECKS(WM_RENDERALLFORMATS);
  const UINT never = RegisterClipboardFormatW(L"Never rendered");
  OpenClipboard(first_window);
  EmptyClipboard();
  SetClipboardData(CF_TEXT, nullptr);
  SetClipboardData(never, nullptr);
  CloseClipboard();
  log.clear();
  on_message = [&](const Received& received) {
    if (received.message != WM_RENDERALLFORMATS) return;
    EXPECT_TRUE(OpenClipboard(first_window));
    EXPECT_EQ(GetClipboardOwner(), first_window);
    SetClipboardData(CF_TEXT, memory_of("kept"));
    CloseClipboard();
  };
  DestroyWindow(first_window);
  EXPECT_THAT(numbers({WM_RENDERALLFORMATS, WM_DESTROY}),
              ElementsAre(WM_RENDERALLFORMATS, WM_DESTROY));
  EXPECT_EQ(GetClipboardOwner(), nullptr);
  // "Any clipboard formats that are not rendered [...] cease to be available."
  EXPECT_FALSE(IsClipboardFormatAvailable(never));
  EXPECT_EQ(get(CF_TEXT), std::string("kept\0", 5));
}

TEST_F(Clipboards, AWindowThatGoesClosesIt) {
  OpenClipboard(first_window);
  EmptyClipboard();
  SetClipboardData(CF_TEXT, memory_of("a"));
  DestroyWindow(first_window);
  EXPECT_EQ(GetOpenClipboardWindow(), nullptr);
  EXPECT_TRUE(OpenClipboard(second_window));
}

// https://learn.microsoft.com/windows/win32/dataxchg/wm-drawclipboard, wm-changecbchain
TEST_F(Clipboards, ViewersFormAChain) {
  TRANSOM_CHECKS(WM_DRAWCLIPBOARD);
  TRANSOM_CHECKS(WM_CHANGECBCHAIN);
  EXPECT_EQ(SetClipboardViewer(first_window), nullptr);
  EXPECT_EQ(SetClipboardViewer(second_window), first_window);
  EXPECT_EQ(GetClipboardViewer(), second_window);
  EXPECT_THAT(heard(), ElementsAre(pair(first_window, UINT{WM_DRAWCLIPBOARD}),
                                   pair(second_window, UINT{WM_DRAWCLIPBOARD})));
  on_message = [&](const Received& received) {
    // The clipboard is closed again: a viewer looks at once.
    if (received.message != WM_DRAWCLIPBOARD) return;
    EXPECT_EQ(get(CF_TEXT), std::string("a\0", 2));
  };
  put(window, CF_TEXT, memory_of("a"));
  // The first one passes it on, or not.
  EXPECT_THAT(heard(), ElementsAre(pair(second_window, UINT{WM_DRAWCLIPBOARD})));
  EXPECT_FALSE(ChangeClipboardChain(first_window, nullptr));
  const Received* change = first(WM_CHANGECBCHAIN);
  ASSERT_NE(change, nullptr);
  EXPECT_EQ(change->window, second_window);
  EXPECT_EQ(change->wparam, reinterpret_cast<WPARAM>(first_window));
  EXPECT_EQ(change->lparam, 0);
  EXPECT_TRUE(ChangeClipboardChain(second_window, first_window));
  EXPECT_EQ(GetClipboardViewer(), first_window);
  DestroyWindow(first_window);
  EXPECT_EQ(GetClipboardViewer(), nullptr);
}

// https://learn.microsoft.com/windows/win32/dataxchg/wm-clipboardupdate
TEST_F(Clipboards, ListenersAreToldByThemselves) {
  TRANSOM_CHECKS(WM_CLIPBOARDUPDATE);
  EXPECT_TRUE(AddClipboardFormatListener(first_window));
  EXPECT_FALSE(AddClipboardFormatListener(first_window));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
  EXPECT_TRUE(AddClipboardFormatListener(second_window));
  put(window, CF_TEXT, memory_of("a"));
  EXPECT_THAT(heard(), IsEmpty());
  pump();
  EXPECT_THAT(heard(), ElementsAre(pair(first_window, UINT{WM_CLIPBOARDUPDATE}),
                                   pair(second_window, UINT{WM_CLIPBOARDUPDATE})));
  get(CF_TEXT);
  pump();
  EXPECT_THAT(heard(), IsEmpty());
  EXPECT_TRUE(RemoveClipboardFormatListener(first_window));
  EXPECT_FALSE(RemoveClipboardFormatListener(first_window));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclipboardformatnamew
TEST_F(Clipboards, FormatsHaveNames) {
  const UINT format = RegisterClipboardFormatW(L"My Format");
  EXPECT_EQ(RegisterClipboardFormatA("my format"), format);
  char name[20];
  EXPECT_EQ(GetClipboardFormatNameA(format, name, 20), 9);
  EXPECT_STREQ(name, "My Format");
  EXPECT_EQ(GetClipboardFormatNameA(format, name, 4), 3);
  EXPECT_STREQ(name, "My ");
  EXPECT_EQ(GetClipboardFormatNameA(CF_TEXT, name, 20), 0);
  EXPECT_EQ(RegisterClipboardFormatW(L""), 0u);
}

// The display's seam (host/display.h): other programs take the clipboard, and want what is on it.
TEST_F(Clipboards, AnotherProgramsOfferTakesItsPlace) {
  put(first_window, CF_TEXT, memory_of("a"));
  AddClipboardFormatListener(second_window);
  log.clear();
  host::host_events().clipboard_offered({"text/plain;charset=utf-8"});
  pump();
  EXPECT_THAT(heard(), ElementsAre(pair(first_window, UINT{WM_DESTROYCLIPBOARD}),
                                   pair(second_window, UINT{WM_CLIPBOARDUPDATE})));
  EXPECT_EQ(GetClipboardOwner(), nullptr);
  EXPECT_THAT(formats(), ElementsAre(CF_UNICODETEXT, CF_LOCALE, CF_TEXT, CF_OEMTEXT));
  // The headless display has nothing to give.
  EXPECT_EQ(get(CF_UNICODETEXT), "none");
}

TEST_F(Clipboards, AnOfferWaitsWhileItIsOpen) {
  EXPECT_TRUE(OpenClipboard(first_window));
  EXPECT_TRUE(EmptyClipboard());
  SetClipboardData(CF_TEXT, memory_of("a"));
  host::host_events().clipboard_offered({});
  EXPECT_EQ(CountClipboardFormats(), 1);
  CloseClipboard();
  EXPECT_EQ(CountClipboardFormats(), 0);
}

TEST_F(Clipboards, OtherProgramsGetTextAsTheyWriteIt) {
  put(first_window, CF_TEXT, memory_of("Gr\xFC\xDF\r\nb"));
  host::HostEvents& events = host::host_events();
  EXPECT_EQ(events.clipboard_wanted("text/plain;charset=utf-8"), "Gr\xC3\xBC\xC3\x9F\nb");
  EXPECT_EQ(events.clipboard_wanted("image/bmp"), std::nullopt);
  EXPECT_EQ(events.clipboard_wanted("no/such"), std::nullopt);
  OpenClipboard(first_window);
  EXPECT_EQ(events.clipboard_wanted("text/plain;charset=utf-8"), std::nullopt);
}

}  // namespace
}  // namespace transom::user
