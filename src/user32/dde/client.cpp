// A client's end of a conversation: answers complete transactions, updates of advise loops become
// callbacks.
#include <algorithm>

#include "user32/dde/instance.h"

namespace transom::user::dde {
namespace {

std::shared_ptr<Transaction> find(Conversation& conversation, auto&& matches) {
  for (const auto& transaction : conversation.transactions) {
    if (!transaction->done && matches(*transaction)) return transaction;
  }
  return nullptr;
}

void complete(Conversation& conversation, const std::shared_ptr<Transaction>& transaction) {
  transaction->done = true;
  const bool good = transaction->data != nullptr || (transaction->status & DDE_FACK) != 0;
  if (good && kind_of(transaction->type) == kind_of(XTYP_ADVSTART)) ++conversation.advise_loops;
  if (good && kind_of(transaction->type) == kind_of(XTYP_ADVSTOP)) --conversation.advise_loops;
  if (!transaction->asynchronous) return;
  const auto instance = conversation.instance.lock();
  const ATOM item = transaction->item;
  std::erase(conversation.transactions, transaction);
  // "NULL: the transaction failed"; a request's data is freed when the callback returns.
  const LentData lent(transaction->data);
  HDDEDATA result = lent.handle();
  if (result == nullptr && good) result = reinterpret_cast<HDDEDATA>(std::uintptr_t{TRUE});
  if (instance) {
    call_back(*instance, {.type = XTYP_XACT_COMPLETE,
                          .format = transaction->format,
                          .conversation = conversation.handle,
                          .first = handle_of(conversation.topic),
                          .second = handle_of(item),
                          .data = result,
                          .data1 = transaction->id,
                          .data2 = transaction->status});
  }
  GlobalDeleteAtom(item);
}

// Whose the memory is after the answer: a server that took a poke or an advise has freed it, the
// command of an execution always comes back.
void settle_memory(Transaction& transaction) {
  const bool taken = (transaction.status & DDE_FACK) != 0;
  const HGLOBAL memory = std::exchange(transaction.memory, nullptr);
  if (memory == nullptr) return;
  if (!taken || kind_of(transaction.type) == kind_of(XTYP_EXECUTE)) GlobalFree(memory);
}

void on_acknowledged(Conversation& conversation, const MSG& message) {
  UINT_PTR status = 0, what = 0;
  if (!UnpackDDElParam(WM_DDE_ACK, message.lParam, &status, &what)) return;
  FreeDDElParam(WM_DDE_ACK, message.lParam);
  const auto transaction = find(conversation, [&](const Transaction& candidate) {
    if (kind_of(candidate.type) == kind_of(XTYP_EXECUTE)) {
      return reinterpret_cast<UINT_PTR>(candidate.memory) == what;
    }
    return what == candidate.item;
  });
  if (!transaction) return;
  if (kind_of(transaction->type) != kind_of(XTYP_EXECUTE)) {
    GlobalDeleteAtom(static_cast<ATOM>(what));
  }
  transaction->status = static_cast<WORD>(status);
  settle_memory(*transaction);
  complete(conversation, transaction);
}

// The update of an advise loop; without memory it only says that there is one.
WORD on_update(Conversation& conversation, ATOM item, const GlobalData& data) {
  const LentData lent(data.object);
  const UINT format = data.object ? data.object->format : 0;
  return acknowledgement_of(ask(conversation, XTYP_ADVDATA, format, item, lent.handle()));
}

void on_data(Conversation& conversation, const MSG& message) {
  UINT_PTR low = 0, high = 0;
  if (!UnpackDDElParam(WM_DDE_DATA, message.lParam, &low, &high)) return;
  FreeDDElParam(WM_DDE_DATA, message.lParam);
  const auto memory = reinterpret_cast<HGLOBAL>(low);
  const auto item = static_cast<ATOM>(high);
  const GlobalData data = from_global(memory);
  if (memory != nullptr && !data.object) return;
  const bool requested = (data.flags & DDE_FREQUESTED) != 0;
  const auto transaction =
      !requested ? nullptr : find(conversation, [&](const Transaction& candidate) {
        return kind_of(candidate.type) == kind_of(XTYP_REQUEST) && candidate.item == item;
      });
  WORD status = DDE_FACK;
  if (!requested) status = on_update(conversation, item, data);
  // Memory that is refused is the sender's to free.
  const bool wants_ack = (data.flags & DDE_FACKREQ) != 0;
  const bool taken = !wants_ack || (status & DDE_FACK) != 0;
  if (taken && (data.flags & DDE_FRELEASE) != 0) GlobalFree(memory);
  if (wants_ack && conversation.connected) {
    tell_partner(conversation, WM_DDE_ACK, status, item);
  } else {
    GlobalDeleteAtom(item);
  }
  if (!transaction) return;
  transaction->data = data.object;
  transaction->status = DDE_FACK;
  complete(conversation, transaction);
}

}  // namespace

void hear_answer(Conversation& conversation, const MSG& message) {
  const auto keep = conversation.shared_from_this();
  if (message.message == WM_DDE_ACK) on_acknowledged(conversation, message);
  if (message.message == WM_DDE_DATA) on_data(conversation, message);
}

}  // namespace transom::user::dde
