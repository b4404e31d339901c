/* A window that does by keys what the tests want of it: green on the left, blue on the right. */
#include <windows.h>

#include <stdio.h>
#include <string.h>

#define ID_RED 1
#define ID_EXIT 2
#define ATTENTION 1

static COLORREF left_colour = RGB(0, 255, 0);
static int refusals; /* of WM_CLOSE */

static void paint(HWND window)
{
    PAINTSTRUCT paint;
    RECT client, half;
    HDC dc = BeginPaint(window, &paint);
    HBRUSH left = CreateSolidBrush(left_colour), right = CreateSolidBrush(RGB(0, 0, 255));

    GetClientRect(window, &client);
    half = client;
    half.right /= 2;
    FillRect(dc, &half, left);
    half.left = half.right;
    half.right = client.right;
    FillRect(dc, &half, right);
    DeleteObject(left);
    DeleteObject(right);
    EndPaint(window, &paint);
}

static void watch_mouse(HWND window)
{
    TRACKMOUSEEVENT track = {sizeof track, TME_LEAVE, window, 0};
    TrackMouseEvent(&track);
}

static void clip(void)
{
    RECT rect = {150, 150, 200, 200};
    ClipCursor(&rect);
}

static void print_pixel(void)
{
    static HDC kept;
    POINT cursor;
    HDC screen = GetDC(NULL);
    if (kept == NULL) kept = CreateDCW(L"DISPLAY", NULL, NULL, NULL);
    printf("pixel %06lx\n", (unsigned long)GetPixel(screen, 120, 200));
    GetCursorPos(&cursor);
    printf("cursor %ld %ld\n", (long)cursor.x, (long)cursor.y);
    printf("kept %06lx\n", (unsigned long)GetPixel(kept, 120, 200));
    fflush(stdout);
    ReleaseDC(NULL, screen);
}

static void make_owned(HWND owner, LPCWSTR title, DWORD style, DWORD extended, int x)
{
    CreateWindowExW(extended, L"x11 window", title, style | WS_VISIBLE, x, 320, 200, 120, owner, NULL,
                    NULL, NULL);
}

static BOOL CALLBACK print_monitor(HMONITOR monitor, HDC dc, LPRECT rect, LPARAM window)
{
    MONITORINFO info = {sizeof info};
    BOOL here = MonitorFromWindow((HWND)window, MONITOR_DEFAULTTONEAREST) == monitor;

    (void)dc;
    (void)rect;
    GetMonitorInfo(monitor, &info);
    printf("monitor %d %d %d %d%s%s\n", (int)info.rcMonitor.left, (int)info.rcMonitor.top,
           (int)(info.rcMonitor.right - info.rcMonitor.left),
           (int)(info.rcMonitor.bottom - info.rcMonitor.top),
           (info.dwFlags & MONITORINFOF_PRIMARY) != 0 ? ", primary" : "", here ? ", here" : "");
    return TRUE;
}

static void print_screen(HWND window)
{
    printf("screen %d x %d, virtual %d %d %d %d\n", GetSystemMetrics(SM_CXSCREEN),
           GetSystemMetrics(SM_CYSCREEN), GetSystemMetrics(SM_XVIRTUALSCREEN),
           GetSystemMetrics(SM_YVIRTUALSCREEN), GetSystemMetrics(SM_CXVIRTUALSCREEN),
           GetSystemMetrics(SM_CYVIRTUALSCREEN));
    EnumDisplayMonitors(NULL, NULL, print_monitor, (LPARAM)window);
    fflush(stdout);
}

static void demand_attention(HWND window)
{
    FLASHWINFO info = {sizeof info, window, FLASHW_ALL | FLASHW_TIMERNOFG, 0, 100};
    if (GetForegroundWindow() == window) return;
    KillTimer(window, ATTENTION);
    FlashWindowEx(&info);
}

static void cover_screen(HWND window)
{
    SetMenu(window, NULL);
    SetWindowLong(window, GWL_STYLE, WS_POPUP | WS_VISIBLE);
    SetWindowPos(window, NULL, 0, 0, GetSystemMetrics(SM_CXSCREEN), GetSystemMetrics(SM_CYSCREEN),
                 SWP_FRAMECHANGED | SWP_NOZORDER);
}

