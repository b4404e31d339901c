// Connecting, disconnecting and asking about conversations.
#include <algorithm>

#include "user32/dde/instance.h"
#include "user32/message/send.h"
#include "user32/numbered_objects.h"

namespace transom::user::dde {
namespace {

struct ConversationList {
  DWORD instance = 0;
  std::vector<HCONV> members;
};

NumberedObjects<ConversationList>& lists() {
  static auto* registry = new NumberedObjects<ConversationList>;
  return *registry;
}

std::shared_ptr<ConversationList> find_list(HCONVLIST handle) {
  auto list = lists().find(reinterpret_cast<std::uintptr_t>(handle));
  return list && own_instance(list->instance) ? list : nullptr;
}

using Conversations = std::vector<std::shared_ptr<Conversation>>;

Conversations connect(Instance& instance, HSZ service, HSZ topic, const CONVCONTEXT* context,
                      bool many) {
  Connecting connecting{&instance, create_conversation_window(instance), many, {}};
  if (connecting.window == nullptr) {
    fail(instance, DMLERR_SYS_ERROR);
    return {};
  }
  const ATOM service_atom = share(atom_of(service));
  const ATOM topic_atom = share(atom_of(topic));
  broadcast_initiate(connecting, service_atom, topic_atom);
  GlobalDeleteAtom(service_atom);
  GlobalDeleteAtom(topic_atom);
  std::erase_if(connecting.made, [](const auto& each) { return !each->connected; });
  for (const auto& conversation : connecting.made) {
    if (context != nullptr) conversation->context = *context;
  }
  if (connecting.made.empty()) {
    DestroyWindow(connecting.window);
    fail(instance, DMLERR_NO_CONV_ESTABLISHED);
  }
  return connecting.made;
}

bool is_good(const CONVCONTEXT* context) {
  return context == nullptr || context->cb == sizeof *context;
}

UINT status_of(const Conversation& conversation) {
  const auto partner = partner_of(conversation);
  UINT status = 0;
  if (conversation.connected) status |= ST_CONNECTED;
  if (conversation.is_client) status |= ST_CLIENT;
  if (!conversation.links.empty() || conversation.advise_loops > 0) status |= ST_ADVISE;
  if (conversation.blocked) status |= ST_BLOCKED;
  if (conversation.blocks_after_next) status |= ST_BLOCKNEXT;
  if (conversation.list != nullptr) status |= ST_INLIST;
  if (partner) status |= ST_ISLOCAL;
  if (partner && partner->instance.lock() == conversation.instance.lock()) status |= ST_ISSELF;
  return status;
}

const Transaction* find_transaction(const Conversation& conversation, DWORD number) {
  for (const auto& transaction : conversation.transactions) {
    if (transaction->id == number) return transaction.get();
  }
  return nullptr;
}

CONVINFO describe(const Conversation& conversation, const Instance& instance) {
  CONVINFO info{};
  info.cb = sizeof info;
  info.hUser = conversation.user;
  if (const auto partner = partner_of(conversation)) info.hConvPartner = partner->handle;
  info.hszSvcPartner = handle_of(conversation.service);
  info.hszServiceReq = handle_of(conversation.service);
  info.hszTopic = handle_of(conversation.topic);
  info.wStatus = status_of(conversation);
  info.wConvst = conversation.connected ? XST_CONNECTED : XST_NULL;
  info.wLastError = instance.last_error;
  info.hConvList = conversation.list;
  info.ConvCtxt = conversation.context;
  info.hwnd = conversation.own;
  info.hwndPartner = conversation.partner;
  return info;
}

constexpr UINT kEnableCommands[] = {EC_ENABLEALL, EC_ENABLEONE, EC_DISABLE};

void enable(Conversation& conversation, UINT command) {
  conversation.blocked = command == EC_DISABLE;
  conversation.blocks_after_next = command == EC_ENABLEONE;
  if (command == EC_DISABLE || conversation.held.empty()) return;
  post_message(conversation.own, kServeHeld, reinterpret_cast<WPARAM>(conversation.handle), 0);
}

void announce(const Instance& instance, UINT type, ATOM service) {
  for (const auto& other : all_instances()) {
    if (other.get() == &instance || other->events == nullptr) continue;
    const LPARAM atoms = MAKELPARAM(share(service), share(instance.own_name));
    if (post_message(other->events, kServiceChanged, type, atoms)) continue;
    GlobalDeleteAtom(LOWORD(atoms));
    GlobalDeleteAtom(HIWORD(atoms));
  }
}

void register_service(Instance& instance, ATOM service) {
  instance.services.push_back(share(service));
  if (instance.own_name == 0) {
    WCHAR name[256];
    const UINT length = GlobalGetAtomNameW(service, name, 240);
    std::u16string text(reinterpret_cast<const char16_t*>(name), length);
    for (const char digit : ":(" + std::to_string(instance.id) + ")") {
      text += static_cast<char16_t>(digit);
    }
    instance.own_name = GlobalAddAtomW(reinterpret_cast<const WCHAR*>(text.c_str()));
  }
  announce(instance, XTYP_REGISTER, service);
}

// A null service: all of them.
bool unregister_services(Instance& instance, ATOM service) {
  std::vector<ATOM> gone;
  std::erase_if(instance.services, [&](ATOM candidate) {
    if (service != 0 && candidate != service) return false;
    gone.push_back(candidate);
    return true;
  });
  for (const ATOM each : gone) {
    announce(instance, XTYP_UNREGISTER, each);
    GlobalDeleteAtom(each);
  }
  if (instance.services.empty() && instance.own_name != 0) {
    GlobalDeleteAtom(std::exchange(instance.own_name, ATOM{0}));
  }
  return !gone.empty();
}

}  // namespace
}  // namespace transom::user::dde

