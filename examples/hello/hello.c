/* An ordinary Win32 program: a window that counts seconds and clicks. Nothing here knows of Transom. */
#include <windows.h>
#include <stdio.h>

#define TIMER_SECOND 1

static int seconds;
static int clicks;

static void paint(HWND window)
{
    PAINTSTRUCT ps;
    RECT client;
    char text[64];
    HDC dc = BeginPaint(window, &ps);
    HBRUSH brush = CreateSolidBrush(RGB(255, 224, 160));
    HGDIOBJ old = SelectObject(dc, brush);

    GetClientRect(window, &client);
    RoundRect(dc, 20, 20, client.right - 20, client.bottom - 20, 24, 24);
    SetBkMode(dc, TRANSPARENT);
    sprintf(text, "Hello from windows.h: %d s, %d clicks", seconds, clicks);
    DrawTextA(dc, text, -1, &client, DT_SINGLELINE | DT_CENTER | DT_VCENTER);
    SelectObject(dc, old);
    DeleteObject(brush);
    EndPaint(window, &ps);
}

static LRESULT CALLBACK window_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam)
{
    switch (message) {
    case WM_CREATE:
        SetTimer(window, TIMER_SECOND, 1000, NULL);
        return 0;
    case WM_TIMER:
        seconds++;
        InvalidateRect(window, NULL, TRUE);
        return 0;
    case WM_LBUTTONDOWN:
        clicks++;
        InvalidateRect(window, NULL, TRUE);
        return 0;
    case WM_PAINT:
        paint(window);
        return 0;
    case WM_DESTROY:
        KillTimer(window, TIMER_SECOND);
        PostQuitMessage(0);
        return 0;
    }
    return DefWindowProcA(window, message, wparam, lparam);
}

int WINAPI WinMain(HINSTANCE instance, HINSTANCE previous, LPSTR command_line, int show)
{
    WNDCLASSA description = {0};
    MSG message;
    HWND window;

    (void)previous;
    (void)command_line;
    description.style = CS_HREDRAW | CS_VREDRAW;
    description.lpfnWndProc = window_procedure;
    description.hInstance = instance;
    description.hIcon = LoadIcon(NULL, IDI_APPLICATION);
    description.hCursor = LoadCursor(NULL, IDC_ARROW);
    description.hbrBackground = (HBRUSH)(COLOR_WINDOW + 1);
    description.lpszClassName = "hello";
    if (!RegisterClassA(&description)) return 1;

    window = CreateWindowA("hello", "Hello", WS_OVERLAPPEDWINDOW, CW_USEDEFAULT, CW_USEDEFAULT, 400,
                           200, NULL, NULL, instance, NULL);
    if (!window) return 1;
    ShowWindow(window, show);
    UpdateWindow(window);
    while (GetMessage(&message, NULL, 0, 0) > 0) {
        TranslateMessage(&message);
        DispatchMessage(&message);
    }
    return (int)message.wParam;
}
