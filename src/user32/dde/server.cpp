// A server's end of a conversation: what the client asks for becomes a callback, and its answer a
// message. https://learn.microsoft.com/windows/win32/dataxchg/using-dynamic-data-exchange
#include <algorithm>

#include "user32/dde/instance.h"
#include "user32/dde/text.h"

namespace transom::user::dde {
namespace {

struct Answer {
  std::optional<WORD> status;  // to acknowledge with; none: there is nothing to say
  bool blocked = false;        // the callback wants to hear it again later
};
constexpr Answer kRefused{.status = WORD{0}};
constexpr Answer kBlocked{.blocked = true};

Request take_apart(const MSG& message) {
  UINT_PTR low = 0, high = 0;
  UnpackDDElParam(message.message, message.lParam, &low, &high);
  FreeDDElParam(message.message, message.lParam);
  switch (message.message) {
    case WM_DDE_EXECUTE:
      return {message.message, 0, 0, reinterpret_cast<HGLOBAL>(high)};
    case WM_DDE_POKE:
    case WM_DDE_ADVISE:
      return {message.message, 0, static_cast<ATOM>(high), reinterpret_cast<HGLOBAL>(low)};
    default:
      return {message.message, static_cast<UINT>(low), static_cast<ATOM>(high), nullptr};
  }
}

bool refuses(const Conversation& conversation, DWORD flag) {
  const auto instance = conversation.instance.lock();
  return !instance || (instance->flags & flag) != 0;
}

// ---- What clients ask

bool send_data(Conversation& conversation, HDDEDATA data, UINT format, ATOM item, WORD flags) {
  const auto object = data_of(data);
  const HGLOBAL memory = object ? to_global(object->bytes, format, flags) : nullptr;
  finish_with(data);
  if (memory == nullptr) return false;
  const auto block = reinterpret_cast<UINT_PTR>(memory);
  if (tell_partner(conversation, WM_DDE_DATA, block, share(item))) return true;
  GlobalFree(memory);
  GlobalDeleteAtom(item);
  return false;
}

Answer on_request(Conversation& conversation, const Request& request) {
  if (refuses(conversation, CBF_FAIL_REQUESTS)) return kRefused;
  const HDDEDATA data = ask(conversation, XTYP_REQUEST, request.format, request.item);
  if (data == CBR_BLOCK) return kBlocked;
  if (!conversation.connected || data == nullptr) return kRefused;
  const bool sent =
      send_data(conversation, data, request.format, request.item, DDE_FREQUESTED | DDE_FRELEASE);
  if (!sent) return kRefused;
  GlobalDeleteAtom(request.item);
  return {};
}

Answer on_poke(Conversation& conversation, const Request& request) {
  const GlobalData data = from_global(request.memory);
  if (!data.object || refuses(conversation, CBF_FAIL_POKES)) return kRefused;
  const LentData lent(data.object);
  const HDDEDATA answer =
      ask(conversation, XTYP_POKE, data.object->format, request.item, lent.handle());
  if (answer == CBR_BLOCK) return kBlocked;
  const WORD status = acknowledgement_of(answer);
  if ((status & DDE_FACK) != 0 && (data.flags & DDE_FRELEASE) != 0) GlobalFree(request.memory);
  return {.status = status};
}

Answer on_execute(Conversation& conversation, const Request& request) {
  const auto instance = conversation.instance.lock();
  const auto command = command_from_global(request.memory, conversation, *instance);
  if (!command || refuses(conversation, CBF_FAIL_EXECUTES)) return kRefused;
  const LentData lent(command);
  const HDDEDATA answer = ask(conversation, XTYP_EXECUTE, 0, 0, lent.handle());
  if (answer == CBR_BLOCK) return kBlocked;
  return {.status = acknowledgement_of(answer)};
}

Answer on_advise(Conversation& conversation, const Request& request) {
  const GlobalData options = from_global(request.memory);
  if (!options.object || refuses(conversation, CBF_FAIL_ADVISES)) return kRefused;
  const UINT format = options.object->format;
  const HDDEDATA answer = ask(conversation, XTYP_ADVSTART, format, request.item);
  if (answer == CBR_BLOCK) return kBlocked;
  if (answer == nullptr || !conversation.connected) return kRefused;
  std::erase_if(conversation.links, [&](const Link& link) {
    return link.item == request.item && link.format == format;
  });
  conversation.links.push_back({.item = share(request.item),
                                .format = format,
                                .no_data = (options.flags & DDE_FDEFERUPD) != 0,
                                .wants_ack = (options.flags & DDE_FACKREQ) != 0});
  GlobalFree(request.memory);
  return {.status = WORD{DDE_FACK}};
}

// Without an item: all of the format's; without a format: all.
Answer on_unadvise(Conversation& conversation, const Request& request) {
  std::vector<Link> ended;
  std::erase_if(conversation.links, [&](const Link& link) {
    const bool ends = (request.item == 0 || link.item == request.item) &&
                      (request.format == 0 || link.format == request.format);
    if (ends) ended.push_back(link);
    return ends;
  });
  for (const Link& link : ended) {
    if (conversation.connected) ask(conversation, XTYP_ADVSTOP, link.format, link.item);
    GlobalDeleteAtom(link.item);
  }
  return {.status = ended.empty() ? WORD{0} : WORD{DDE_FACK}};
}

// ---- Advise loops

void send_update(Conversation& conversation, std::size_t index, ULONG_PTR remaining);

// The client has the last update and wants no second one before it has said so.
Answer on_acknowledged(Conversation& conversation, const Request& request) {
  GlobalDeleteAtom(request.item);
  for (std::size_t i = 0; i < conversation.links.size(); ++i) {
    Link& link = conversation.links[i];
    if (link.item != request.item || !link.awaits_ack) continue;
    link.awaits_ack = false;
    if (std::exchange(link.changed_meanwhile, false)) send_update(conversation, i, CADV_LATEACK);
    break;
  }
  return {};
}

void send_update(Conversation& conversation, std::size_t index, ULONG_PTR remaining) {
  Link& link = conversation.links[index];
  if (link.awaits_ack) {
    link.changed_meanwhile = true;
    return;
  }
  const Link now = link;
  if (now.no_data) {
    tell_partner(conversation, WM_DDE_DATA, 0, share(now.item));
    return;
  }
  const HDDEDATA data = ask(conversation, XTYP_ADVREQ, now.format, now.item, nullptr, remaining);
  if (data == nullptr || !conversation.connected) return;
  const WORD flags = DDE_FRELEASE | (now.wants_ack ? DDE_FACKREQ : 0);
  const bool sent = send_data(conversation, data, now.format, now.item, flags);
  if (sent && index < conversation.links.size()) {
    conversation.links[index].awaits_ack = now.wants_ack;
  }
}

// ---- Taking turns

using Handler = Answer (*)(Conversation&, const Request&);
Handler handler_of(UINT message) {
  switch (message) {
    case WM_DDE_REQUEST:
      return on_request;
    case WM_DDE_POKE:
      return on_poke;
    case WM_DDE_EXECUTE:
      return on_execute;
    case WM_DDE_ADVISE:
      return on_advise;
    case WM_DDE_UNADVISE:
      return on_unadvise;
    case WM_DDE_ACK:
      return on_acknowledged;
    default:
      return nullptr;
  }
}

void acknowledge(Conversation& conversation, const Request& request, WORD status) {
  const UINT_PTR what = request.message == WM_DDE_EXECUTE
                            ? reinterpret_cast<UINT_PTR>(request.memory)
                            : UINT_PTR{request.item};
  tell_partner(conversation, WM_DDE_ACK, status, what);
}

// CBR_BLOCK: "the conversation is disabled after the callback, and the transaction comes again".
void serve_request(Conversation& conversation, const Request& request) {
  const auto keep = conversation.shared_from_this();
  if (std::exchange(conversation.blocks_after_next, false)) conversation.blocked = true;
  const Answer answer = handler_of(request.message)(conversation, request);
  if (answer.blocked) {
    conversation.blocked = true;
    conversation.held.push_front(request);
  } else if (answer.status && conversation.connected) {
    acknowledge(conversation, request, *answer.status);
  }
}

}  // namespace

void serve(Conversation& conversation, const MSG& message) {
  if (handler_of(message.message) == nullptr) return;
  const Request request = take_apart(message);
  if (conversation.blocked && request.message != WM_DDE_ACK) {
    conversation.held.push_back(request);
  } else {
    serve_request(conversation, request);
  }
}

void serve_held(Conversation& conversation) {
  const auto keep = conversation.shared_from_this();
  while (conversation.connected && !conversation.blocked && !conversation.held.empty()) {
    const Request request = conversation.held.front();
    conversation.held.pop_front();
    serve_request(conversation, request);
  }
}

}  // namespace transom::user::dde

