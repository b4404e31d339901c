// A program made for Windows 3.1, as its linker was told: minimized windows are icons.
#include <stdio.h>
#include <windows.h>

static LRESULT CALLBACK procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message == WM_PAINTICON) printf("WM_PAINTICON %d\n", (int)wparam);
  if (message == WM_ICONERASEBKGND) printf("WM_ICONERASEBKGND\n");
  return DefWindowProcA(window, message, wparam, lparam);
}

int main(void) {
  const DWORD version = GetProcessVersion(0);
  WNDCLASSA description = {0};
  RECT area;
  HWND window;
  MSG message;
  printf("version %d.%d\n", HIWORD(version), LOWORD(version));
  description.lpfnWndProc = procedure;
  description.lpszClassName = "icon";
  description.hIcon = LoadIcon(NULL, IDI_APPLICATION);
  RegisterClassA(&description);
  window = CreateWindowA("icon", "icon", WS_OVERLAPPEDWINDOW, 10, 10, 300, 200, NULL, NULL, NULL,
                         NULL);
  ShowWindow(window, SW_SHOWMINIMIZED);
  GetClientRect(window, &area);
  printf("%d by %d\n", (int)area.right, (int)area.bottom);
  while (PeekMessageA(&message, NULL, 0, 0, PM_REMOVE)) DispatchMessageA(&message);
  DestroyWindow(window);
  return 0;
}
