// A tour of a message's life, in one short program. Read it from main() on, compile it with
//
//     build/bin/transom c++ -std=c++20 examples/tour.cpp -o tour
//     build/bin/transom run --headless ./tour
//
// and watch it with `build/bin/transom spy ./tour`: what the comments say is what the spy prints.
// Each stop names the file that keeps its promise; docs/architecture.md has the whole map.
#include <windows.h>

#include <cstdio>

namespace {

constexpr UINT kGreeting = WM_APP + 1;  // a program's own messages begin at WM_APP
constexpr UINT_PTR kTimer = 1;

// Stop 3. Painting is not asked for by a message in a queue: the window has an update region, and
// when nothing else waits GetMessage makes WM_PAINT from it (src/user32/paint/paint_message.cpp).
// BeginPaint validates the region and sends WM_ERASEBKGND; without it WM_PAINT would come for ever.
void on_paint(HWND window) {
  PAINTSTRUCT paint;
  const HDC dc = BeginPaint(window, &paint);
  TextOutA(dc, 10, 10, "a transom is the window above a door", 36);
  EndPaint(window, &paint);
  std::puts("painted");
}

// Stop 2. Every message of the window comes here: those that are sent as a plain call within the
// call that sent them, those that are posted when DispatchMessage is called.
LRESULT CALLBACK on_message(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  switch (message) {
    case WM_CREATE:  // sent while CreateWindowEx runs: main() has no handle yet
      std::puts("created");
      return 0;
    case WM_PAINT:
      on_paint(window);
      return 0;
    case kGreeting:
      std::printf("greeted %s\n", wparam != 0 ? "by post" : "by a send");
      return 42;
    case WM_TIMER:  // made from state as well, after everything else
                    // (src/user32/message/timer_set.h)
      std::puts("timer");
      KillTimer(window, kTimer);
      // Asks to close. What follows is a chain of sends: WM_CLOSE, whose default action destroys
      // the window (src/user32/default/window_defaults.cpp), WM_DESTROY, WM_NCDESTROY.
      PostMessageA(window, WM_CLOSE, 0, 0);
      return 0;
    case WM_DESTROY:  // the window goes: stop 4
      std::puts("destroyed");
      PostQuitMessage(0);  // a flag, which GetMessage answers once the queue is empty
      return 0;
    default:
      // Most of what makes a window one happens here: hundreds of messages that a program never
      // looks at have a default action (src/user32/default/default_procedure.h).
      return DefWindowProcA(window, message, wparam, lparam);
  }
}

}  // namespace

// Stop 1. A class says which procedure its windows have; a window belongs to the thread that
// created it, and only that thread runs its procedure.
int main() {
  WNDCLASSA description{};
  description.lpfnWndProc = on_message;
  description.lpszClassName = "Tour";
  description.hbrBackground = reinterpret_cast<HBRUSH>(COLOR_WINDOW + 1);
  RegisterClassA(&description);
  const HWND window = CreateWindowA("Tour", "A tour", WS_OVERLAPPEDWINDOW | WS_VISIBLE, 50, 50, 400,
                                    200, nullptr, nullptr, nullptr, nullptr);

  // Posted: waits in this thread's queue (src/user32/message/post.cpp). Sent: a call, so that its
  // line comes first, and the answer is at hand (src/user32/message/send.cpp).
  PostMessageA(window, kGreeting, 1, 0);
  std::printf("the send answered %d\n", static_cast<int>(SendMessageA(window, kGreeting, 0, 0)));
  SetTimer(window, kTimer, 1000, nullptr);  // a second of the headless run's own time: at once

  // Stop 4. The loop: sends of other threads, posted messages, WM_QUIT, input, WM_PAINT, timers, in
  // that order (src/user32/message/retrieve.cpp). It ends when WM_QUIT comes out.
  MSG message;
  while (GetMessageA(&message, nullptr, 0, 0) > 0) {
    TranslateMessage(&message);
    DispatchMessageA(&message);
  }
  std::puts("quit");
  return static_cast<int>(message.wParam);
}
