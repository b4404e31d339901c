#include "support.h"

namespace {

// As the floor's: two threads that talk to each other run on two cores, always the same.
class OnCore {
 public:
  explicit OnCore(int core)
      : before_(SetThreadAffinityMask(GetCurrentThread(), DWORD_PTR{1} << core)) {}
  ~OnCore() { SetThreadAffinityMask(GetCurrentThread(), before_); }
  OnCore(const OnCore&) = delete;
  OnCore& operator=(const OnCore&) = delete;

 private:
  DWORD_PTR before_;
};

struct Peer {
  HANDLE ready;
  HANDLE thread;
  HWND window;
  HWND answer_to;
  int count;
  DWORD owner_thread;
};

LRESULT CALLBACK answering_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message == WM_APP) {
    PostMessageW(reinterpret_cast<HWND>(lparam), WM_APP, 0, 0);
    return 1;
  }
  if (message == WM_APP + 1) return static_cast<LRESULT>(wparam) + 1;
  return DefWindowProcW(window, message, wparam, lparam);
}

DWORD WINAPI serve(void* parameter) {
  const OnCore core(1);
  auto* peer = static_cast<Peer*>(parameter);
  static const WCHAR name[] = {'p', 'e', 'e', 'r', 0};
  register_class(answering_procedure, name);
  peer->window =
      CreateWindowExW(0, name, nullptr, 0, 0, 0, 1, 1, HWND_MESSAGE, nullptr, nullptr, nullptr);
  SetEvent(peer->ready);
  MSG message;
  while (GetMessageW(&message, nullptr, 0, 0) > 0) DispatchMessageW(&message);
  DestroyWindow(peer->window);
  return 0;
}

DWORD WINAPI produce(void* parameter) {
  const OnCore core(1);
  // A copy: the original shares a cache line with what the other thread writes all the time.
  const Peer peer = *static_cast<Peer*>(parameter);
  for (int i = 0; i < peer.count; ++i) {
    while (!PostMessageW(peer.window, WM_APP, 1, 2)) Sleep(0);
  }
  return 0;
}

void start(Peer& peer, LPTHREAD_START_ROUTINE routine) {
  peer.ready = CreateEventW(nullptr, FALSE, FALSE, nullptr);
  peer.thread = CreateThread(nullptr, 0, routine, &peer, 0, nullptr);
}

void finish(Peer& peer) {
  WaitForSingleObject(peer.thread, INFINITE);
  CloseHandle(peer.thread);
  CloseHandle(peer.ready);
}

}  // namespace

// One thread posts as fast as it can, another takes everything out.
void produce_across(int count) {
  const OnCore core(0);
  Peer peer{};
  peer.count = count;
  peer.window = make_window();
  start(peer, produce);
  MSG message;
  for (int i = 0; i < count; ++i) {
    GetMessageW(&message, nullptr, 0, 0);
    DispatchMessageW(&message);
  }
  finish(peer);
  close_window(peer.window);
}

void post_ping_pong(int count) {
  const OnCore core(0);
  Peer peer{};
  const HWND window = make_window();
  start(peer, serve);
  WaitForSingleObject(peer.ready, INFINITE);
  MSG message;
  for (int i = 0; i < count; ++i) {
    PostMessageW(peer.window, WM_APP, 0, reinterpret_cast<LPARAM>(window));
    GetMessageW(&message, nullptr, 0, 0);
    DispatchMessageW(&message);
  }
  PostMessageW(peer.window, WM_QUIT, 0, 0);
  finish(peer);
  close_window(window);
}

void send_across(int count) {
  const OnCore core(0);
  Peer peer{};
  start(peer, serve);
  WaitForSingleObject(peer.ready, INFINITE);
  for (int i = 0; i < count; ++i) SendMessageW(peer.window, WM_APP + 1, 1, 0);
  PostMessageW(peer.window, WM_QUIT, 0, 0);
  finish(peer);
}
