// Multiple documents.
#include "kit/scenario.h"

namespace {

HWND client_of(HWND frame) {
  CLIENTCREATESTRUCT creation{};
  creation.idFirstChild = 500;
  const HWND client = CreateWindowExW(0, L"MDICLIENT", nullptr, WS_CHILD | WS_VISIBLE, 0, 0, 290,
                                      170, frame, reinterpret_cast<HMENU>(1), nullptr, &creation);
  name_handle(client, "client");
  return client;
}

LRESULT CALLBACK document_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message == WM_MDIACTIVATE) {
    note("%s WM_MDIACTIVATE: %s loses, %s gains", window_text(window).c_str(),
         window_text(reinterpret_cast<HWND>(wparam)).c_str(),
         window_text(reinterpret_cast<HWND>(lparam)).c_str());
  }
  if (message == WM_DESTROY) note("%s WM_DESTROY", window_text(window).c_str());
  return DefMDIChildProcW(window, message, wparam, lparam);
}

HWND document(HWND client, const char* name) {
  WNDCLASSW window_class{};
  window_class.lpfnWndProc = document_procedure;
  window_class.lpszClassName = L"Document";
  RegisterClassW(&window_class);
  const HWND window = CreateWindowExW(WS_EX_MDICHILD, L"Document", L"document",
                                      WS_CHILD | WS_VISIBLE | WS_OVERLAPPEDWINDOW, 0, 0, 100, 80,
                                      client, nullptr, nullptr, nullptr);
  name_handle(window, name);
  return window;
}

}  // namespace

SCENARIO(mdi, activation, "WM_MDIACTIVATE tells both", PAGES("winmsg/wm-mdiactivate"),
         CHECKS(WM_MDIACTIVATE)) {
  const HWND frame = show("frame");
  const HWND client = client_of(frame);
  const HWND first = document(client, "first");
  const HWND second = document(client, "second");
  pump();
  ignore_painting();
  CALL(SendMessageW(client, WM_MDIACTIVATE, reinterpret_cast<WPARAM>(first), 0));
  CALL(reinterpret_cast<HWND>(SendMessageW(client, WM_MDIGETACTIVE, 0, 0)));
  CALL(SendMessageW(client, WM_MDINEXT, 0, 0));
  CALL(reinterpret_cast<HWND>(SendMessageW(client, WM_MDIGETACTIVE, 0, 0)));
  CALL(SendMessageW(client, WM_MDIDESTROY, reinterpret_cast<WPARAM>(second), 0));
  CALL(reinterpret_cast<HWND>(SendMessageW(client, WM_MDIGETACTIVE, 0, 0)));
}

SCENARIO(mdi, maximized, "A maximized document stays so with the next one",
         PAGES("winmsg/wm-mdimaximize", "winmsg/wm-mdirestore"), CHECKS()) {
  const HWND frame = show("frame");
  const HWND client = client_of(frame);
  const HWND first = document(client, "first");
  const HWND second = document(client, "second");
  SendMessageW(client, WM_MDIMAXIMIZE, reinterpret_cast<WPARAM>(second), 0);
  CALL(IsZoomed(second));
  SendMessageW(client, WM_MDIACTIVATE, reinterpret_cast<WPARAM>(first), 0);
  CALL(IsZoomed(first));
  CALL(IsZoomed(second));
  SendMessageW(client, WM_MDIRESTORE, reinterpret_cast<WPARAM>(first), 0);
  CALL(IsZoomed(first));
}