static void on_char(HWND window, WCHAR character)
{
    switch (character) {
    case L'c': SetCapture(window); break;
    case L'r': ReleaseCapture(); break;
    case L'l': clip(); break;
    case L'u': ClipCursor(NULL); break;
    case L's': SetWindowRgn(window, CreateRectRgn(0, 0, 160, 200), TRUE); break;
    case L't': SetWindowPos(window, HWND_TOPMOST, 0, 0, 0, 0, SWP_NOSIZE | SWP_NOMOVE); break;
    case L'm': ShowWindow(window, SW_MINIMIZE); break;
    case L'x': ShowWindow(window, SW_MAXIMIZE); break;
    case L'n': ShowWindow(window, SW_RESTORE); break;
    case L'h': ShowWindow(window, SW_HIDE); Sleep(200); ShowWindow(window, SW_SHOW); break;
    case L'w': SetCursorPos(120, 130); break;
    case L'b': MoveWindow(window, 50, 60, 400, 300, TRUE); break;
    case L'p': print_pixel(); break;
    case L'i': print_screen(window); break;
    case L'd': make_owned(window, L"Dialog", WS_OVERLAPPEDWINDOW, 0, 150); break;
    case L'o': make_owned(window, L"Tool", WS_POPUP | WS_CAPTION, WS_EX_TOOLWINDOW, 250); break;
    case L'y': SetWindowTextW(window, L"Renamed \x263A"); break;
    case L'a': MessageBoxW(window, L"Text", L"Box", MB_OK); break;
    case L'q': SetCursor(NULL); break;
    case L'f': SetTimer(window, ATTENTION, 300, NULL); break;
    case L'g': cover_screen(window); break;
    case L'j': refusals = 1; break;
    }
}

static LRESULT CALLBACK window_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam)
{
    switch (message) {
    case WM_PAINT:
        paint(window);
        return 0;
    case WM_MOUSEMOVE:
        watch_mouse(window);
        return 0;
    case WM_CHAR:
        on_char(window, (WCHAR)wparam);
        return 0;
    case WM_COMMAND:
        if (LOWORD(wparam) == ID_EXIT) DestroyWindow(window);
        if (LOWORD(wparam) == ID_RED) {
            left_colour = RGB(255, 0, 0);
            InvalidateRect(window, NULL, FALSE);
        }
        return 0;
    case WM_CLOSE:
        if (refusals > 0) return --refusals;
        break;
    case WM_TIMER:
        if (wparam == ATTENTION) demand_attention(window);
        return 0;
    case WM_DESTROY:
        if (GetWindow(window, GW_OWNER) == NULL) PostQuitMessage(0);
        return 0;
    }
    return DefWindowProcW(window, message, wparam, lparam);
}

int WINAPI WinMain(HINSTANCE instance, HINSTANCE previous, LPSTR command_line, int show)
{
    WNDCLASSW description = {0};
    HMENU bar = CreateMenu(), file = CreatePopupMenu();
    HWND window;
    MSG message;
    int left = *command_line != 0 ? atoi(command_line) : 100;

    (void)previous;
    if (strcmp(command_line, "box") == 0) return MessageBoxW(NULL, L"First", L"Box", MB_OK) != IDOK;
    description.lpfnWndProc = window_procedure;
    description.hInstance = instance;
    description.hCursor = LoadCursor(NULL, IDC_ARROW);
    description.hIcon = LoadIcon(NULL, IDI_APPLICATION);
    description.lpszClassName = L"x11 window";
    RegisterClassW(&description);
    AppendMenuW(file, MF_STRING, ID_RED, L"&Red");
    AppendMenuW(file, MF_STRING, ID_EXIT, L"E&xit");
    AppendMenuW(bar, MF_POPUP, (UINT_PTR)file, L"&File");
    window = CreateWindowW(L"x11 window", L"T\xE9st", WS_OVERLAPPEDWINDOW, left, 100, 320, 200, NULL,
                           bar, instance, NULL);
    ShowWindow(window, show);
    UpdateWindow(window);
    while (GetMessageW(&message, NULL, 0, 0) > 0) {
        TranslateMessage(&message);
        DispatchMessageW(&message);
    }
    return (int)message.wParam;
}