using namespace transom;
using namespace transom::user;
using namespace transom::user::dde;

// Connects to the first server that offers the service and the topic; null is any. Null on failure
// (DMLERR_NO_CONV_ESTABLISHED …).
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddeconnect
HCONV WINAPI DdeConnect(DWORD id, HSZ service, HSZ topic, PCONVCONTEXT context) {
  const auto instance = own_instance(id);
  if (!instance) return nullptr;
  if (!is_good(context)) return fail<HCONV>(*instance, DMLERR_INVALIDPARAMETER);
  const auto made = connect(*instance, service, topic, context, false);
  return made.empty() ? nullptr : made.front()->handle;
}

// The same server and topic once more, after it has ended the conversation.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddereconnect
HCONV WINAPI DdeReconnect(HCONV handle) {
  const auto conversation = own_conversation(handle);
  const auto instance = conversation ? conversation->instance.lock() : nullptr;
  if (!instance || !conversation->is_client) return nullptr;
  const auto made = connect(*instance, handle_of(conversation->service),
                            handle_of(conversation->topic), &conversation->context, false);
  return made.empty() ? nullptr : made.front()->handle;
}

// As DdeConnect to all servers there are. With an older list, which ends, its live conversations
// are taken over.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddeconnectlist
HCONVLIST WINAPI DdeConnectList(DWORD id, HSZ service, HSZ topic, HCONVLIST older,
                                PCONVCONTEXT context) {
  const auto instance = own_instance(id);
  if (!instance) return nullptr;
  const auto old_list = find_list(older);
  if (!is_good(context) || (older != nullptr && !old_list)) {
    return fail<HCONVLIST>(*instance, DMLERR_INVALIDPARAMETER);
  }
  auto list = std::make_shared<ConversationList>();
  list->instance = id;
  if (old_list) {
    lists().remove(reinterpret_cast<std::uintptr_t>(older));
    std::ranges::copy_if(old_list->members, std::back_inserter(list->members),
                         [](HCONV member) { return own_conversation(member) != nullptr; });
  }
  for (const auto& made : connect(*instance, service, topic, context, true)) {
    list->members.push_back(made->handle);
  }
  if (list->members.empty()) return nullptr;
  const auto handle = reinterpret_cast<HCONVLIST>(std::uintptr_t{lists().insert(list)});
  for (const HCONV member : list->members) {
    if (const auto conversation = own_conversation(member)) conversation->list = handle;
  }
  return handle;
}

// The conversation of the list after that one, or the first. Null: no more.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddequerynextserver
HCONV WINAPI DdeQueryNextServer(HCONVLIST handle, HCONV before) {
  const auto list = find_list(handle);
  if (!list) return nullptr;
  auto next = list->members.begin();
  if (before != nullptr) {
    next = std::ranges::find(list->members, before);
    if (next == list->members.end()) return nullptr;
    ++next;
  }
  next = std::find_if(next, list->members.end(),
                      [](HCONV member) { return own_conversation(member) != nullptr; });
  return next != list->members.end() ? *next : nullptr;
}

// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddedisconnectlist
WINBOOL WINAPI DdeDisconnectList(HCONVLIST handle) {
  const auto list = find_list(handle);
  if (!list) return FALSE;
  for (const HCONV member : list->members) DdeDisconnect(member);
  lists().remove(reinterpret_cast<std::uintptr_t>(handle));
  return TRUE;
}

// Ends the conversation; the partner's callback hears XTYP_DISCONNECT.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddedisconnect
WINBOOL WINAPI DdeDisconnect(HCONV handle) {
  const auto conversation = own_conversation(handle);
  if (!conversation) return FALSE;
  disconnect(*conversation);
  return TRUE;
}

// Fills in as much of the information as there is room for (cb); how much that is. 0 on failure.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddequeryconvinfo
UINT WINAPI DdeQueryConvInfo(HCONV handle, DWORD transaction, PCONVINFO info) {
  const auto conversation = own_conversation(handle);
  const auto instance = conversation ? conversation->instance.lock() : nullptr;
  if (!instance || info == nullptr || info->cb < sizeof(DWORD)) return 0;
  CONVINFO described = describe(*conversation, *instance);
  if (transaction != QID_SYNC) {
    const Transaction* found = find_transaction(*conversation, transaction);
    if (found == nullptr) return fail(*instance, DMLERR_UNFOUND_QUEUE_ID, 0u);
    described.hUser = found->user;
    described.hszItem = handle_of(found->item);
    described.wFmt = found->format;
    described.wType = found->type;
  }
  described.cb = std::min<DWORD>(info->cb, sizeof described);
  std::memcpy(info, &described, described.cb);
  return described.cb;
}

// A value of the program's for a conversation (QID_SYNC) or an asynchronous transaction.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddesetuserhandle
WINBOOL WINAPI DdeSetUserHandle(HCONV handle, DWORD number, DWORD_PTR user) {
  const auto conversation = own_conversation(handle);
  if (!conversation) return FALSE;
  if (number == QID_SYNC) {
    conversation->user = user;
    return TRUE;
  }
  for (const auto& transaction : conversation->transactions) {
    if (transaction->id != number) continue;
    transaction->user = user;
    return TRUE;
  }
  return FALSE;
}

// Lets a server's conversation (null: all of them) hear its client's messages or wait with them.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddeenablecallback
WINBOOL WINAPI DdeEnableCallback(DWORD id, HCONV handle, UINT command) {
  const auto instance = own_instance(id);
  if (!instance) return FALSE;
  const auto concerns = [&](const auto& each) {
    return handle == nullptr || each->handle == handle;
  };
  if (command == EC_QUERYWAITING) {
    return std::ranges::any_of(instance->conversations, [&](const auto& each) {
      return concerns(each) && !each->held.empty();
    });
  }
  if (std::ranges::find(kEnableCommands, command) == std::end(kEnableCommands)) {
    return fail(*instance, DMLERR_INVALIDPARAMETER, FALSE);
  }
  for (const auto& conversation : instance->conversations) {
    if (concerns(conversation)) enable(*conversation, command);
  }
  return TRUE;
}

// Registers and unregisters service names, which other instances hear of (XTYP_REGISTER), and says
// whether XTYP_CONNECT comes for registered names only. Non-null on success.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddenameservice
HDDEDATA WINAPI DdeNameService(DWORD id, HSZ service, HSZ reserved, UINT command) {
  const auto instance = own_instance(id);
  if (!instance) return nullptr;
  const auto done = reinterpret_cast<HDDEDATA>(std::uintptr_t{TRUE});
  if (instance->events == nullptr) return fail(*instance, DMLERR_DLL_USAGE);
  if ((command & DNS_FILTERON) != 0) instance->filters_services = true;
  if ((command & DNS_FILTEROFF) != 0) instance->filters_services = false;
  if ((command & DNS_REGISTER) != 0) {
    if (service == nullptr || reserved != nullptr) return fail(*instance, DMLERR_INVALIDPARAMETER);
    register_service(*instance, atom_of(service));
    return done;
  }
  if ((command & DNS_UNREGISTER) != 0) {
    return unregister_services(*instance, atom_of(service)) ? done : nullptr;
  }
  const bool filter = (command & (DNS_FILTERON | DNS_FILTEROFF)) != 0;
  return filter ? done : fail(*instance, DMLERR_INVALIDPARAMETER);
}

// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddeimpersonateclient
WINBOOL WINAPI DdeImpersonateClient(HCONV) {
  return FALSE;
}
