// Formats that the clipboard's owner draws itself, in a viewer's window.
#include <thread>

#include "user32/clipboard/clipboard_test_support.h"

namespace transom::user {
namespace {

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
    } else if (received.message == WM_ASKCBFORMATNAME) {
      lstrcpynW(reinterpret_cast<LPWSTR>(received.lparam), L"A picture",
                static_cast<int>(received.wparam));
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

// https://learn.microsoft.com/windows/win32/dataxchg/wm-askcbformatname
TEST_F(OwnerDisplay, TheOwnerNamesItsFormat) {
  TRANSOM_CHECKS(WM_ASKCBFORMATNAME);
  WCHAR wide[20] = {};
  EXPECT_EQ(SendMessageW(GetClipboardOwner(), WM_ASKCBFORMATNAME, std::size(wide),
                         reinterpret_cast<LPARAM>(wide)),
            0);
  EXPECT_EQ(base::as_char16(wide), std::u16string_view(u"A picture"));
  const Received* asked = first(WM_ASKCBFORMATNAME);
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(asked->window, first_window);
  EXPECT_EQ(asked->wparam, std::size(wide));
  // A viewer of the other encoding, and one with little room.
  char narrow[20] = {};
  SendMessageA(GetClipboardOwner(), WM_ASKCBFORMATNAME, std::size(narrow),
               reinterpret_cast<LPARAM>(narrow));
  EXPECT_STREQ(narrow, "A picture");
  SendMessageA(GetClipboardOwner(), WM_ASKCBFORMATNAME, 4, reinterpret_cast<LPARAM>(narrow));
  EXPECT_STREQ(narrow, "A p");
}

// A viewer that does not wait for ever, in another thread.
TEST_F(OwnerDisplay, TheOwnerNamesItsFormatToAnotherThread) {
  WCHAR name[20] = {};
  std::atomic<bool> done = false;
  std::thread other([&] {
    DWORD_PTR result = 1;
    SendMessageTimeoutW(first_window, WM_ASKCBFORMATNAME, std::size(name),
                        reinterpret_cast<LPARAM>(name), SMTO_NORMAL, 10'000, &result);
    EXPECT_EQ(result, 0u);
    done = true;
    PostMessageW(window, WM_NULL, 0, 0);
  });
  MSG message;
  while (!done && GetMessageW(&message, nullptr, 0, 0) > 0) DispatchMessageW(&message);
  other.join();
  EXPECT_EQ(base::as_char16(name), std::u16string_view(u"A picture"));
}

TEST_F(OwnerDisplay, IsNothingToRender) {
  OpenClipboard(nullptr);
  EXPECT_TRUE(IsClipboardFormatAvailable(CF_OWNERDISPLAY));
  EXPECT_EQ(GetClipboardData(CF_OWNERDISPLAY), nullptr);
  CloseClipboard();
  EXPECT_EQ(first(WM_RENDERFORMAT), nullptr);
  DestroyWindow(first_window);
  EXPECT_FALSE(IsClipboardFormatAvailable(CF_OWNERDISPLAY)) << "nobody draws it any more";
}

}  // namespace
}  // namespace transom::user
