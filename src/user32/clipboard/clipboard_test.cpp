// The clipboard: whom it belongs to, what is on it, and who hears of it. What the documentation
// leaves open is as under Wine 8.0.
// https://learn.microsoft.com/windows/win32/dataxchg/clipboard-operations
#include <gmock/gmock.h>

#include <thread>

#include "base/text.h"
#include "host/display.h"
#include "tests/support/coverage.h"
#include "user32/clipboard/clipboard.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

HGLOBAL memory_of(const std::string& text) {
  const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, text.size() + 1);
  std::memcpy(GlobalLock(memory), text.c_str(), text.size() + 1);
  GlobalUnlock(memory);
  return memory;
}

class Clipboards : public InputTest {
 protected:
  void SetUp() override {
    InputTest::SetUp();
    first_window = create(WS_POPUP, nullptr, {0, 0, 10, 10});
    second_window = create(WS_POPUP, nullptr, {0, 0, 10, 10});
    OpenClipboard(nullptr);
    EmptyClipboard();
    CloseClipboard();
    pump();
    log.clear();
  }
  void TearDown() override {
    on_message = nullptr;
    CloseClipboard();
    for (const HWND each : {first_window, second_window}) {
      if (IsWindow(each)) DestroyWindow(each);
    }
    InputTest::TearDown();
  }

  static void put(HWND owner, UINT format, HANDLE data) {
    EXPECT_TRUE(OpenClipboard(owner));
    EXPECT_TRUE(EmptyClipboard());
    SetClipboardData(format, data);
    EXPECT_TRUE(CloseClipboard());
  }
  static std::string get(UINT format) {
    EXPECT_TRUE(OpenClipboard(nullptr));
    const HANDLE data = GetClipboardData(format);
    const auto* text = static_cast<const char*>(GlobalLock(data));
    const std::string result = text != nullptr ? std::string(text, GlobalSize(data)) : "none";
    if (text != nullptr) GlobalUnlock(data);
    CloseClipboard();
    return result;
  }
  static std::vector<UINT> formats() {
    std::vector<UINT> all;
    OpenClipboard(nullptr);
    for (UINT format = 0; (format = EnumClipboardFormats(format)) != 0;) all.push_back(format);
    CloseClipboard();
    return all;
  }
  // Who got one of the clipboard's messages, in order.
  std::vector<std::pair<HWND, UINT>> heard() {
    std::vector<std::pair<HWND, UINT>> found;
    for (const Received& received : log) {
      const bool wanted =
          (received.message >= WM_RENDERFORMAT && received.message <= WM_HSCROLLCLIPBOARD) ||
          received.message == WM_CLIPBOARDUPDATE;
      if (wanted) found.emplace_back(received.window, received.message);
    }
    log.clear();
    return found;
  }

  HWND first_window = nullptr;
  HWND second_window = nullptr;
};

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

// https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#synthesized-clipboard-formats
TEST_F(Clipboards, TextIsThereInAllItsForms) {
  put(first_window, CF_TEXT, memory_of("Gr\xFC\xDF"));
  EXPECT_THAT(formats(), ElementsAre(CF_TEXT, CF_LOCALE, CF_OEMTEXT, CF_UNICODETEXT));
  EXPECT_EQ(CountClipboardFormats(), 4);
  EXPECT_EQ(get(CF_TEXT), std::string("Gr\xFC\xDF\0", 5));
  EXPECT_EQ(get(CF_OEMTEXT), std::string("Gr\x81\xE1\0", 5));
  EXPECT_EQ(get(CF_UNICODETEXT), std::string("G\0r\0\xFC\0\xDF\0\0\0", 10));
  EXPECT_TRUE(IsClipboardFormatAvailable(CF_UNICODETEXT));
  EXPECT_FALSE(IsClipboardFormatAvailable(CF_BITMAP));
  UINT wanted[] = {CF_BITMAP, CF_UNICODETEXT, CF_TEXT};
  EXPECT_EQ(GetPriorityClipboardFormat(wanted, 3), CF_UNICODETEXT);
  EXPECT_EQ(GetPriorityClipboardFormat(wanted, 1), -1);
  UINT found[8], count = 0;
  EXPECT_TRUE(GetUpdatedClipboardFormats(found, 8, &count));
  EXPECT_EQ(count, 4u);
  EXPECT_FALSE(GetUpdatedClipboardFormats(found, 2, &count));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INSUFFICIENT_BUFFER));
}