using namespace transom::user::dde;

// Tells the clients that have advise loops on the item (a null topic or item: on any) that it has
// changed. Loops with data ask the callback for it (XTYP_ADVREQ).
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddepostadvise
WINBOOL WINAPI DdePostAdvise(DWORD id, HSZ topic, HSZ item) {
  const auto instance = own_instance(id);
  if (!instance) return FALSE;
  struct Update {
    std::shared_ptr<Conversation> conversation;
    ATOM item;
    UINT format;
  };
  std::vector<Update> updates;
  for (const auto& conversation : instance->conversations) {
    if (topic != nullptr && conversation->topic != atom_of(topic)) continue;
    for (const Link& link : conversation->links) {
      if (item == nullptr || link.item == atom_of(item)) {
        updates.push_back({conversation, link.item, link.format});
      }
    }
  }
  // "The low-order word is the count of XTYP_ADVREQ transactions that remain to be processed."
  for (std::size_t i = 0; i < updates.size() && !instance->ended; ++i) {
    auto& links = updates[i].conversation->links;
    const auto link = std::ranges::find_if(links, [&](const Link& candidate) {
      return candidate.item == updates[i].item && candidate.format == updates[i].format;
    });
    if (link == links.end()) continue;
    send_update(*updates[i].conversation, static_cast<std::size_t>(link - links.begin()),
                std::min<std::size_t>(updates.size() - i - 1, CADV_LATEACK - 1));
  }
  return TRUE;
}
