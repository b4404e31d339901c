// Conversations: how they begin and end.
#include <algorithm>

#include "user32/dde/instance.h"
#include "user32/message/send.h"
#include "user32/numbered_objects.h"

namespace transom::user::dde {
namespace {

NumberedObjects<Conversation>& conversations() {
  static auto* registry = new NumberedObjects<Conversation>;
  return *registry;
}

std::uintptr_t number_of(HCONV handle) {
  return reinterpret_cast<std::uintptr_t>(handle);
}

bool offers(const Instance& instance, ATOM service) {
  return service == instance.own_name ||
         std::ranges::find(instance.services, service) != instance.services.end();
}

bool uses_window(const Instance& instance, HWND window) {
  return std::ranges::any_of(instance.conversations,
                             [&](const auto& other) { return other->own == window; });
}

// The client learns of the server's window, then the server's callback that it is connected.
void accept(Instance& instance, HWND client, ATOM service, ATOM topic, bool same_instance) {
  const HWND own = create_conversation_window(instance);
  if (own == nullptr) return;
  const auto conversation = add_conversation(instance, false, own, client, service, topic);
  // The client deletes the atoms that come with the acknowledgement.
  send_message(client, WM_DDE_ACK, reinterpret_cast<WPARAM>(own),
               MAKELPARAM(share(service), share(topic)));
  if (!conversation->connected || (instance.flags & CBF_SKIP_CONNECT_CONFIRMS) != 0) return;
  call_back(instance, {.type = XTYP_CONNECT_CONFIRM,
                       .conversation = conversation->handle,
                       .first = handle_of(topic),
                       .second = handle_of(service),
                       .data2 = same_instance});
}

// The callback names what it offers; the list ends with a pair of nulls.
void accept_wild(Instance& instance, HWND client, ATOM service, ATOM topic, bool same_instance) {
  const HDDEDATA answer = call_back(instance, {.type = XTYP_WILDCONNECT,
                                               .first = handle_of(topic),
                                               .second = handle_of(service),
                                               .data2 = same_instance});
  const auto object = data_of(answer);
  if (!object) return;
  std::vector<HSZPAIR> pairs(object->bytes.size() / sizeof(HSZPAIR));
  std::memcpy(pairs.data(), object->bytes.data(), pairs.size() * sizeof(HSZPAIR));
  finish_with(answer);
  for (const HSZPAIR& pair : pairs) {
    if (pair.hszSvc == nullptr || pair.hszTopic == nullptr || instance.ended) return;
    accept(instance, client, atom_of(pair.hszSvc), atom_of(pair.hszTopic), same_instance);
  }
}

}  // namespace

std::shared_ptr<Conversation> own_conversation(HCONV handle) {
  auto conversation = conversations().find(number_of(handle));
  const auto instance = conversation ? conversation->instance.lock() : nullptr;
  const bool own = instance && instance->thread == GetCurrentThreadId();
  return own ? conversation : nullptr;
}

std::shared_ptr<Conversation> find_conversation(const Instance& instance, HWND own, HWND partner) {
  for (const auto& conversation : instance.conversations) {
    if (conversation->own == own && conversation->partner == partner) return conversation;
  }
  return nullptr;
}

std::shared_ptr<Conversation> partner_of(const Conversation& conversation) {
  std::shared_ptr<Conversation> found;
  conversations().for_each([&](const auto& other) {
    if (other->own == conversation.partner && other->partner == conversation.own) found = other;
  });
  return found;
}

std::shared_ptr<Conversation> add_conversation(Instance& instance, bool is_client, HWND own,
                                               HWND partner, ATOM service, ATOM topic) {
  auto conversation = std::make_shared<Conversation>();
  conversation->instance = instance.weak_from_this();
  conversation->is_client = is_client;
  conversation->own = own;
  conversation->partner = partner;
  conversation->service = share(service);
  conversation->topic = share(topic);
  conversation->handle =
      reinterpret_cast<HCONV>(std::uintptr_t{conversations().insert(conversation)});
  instance.conversations.push_back(conversation);
  return conversation;
}

void remove_conversation(Conversation& conversation) {
  const auto keep = conversations().remove(number_of(conversation.handle));
  if (!keep) return;
  conversation.connected = false;
  for (const auto& transaction : conversation.transactions) {
    // The rest may be the partner's by now.
    if (transaction->type == XTYP_EXECUTE) GlobalFree(transaction->memory);
    GlobalDeleteAtom(transaction->item);
  }
  conversation.transactions.clear();
  for (const Request& request : conversation.held) GlobalDeleteAtom(request.item);
  conversation.held.clear();
  for (const Link& link : conversation.links) GlobalDeleteAtom(link.item);
  conversation.links.clear();
  GlobalDeleteAtom(conversation.service);
  GlobalDeleteAtom(conversation.topic);
  if (const auto instance = conversation.instance.lock()) {
    std::erase(instance->conversations, keep);
    if (uses_window(*instance, conversation.own)) return;
  }
  DestroyWindow(conversation.own);
}

bool tell_partner(Conversation& conversation, UINT message, LPARAM lparam) {
  return post_message(conversation.partner, message, reinterpret_cast<WPARAM>(conversation.own),
                      lparam);
}

bool tell_partner(Conversation& conversation, UINT message, UINT_PTR low, UINT_PTR high) {
  const LPARAM lparam = PackDDElParam(message, low, high);
  const bool told = tell_partner(conversation, message, lparam);
  if (!told) FreeDDElParam(message, lparam);
  return told;
}

// The partner's own WM_DDE_TERMINATE in answer finds nobody, which is what it means to say.
void disconnect(Conversation& conversation) {
  tell_partner(conversation, WM_DDE_TERMINATE, 0);
  remove_conversation(conversation);
}

void on_terminate(Conversation& conversation) {
  const auto keep = conversation.shared_from_this();
  const auto instance = conversation.instance.lock();
  tell_partner(conversation, WM_DDE_TERMINATE, 0);
  const auto partner = partner_of(conversation);
  const bool same = partner && partner->instance.lock() == instance;
  conversation.connected = false;
  if (instance && (instance->flags & CBF_SKIP_DISCONNECTS) == 0) {
    call_back(*instance,
              {.type = XTYP_DISCONNECT, .conversation = conversation.handle, .data2 = same});
  }
  remove_conversation(conversation);
}

void on_initiate(Instance& instance, HWND client, ATOM service, ATOM topic) {
  const bool same = is_connecting(instance, client);
  if ((instance.flags & CBF_FAIL_CONNECTIONS) == CBF_FAIL_CONNECTIONS) return;
  if (same && (instance.flags & CBF_FAIL_SELFCONNECTIONS) != 0) return;
  const bool filtered = instance.filters_services || (instance.flags & APPCMD_FILTERINITS) != 0;
  if (filtered && (service != 0 ? !offers(instance, service) : instance.services.empty())) return;
  if (service == 0 || topic == 0) return accept_wild(instance, client, service, topic, same);
  const HDDEDATA answer = call_back(instance, {.type = XTYP_CONNECT,
                                               .first = handle_of(topic),
                                               .second = handle_of(service),
                                               .data2 = same});
  if (answer != nullptr && !instance.ended) accept(instance, client, service, topic, same);
}

}  // namespace transom::user::dde