TEST_F(Clipboards, PicturesAreThereInAllTheirForms) {
  const DWORD pixels[] = {0x112233, 0x445566, 0x778899, 0xAABBCC};
  put(first_window, CF_BITMAP, CreateBitmap(2, 2, 1, 32, pixels));
  EXPECT_THAT(formats(), ElementsAre(CF_BITMAP, CF_DIB, CF_DIBV5));
  const std::string dib = get(CF_DIB);
  ASSERT_EQ(dib.size(), sizeof(BITMAPINFOHEADER) + 16);
  DWORD lowest = 0;
  std::memcpy(&lowest, dib.data() + sizeof(BITMAPINFOHEADER), sizeof lowest);
  EXPECT_EQ(lowest & 0xFFFFFF, 0x778899u);
  put(first_window, CF_DIB, [&] {
    const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, dib.size());
    std::memcpy(GlobalLock(memory), dib.data(), dib.size());
    GlobalUnlock(memory);
    return memory;
  }());
  OpenClipboard(nullptr);
  const HANDLE bitmap = GetClipboardData(CF_BITMAP);
  BITMAP info{};
  EXPECT_NE(GetObjectW(bitmap, sizeof info, &info), 0);
  EXPECT_EQ(info.bmWidth, 2);
  CloseClipboard();
}

TEST_F(Clipboards, DataThatMakesNoSenseIsRefused) {
  OpenClipboard(first_window);
  EmptyClipboard();
  EXPECT_EQ(SetClipboardData(CF_TEXT, reinterpret_cast<HANDLE>(0x1234)), nullptr);
  EXPECT_EQ(SetClipboardData(CF_BITMAP, memory_of("x")), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_HANDLE));
  EXPECT_NE(SetClipboardData(CF_DIB, memory_of("no header")), nullptr);
  CloseClipboard();
  OpenClipboard(nullptr);
  EXPECT_EQ(GetClipboardData(CF_BITMAP), nullptr);
  EXPECT_EQ(GetClipboardData(CF_DIBV5), nullptr);
  CloseClipboard();
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

// A viewer of what the owner draws itself: it tells the owner of its size, paint and scroll bars.
// https://learn.microsoft.com/windows/win32/dataxchg/about-the-clipboard#owner-display-format
class OwnerDisplay : public Clipboards {
 protected:
  void SetUp() override {
    Clipboards::SetUp();
    viewer = create(WS_POPUP | WS_VISIBLE | WS_VSCROLL | WS_HSCROLL, nullptr, {300, 50, 500, 200});
    put(first_window, CF_OWNERDISPLAY, nullptr);
    pump();
    log.clear();
    on_message = [this](const Received& received) {
      received.window == viewer ? view(received) : show(received);
    };
  }
  void TearDown() override {
    on_message = nullptr;
    DestroyWindow(viewer);
    Clipboards::TearDown();
  }

