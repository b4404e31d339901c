/* A window that copies and pastes by keys and takes files that are dropped on it. */
#include <windows.h>

#include <shellapi.h>
#include <stdio.h>

static UINT html_format;

static HGLOBAL memory_of(const void *bytes, SIZE_T size)
{
    HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, size);
    memcpy(GlobalLock(memory), bytes, size);
    GlobalUnlock(memory);
    return memory;
}

static void copy(HWND window, UINT format, const void *bytes, SIZE_T size)
{
    OpenClipboard(window);
    EmptyClipboard();
    SetClipboardData(format, bytes != NULL ? memory_of(bytes, size) : NULL);
    CloseClipboard();
}

static void copy_large_text(HWND window)
{
    static WCHAR text[500001];
    int i;
    for (i = 0; i < 500000; ++i) text[i] = (WCHAR)(L'a' + i % 26);
    copy(window, CF_UNICODETEXT, text, sizeof text);
}

static void copy_picture(HWND window)
{
    struct {
        BITMAPINFOHEADER header;
        DWORD pixels[2];
    } picture = {{sizeof(BITMAPINFOHEADER), 2, 1, 1, 32}, {0x0000FF, 0xFF8000}};
    copy(window, CF_DIB, &picture, sizeof picture);
}

static void copy_html(HWND window)
{
    static const char html[] = "Version:0.9\r\nStartHTML:-1\r\nEndHTML:-1\r\nStartFragment:0000000089\r\n"
                               "EndFragment:0000000100\r\n<b>bold</b>";
    copy(window, html_format, html, sizeof html);
}

static void paste_text(HWND window)
{
    const WCHAR *text;
    char bytes[64] = "";

    OpenClipboard(window);
    text = GlobalLock(GetClipboardData(CF_UNICODETEXT));
    if (text != NULL) {
        int length = lstrlenW(text);
        WideCharToMultiByte(CP_UTF8, 0, text, length < 20 ? length : 20, bytes, sizeof bytes - 1, NULL,
                            NULL);
        printf("pasted %d: %s\n", length, bytes);
    } else {
        printf("pasted nothing\n");
    }
    CloseClipboard();
}

static void paste_html(HWND window)
{
    const char *text;
    OpenClipboard(window);
    text = GlobalLock(GetClipboardData(html_format));
    printf("html %s\n", text != NULL ? strstr(text, "<!--StartFragment-->") : "nothing");
    CloseClipboard();
}

static void paste_picture(HWND window)
{
    const BITMAPINFOHEADER *header;
    OpenClipboard(window);
    header = GlobalLock(GetClipboardData(CF_DIB));
    if (header != NULL) {
        const BYTE *pixel = (const BYTE *)header + header->biSize;
        printf("picture %d x %d, %d bits, %02x%02x%02x\n", (int)header->biWidth, (int)header->biHeight,
               header->biBitCount, pixel[2], pixel[1], pixel[0]);
    }
    CloseClipboard();
}

static void on_char(HWND window, WCHAR character)
{
    static const WCHAR text[] = L"Zeile\r\n\x263A";
    switch (character) {
    case L'c': copy(window, CF_UNICODETEXT, text, sizeof text); break;
    case L'd': copy(window, CF_UNICODETEXT, NULL, 0); break;
    case L'l': copy_large_text(window); break;
    case L'b': copy_picture(window); break;
    case L'h': copy_html(window); break;
    case L'v': paste_text(window); break;
    case L'w': paste_html(window); break;
    case L'g': paste_picture(window); break;
    case L'e': DragAcceptFiles(window, FALSE); break;
    }
    fflush(stdout);
}

static void on_drop(HDROP drop)
{
    char path[MAX_PATH];
    POINT at;
    UINT i, count = DragQueryFileA(drop, 0xFFFFFFFF, NULL, 0);
    BOOL inside = DragQueryPoint(drop, &at);
    for (i = 0; i < count; ++i) {
        DragQueryFileA(drop, i, path, sizeof path);
        printf("dropped %s at %d %d%s\n", path, (int)at.x, (int)at.y, inside ? "" : " outside");
    }
    fflush(stdout);
    DragFinish(drop);
}

static void render(UINT format)
{
    static const WCHAR text[] = L"late";
    if (format == CF_UNICODETEXT) SetClipboardData(format, memory_of(text, sizeof text));
}

static LRESULT CALLBACK window_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam)
{
    switch (message) {
    case WM_CREATE:
        AddClipboardFormatListener(window);
        DragAcceptFiles(window, TRUE);
        return 0;
    case WM_CHAR:
        on_char(window, (WCHAR)wparam);
        return 0;
    case WM_RENDERFORMAT:
        render((UINT)wparam);
        return 0;
    case WM_DROPFILES:
        on_drop((HDROP)wparam);
        return 0;
    case WM_DESTROY:
        PostQuitMessage(0);
        return 0;
    }
    return DefWindowProcW(window, message, wparam, lparam);
}

int WINAPI WinMain(HINSTANCE instance, HINSTANCE previous, LPSTR command_line, int show)
{
    WNDCLASSW description = {0};
    HWND window;
    MSG message;

    (void)previous;
    (void)command_line;
    html_format = RegisterClipboardFormatW(L"HTML Format");
    description.lpfnWndProc = window_procedure;
    description.hInstance = instance;
    description.hbrBackground = (HBRUSH)(COLOR_WINDOW + 1);
    description.lpszClassName = L"x11 exchange";
    RegisterClassW(&description);
    window = CreateWindowW(L"x11 exchange", L"T\xE9st", WS_OVERLAPPEDWINDOW, 100, 100, 320, 200, NULL,
                           NULL, instance, NULL);
    ShowWindow(window, show);
    while (GetMessageW(&message, NULL, 0, 0) > 0) {
        TranslateMessage(&message);
        DispatchMessageW(&message);
    }
    return (int)message.wParam;
}
