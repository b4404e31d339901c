// The windows through which DDEML talks: one for events, which hears what is broadcast, and one for
// each conversation.
#include "user32/dde/instance.h"
#include "user32/message/broadcast.h"
#include "user32/message/send.h"

namespace transom::user::dde {
namespace {

thread_local Connecting* connecting_now = nullptr;

std::shared_ptr<Instance> instance_of(HWND window) {
  auto* instance = reinterpret_cast<Instance*>(GetWindowLongPtrW(window, GWLP_USERDATA));
  return instance != nullptr ? instance->weak_from_this().lock() : nullptr;
}

// A server has answered a client that is connecting. More than one is wanted by DdeConnectList
// only.
void on_connected(Instance& instance, HWND client, HWND server, ATOM service, ATOM topic) {
  const bool wanted = connecting_now != nullptr && connecting_now->window == client &&
                      (connecting_now->many || connecting_now->made.empty());
  if (!wanted || !IsWindow(server) || instance.ended) {
    post_message(server, WM_DDE_TERMINATE, reinterpret_cast<WPARAM>(client), 0);
  } else {
    connecting_now->made.push_back(
        add_conversation(instance, true, client, server, service, topic));
  }
  GlobalDeleteAtom(service);
  GlobalDeleteAtom(topic);
}

void receive(Instance& instance, const MSG& message) {
  const HWND partner = reinterpret_cast<HWND>(message.wParam);
  const auto conversation = find_conversation(instance, message.hwnd, partner);
  if (!conversation) {
    if (message.message == WM_DDE_ACK && connecting_now != nullptr) {
      on_connected(instance, message.hwnd, partner, LOWORD(message.lParam), HIWORD(message.lParam));
    }
    return;
  }
  if (message.message == WM_DDE_TERMINATE) {
    on_terminate(*conversation);
  } else if (conversation->is_client) {
    hear_answer(*conversation, message);
  } else {
    serve(*conversation, message);
  }
}

LRESULT CALLBACK conversation_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  const auto instance = instance_of(window);
  if (instance && message >= WM_DDE_FIRST && message <= WM_DDE_LAST) {
    receive(*instance, {.hwnd = window, .message = message, .wParam = wparam, .lParam = lparam});
    return 0;
  }
  if (instance && message == kServeHeld) {
    const auto conversation = own_conversation(reinterpret_cast<HCONV>(wparam));
    if (conversation) serve_held(*conversation);
    return 0;
  }
  return DefWindowProcW(window, message, wparam, lparam);
}

// Another instance has registered or unregistered a service.
void on_service_changed(Instance& instance, UINT type, LPARAM atoms) {
  const DWORD skip = type == XTYP_REGISTER ? CBF_SKIP_REGISTRATIONS : CBF_SKIP_UNREGISTRATIONS;
  if ((instance.flags & skip) == 0) {
    call_back(
        instance,
        {.type = type, .first = handle_of(LOWORD(atoms)), .second = handle_of(HIWORD(atoms))});
  }
  GlobalDeleteAtom(LOWORD(atoms));
  GlobalDeleteAtom(HIWORD(atoms));
}

LRESULT CALLBACK event_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  const auto instance = instance_of(window);
  if (instance && message == WM_DDE_INITIATE) {
    on_initiate(*instance, reinterpret_cast<HWND>(wparam), LOWORD(lparam), HIWORD(lparam));
    return 0;
  }
  if (instance && message == kServiceChanged) {
    on_service_changed(*instance, static_cast<UINT>(wparam), lparam);
    return 0;
  }
  return DefWindowProcW(window, message, wparam, lparam);
}

HWND create(const WCHAR* name, WNDPROC procedure, HWND parent, Instance& instance) {
  WNDCLASSW described{};
  described.lpfnWndProc = procedure;
  described.lpszClassName = name;
  RegisterClassW(&described);  // fails where it is registered
  const HWND window =
      CreateWindowExW(0, name, L"", WS_POPUP, 0, 0, 0, 0, parent, nullptr, nullptr, nullptr);
  if (window != nullptr) {
    SetWindowLongPtrW(window, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(&instance));
  }
  return window;
}

}  // namespace

HWND create_conversation_window(Instance& instance) {
  return create(L"DDEMLConversation", conversation_procedure, HWND_MESSAGE, instance);
}

// Top-level, because broadcasts have to reach it.
HWND create_event_window(Instance& instance) {
  return create(L"DDEMLEvent", event_procedure, nullptr, instance);
}

bool is_connecting(const Instance& instance, HWND client) {
  return connecting_now != nullptr && connecting_now->instance == &instance &&
         connecting_now->window == client;
}

// Everybody gets a second; who hangs is passed over.
void broadcast_initiate(Connecting& connecting, ATOM service, ATOM topic) {
  constexpr DWORD kPatience = 1000;  // milliseconds
  Connecting* outer = std::exchange(connecting_now, &connecting);
  const auto client = reinterpret_cast<WPARAM>(connecting.window);
  for (const HWND window : broadcast_targets()) {
    if (!IsWindow(connecting.window)) break;
    if (!connecting.many && !connecting.made.empty()) break;
    send_message_within(kPatience, window, WM_DDE_INITIATE, client, MAKELPARAM(service, topic));
  }
  connecting_now = outer;
}

}  // namespace transom::user::dde