  template <class Structure>
  void tell_owner(UINT message, const Structure& structure) {
    const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, sizeof structure);
    std::memcpy(GlobalLock(memory), &structure, sizeof structure);
    GlobalUnlock(memory);
    SendMessageW(GetClipboardOwner(), message, reinterpret_cast<WPARAM>(viewer),
                 reinterpret_cast<LPARAM>(memory));
    GlobalFree(memory);
  }
  // What a viewer's window procedure does.
  void view(const Received& received) {
    const auto self = reinterpret_cast<WPARAM>(viewer);
    PAINTSTRUCT paint;
    RECT area;
    switch (received.message) {
      case WM_PAINT:
        BeginPaint(viewer, &paint);
        tell_owner(WM_PAINTCLIPBOARD, paint);
        EndPaint(viewer, &paint);
        break;
      case WM_SIZE:
        GetClientRect(viewer, &area);
        tell_owner(WM_SIZECLIPBOARD, area);
        break;
      case WM_VSCROLL:
        SendMessageW(GetClipboardOwner(), WM_VSCROLLCLIPBOARD, self,
                     static_cast<LPARAM>(received.wparam));
        break;
      case WM_HSCROLL:
        SendMessageW(GetClipboardOwner(), WM_HSCROLLCLIPBOARD, self,
                     static_cast<LPARAM>(received.wparam));
        break;
      case WM_NCHITTEST:
        hit = DefWindowProcW(viewer, WM_NCHITTEST, received.wparam, received.lparam);
        break;
      default:
        break;
    }
  }
  // What the owner's does.
  void show(const Received& received) {
    const auto memory = reinterpret_cast<HGLOBAL>(received.lparam);
    if (received.message == WM_PAINTCLIPBOARD) {
      const auto* paint = static_cast<const PAINTSTRUCT*>(GlobalLock(memory));
      FillRect(paint->hdc, &paint->rcPaint, static_cast<HBRUSH>(GetStockObject(BLACK_BRUSH)));
      GlobalUnlock(memory);
    } else if (received.message == WM_SIZECLIPBOARD) {
      size = *static_cast<const RECT*>(GlobalLock(memory));
      GlobalUnlock(memory);
    }
  }
  void click_bar(LONG object) {
    SCROLLBARINFO info{};
    info.cbSize = sizeof info;
    ASSERT_TRUE(GetScrollBarInfo(viewer, object, &info));
    const POINT last{info.rcScrollBar.right - 5, info.rcScrollBar.bottom - 5};
    send_mouse(MOUSEEVENTF_LEFTDOWN, last);
    send_mouse(MOUSEEVENTF_LEFTUP, last);
    pump();
  }

  HWND viewer = nullptr;
  RECT size{};
};

TEST_F(OwnerDisplay, TheOwnerPaintsInTheViewer) {
  TRANSOM_CHECKS(WM_PAINTCLIPBOARD);
  InvalidateRect(viewer, nullptr, TRUE);
  pump();
  const Received* paint = first(WM_PAINTCLIPBOARD);
  ASSERT_NE(paint, nullptr);
  EXPECT_EQ(paint->window, first_window);
  EXPECT_EQ(paint->wparam, reinterpret_cast<WPARAM>(viewer));
  const HDC dc = GetDC(viewer);
  EXPECT_EQ(GetPixel(dc, 20, 20), RGB(0, 0, 0));
  ReleaseDC(viewer, dc);
}

TEST_F(OwnerDisplay, TheOwnerHearsOfTheViewersSize) {
  TRANSOM_CHECKS(WM_SIZECLIPBOARD);
  SetWindowPos(viewer, nullptr, 0, 0, 150, 120, SWP_NOMOVE | SWP_NOZORDER);
  ASSERT_NE(first(WM_SIZECLIPBOARD), nullptr);
  RECT area;
  GetClientRect(viewer, &area);
  EXPECT_TRUE(EqualRect(&area, &size));
}

TEST_F(OwnerDisplay, TheOwnerHearsOfTheViewersScrollBars) {
  TRANSOM_CHECKS(WM_VSCROLLCLIPBOARD);
  TRANSOM_CHECKS(WM_HSCROLLCLIPBOARD);
  click_bar(OBJID_VSCROLL);
  const Received* vertical = first(WM_VSCROLLCLIPBOARD);
  ASSERT_NE(vertical, nullptr);
  EXPECT_EQ(vertical->window, first_window);
  EXPECT_EQ(vertical->wparam, reinterpret_cast<WPARAM>(viewer));
  EXPECT_EQ(LOWORD(vertical->lparam), SB_LINEDOWN);
  click_bar(OBJID_HSCROLL);
  const Received* horizontal = first(WM_HSCROLLCLIPBOARD);
  ASSERT_NE(horizontal, nullptr);
  EXPECT_EQ(LOWORD(horizontal->lparam), SB_LINERIGHT);
}

}  // namespace
}  // namespace transom::user
