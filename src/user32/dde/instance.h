// A program's registration with DDEML (DdeInitialize), its conversations, and what it calls back.
//
// Contract
//  - An instance and its conversations belong to the thread that initialized it; the windows
//    through which they talk are that thread's. Functions called on another thread fail with
//    DMLERR_INVALIDPARAMETER.
//  - String handles are global atoms, so equal texts in different case have one handle here.
//  - Any callback may disconnect, or end the instance: hold the shared pointer and ask.
// https://learn.microsoft.com/windows/win32/dataxchg/about-dynamic-data-exchange-management-library
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "base/dde.h"
#include "user32/dde/data_object.h"
#include "user32/window/window.h"

namespace transom::user::dde {

struct Instance;

inline HSZ handle_of(ATOM atom) {
  return reinterpret_cast<HSZ>(static_cast<std::uintptr_t>(atom));
}
inline ATOM atom_of(HSZ handle) {
  const auto value = reinterpret_cast<std::uintptr_t>(handle);
  return value <= 0xFFFF ? static_cast<ATOM>(value) : ATOM{0};
}
// One more reference to a global atom, for whoever gets it with a message.
ATOM share(ATOM atom);

// What a client has asked for and not heard the end of.
struct Transaction {
  DWORD id = 0;
  UINT type = 0;  // XTYP_
  UINT format = 0;
  ATOM item = 0;
  HGLOBAL memory = nullptr;  // goes with the message; ours again where the answer is no
  bool asynchronous = false;
  bool done = false;
  WORD status = 0;  // DDE_FACK and its like
  std::shared_ptr<DataObject> data;
  DWORD_PTR user = 0;
};

// What a client's message asks of a server.
struct Request {
  UINT message = 0;
  UINT format = 0;
  ATOM item = 0;
  HGLOBAL memory = nullptr;
};

// An advise loop, at the server's end.
struct Link {
  ATOM item = 0;
  UINT format = 0;
  bool no_data = false;
  bool wants_ack = false;
  bool awaits_ack = false;
  bool changed_meanwhile = false;
};

struct Conversation : std::enable_shared_from_this<Conversation> {
  HCONV handle = nullptr;
  std::weak_ptr<Instance> instance;
  bool is_client = false;
  bool connected = true;
  HWND own = nullptr;
  HWND partner = nullptr;
  ATOM service = 0;
  ATOM topic = 0;
  CONVCONTEXT context{};
  HCONVLIST list = nullptr;
  DWORD_PTR user = 0;
  UINT last_error = 0;
  std::deque<std::shared_ptr<Transaction>> transactions;  // the client's, oldest first
  int advise_loops = 0;                                   // that the client has begun
  std::vector<Link> links;                                // the server's
  // DdeEnableCallback and CBR_BLOCK: the server's messages wait.
  bool blocked = false;
  bool blocks_after_next = false;
  std::deque<Request> held;
};

struct Instance : std::enable_shared_from_this<Instance> {
  DWORD id = 0;
  DWORD thread = 0;
  PFNCALLBACK callback = nullptr;
  Encoding encoding = Encoding::kUnicode;
  DWORD flags = 0;  // CBF_ and APPCMD_
  UINT last_error = DMLERR_NO_ERROR;
  HWND events = nullptr;  // hears WM_DDE_INITIATE; null: client only
  bool filters_services = true;
  std::vector<ATOM> services;
  ATOM own_name = 0;  // of the first service, for this instance alone
  std::map<ATOM, int> strings;
  std::vector<std::shared_ptr<Conversation>> conversations;
  DWORD last_transaction = 0;
  bool in_transaction = false;  // a synchronous one
  bool ended = false;
};

// The instance where it is the calling thread's; else null.
std::shared_ptr<Instance> own_instance(DWORD id);
std::vector<std::shared_ptr<Instance>> all_instances();
// A live conversation of the calling thread's.
std::shared_ptr<Conversation> own_conversation(HCONV handle);
std::shared_ptr<Conversation> find_conversation(const Instance& instance, HWND own, HWND partner);
// The other end where it is in this process.
std::shared_ptr<Conversation> partner_of(const Conversation& conversation);

// Sets DdeGetLastError's answer and returns what a failing function returns.
template <class Result = HDDEDATA>
Result fail(Instance& instance, UINT error, Result result = Result{}) {
  instance.last_error = error;
  return result;
}

struct Callback {
  UINT type;
  UINT format = 0;
  HCONV conversation = nullptr;
  HSZ first = nullptr;
  HSZ second = nullptr;
  HDDEDATA data = nullptr;
  ULONG_PTR data1 = 0;
  ULONG_PTR data2 = 0;
};
HDDEDATA call_back(Instance& instance, const Callback& callback);
// About an item of the conversation; null where its instance is gone.
HDDEDATA ask(const Conversation& conversation, UINT type, UINT format, ATOM item,
             HDDEDATA data = nullptr, ULONG_PTR data1 = 0);
// DDE_FACK and its like, as a callback answers.
inline WORD acknowledgement_of(HDDEDATA answer) {
  return static_cast<WORD>(reinterpret_cast<std::uintptr_t>(answer) & 0xFFFF);
}
// XTYP_ without its flags.
inline UINT kind_of(UINT type) {
  return type & XTYP_MASK;
}

// connection.cpp
std::shared_ptr<Conversation> add_conversation(Instance& instance, bool is_client, HWND own,
                                               HWND partner, ATOM service, ATOM topic);
// Lets go of it; nobody is told. Its window goes with its last conversation.
void remove_conversation(Conversation& conversation);
// Tells the partner and removes it.
void disconnect(Conversation& conversation);
// The partner ended it.
void on_terminate(Conversation& conversation);
void on_initiate(Instance& instance, HWND client, ATOM service, ATOM topic);
bool tell_partner(Conversation& conversation, UINT message, LPARAM lparam);
// The same with what PackDDElParam makes of the two, which is freed where the partner is gone.
bool tell_partner(Conversation& conversation, UINT message, UINT_PTR low, UINT_PTR high);

// server.cpp and client.cpp: messages of a conversation
void serve(Conversation& conversation, const MSG& message);
void serve_held(Conversation& conversation);
void hear_answer(Conversation& conversation, const MSG& message);

// windows.cpp
HWND create_conversation_window(Instance& instance);
HWND create_event_window(Instance& instance);
// While the window is in here, acknowledgements make conversations.
struct Connecting {
  const Instance* instance;
  HWND window;
  bool many;
  std::vector<std::shared_ptr<Conversation>> made;
};
void broadcast_initiate(Connecting& connecting, ATOM service, ATOM topic);
bool is_connecting(const Instance& instance, HWND client);
inline constexpr UINT kServeHeld = WM_APP + 1;  // to a conversation's window
inline constexpr UINT kServiceChanged =
    WM_APP + 2;  // to an event window: wParam XTYP_, lParam atoms

}  // namespace transom::user::dde
