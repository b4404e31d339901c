// What a client asks of its server: DdeClientTransaction.
#include "base/clock.h"
#include "kernel32/memory/page_map.h"
#include "user32/dde/instance.h"
#include "user32/dde/text.h"

namespace transom::user::dde {
namespace {

struct Kind {
  UINT type;
  UINT message;
  UINT timeout_error;
};

constexpr Kind kKinds[] = {
    {XTYP_REQUEST, WM_DDE_REQUEST, DMLERR_DATAACKTIMEOUT},
    {XTYP_POKE, WM_DDE_POKE, DMLERR_POKEACKTIMEOUT},
    {XTYP_EXECUTE, WM_DDE_EXECUTE, DMLERR_EXECACKTIMEOUT},
    {XTYP_ADVSTART, WM_DDE_ADVISE, DMLERR_ADVACKTIMEOUT},
    {XTYP_ADVSTOP, WM_DDE_UNADVISE, DMLERR_UNADVACKTIMEOUT},
};

const Kind* find_kind(UINT type) {
  for (const Kind& kind : kKinds) {
    if (kind_of(kind.type) == kind_of(type)) return &kind;
  }
  return nullptr;
}

// The data of a poke or a command: bytes, or with a size of -1 a data handle. None: bad parameters.
std::optional<std::vector<std::byte>> given_data(LPBYTE data, DWORD size) {
  constexpr DWORD kIsHandle = 0xFFFF'FFFF;
  if (size == kIsHandle) {
    const auto handle = reinterpret_cast<HDDEDATA>(data);
    const auto object = data_of(handle);
    if (!object) return std::nullopt;
    auto bytes = object->bytes;
    finish_with(handle);
    return bytes;
  }
  if (data == nullptr || !kernel::is_accessible(data, size, kernel::Access::kRead)) {
    return std::nullopt;
  }
  const auto* start = reinterpret_cast<const std::byte*>(data);
  return std::vector<std::byte>(start, start + size);
}

// The memory that goes along; null where none does, or where it cannot be had.
HGLOBAL make_memory(const Instance& instance, const Conversation& conversation,
                    const Transaction& transaction, const std::vector<std::byte>& bytes) {
  if (kind_of(transaction.type) == kind_of(XTYP_POKE)) {
    return to_global(bytes, transaction.format, DDE_FRELEASE);
  }
  if (kind_of(transaction.type) == kind_of(XTYP_EXECUTE)) {
    return command_to_global(bytes, conversation, instance);
  }
  if (kind_of(transaction.type) != kind_of(XTYP_ADVSTART)) return nullptr;
  WORD flags = 0;
  if ((transaction.type & XTYPF_NODATA) != 0) flags |= DDE_FDEFERUPD;
  if ((transaction.type & XTYPF_ACKREQ) != 0) flags |= DDE_FACKREQ;
  return to_global({}, transaction.format, flags);
}

LPARAM parameter_of(const Transaction& transaction, UINT message) {
  const auto memory = reinterpret_cast<UINT_PTR>(transaction.memory);
  if (message == WM_DDE_EXECUTE) return PackDDElParam(message, 0, memory);
  const ATOM item = share(transaction.item);
  if (transaction.memory != nullptr) return PackDDElParam(message, memory, item);
  return PackDDElParam(message, transaction.format, item);
}

// Lets the thread's messages through until the answer is here. False when time is up.
bool wait_for(Conversation& conversation, const Transaction& transaction, DWORD timeout) {
  const base::Nanoseconds deadline = base::clock::deadline_after(timeout);
  while (!transaction.done && conversation.connected) {
    MSG message;
    if (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) {
      if (message.message == WM_QUIT) {
        PostQuitMessage(static_cast<int>(message.wParam));
        return false;
      }
      if (CallMsgFilterW(&message, MSGF_DDEMGR)) continue;
      TranslateMessage(&message);
      DispatchMessageW(&message);
      continue;
    }
    const base::Nanoseconds left = deadline - base::clock::now();
    if (left <= 0) return false;
    const auto wait = static_cast<DWORD>((left + base::kMillisecond - 1) / base::kMillisecond);
    MsgWaitForMultipleObjects(0, nullptr, FALSE, wait, QS_ALLINPUT);
  }
  return transaction.done;
}

HDDEDATA result_of(Instance& instance, Transaction& transaction) {
  if (transaction.data) return give_handle(std::move(transaction.data));
  if ((transaction.status & DDE_FACK) != 0) {
    return reinterpret_cast<HDDEDATA>(std::uintptr_t{TRUE});
  }
  const bool busy = (transaction.status & DDE_FBUSY) != 0;
  return fail(instance, busy ? DMLERR_BUSY : DMLERR_NOTPROCESSED);
}

void forget(Conversation& conversation, const std::shared_ptr<Transaction>& transaction) {
  if (std::erase(conversation.transactions, transaction) == 0) return;
  GlobalDeleteAtom(transaction->item);
}

HDDEDATA finish(Instance& instance, Conversation& conversation, const Kind& kind,
                const std::shared_ptr<Transaction>& transaction, DWORD timeout, LPDWORD result) {
  instance.in_transaction = true;
  const bool answered = wait_for(conversation, *transaction, timeout);
  instance.in_transaction = false;
  const bool connected = conversation.connected;
  forget(conversation, transaction);
  if (!answered) {
    return fail(instance, connected ? kind.timeout_error : UINT{DMLERR_SERVER_DIED});
  }
  if (result != nullptr) *result = transaction->status;
  return result_of(instance, *transaction);
}

}  // namespace
}  // namespace transom::user::dde

using namespace transom;
using namespace transom::user::dde;

// Asks the server: XTYP_REQUEST (answers with the data), XTYP_POKE, XTYP_EXECUTE, XTYP_ADVSTART
// (with XTYPF_NODATA, XTYPF_ACKREQ) and XTYP_ADVSTOP (answer with TRUE). Waits for the answer, and
// handles the thread's messages meanwhile, unless `timeout` is TIMEOUT_ASYNC; then *result is the
// transaction's number and the callback hears XTYP_XACT_COMPLETE. Null on failure
// (DdeGetLastError).
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddeclienttransaction
HDDEDATA WINAPI DdeClientTransaction(LPBYTE data, DWORD size, HCONV handle, HSZ item, UINT format,
                                     UINT type, DWORD timeout, LPDWORD result) {
  const auto conversation = own_conversation(handle);
  const auto instance = conversation ? conversation->instance.lock() : nullptr;
  if (!instance) return nullptr;
  const Kind* kind = find_kind(type);
  const bool has_data =
      kind != nullptr && (kind->message == WM_DDE_POKE || kind->message == WM_DDE_EXECUTE);
  const bool needs_item = kind != nullptr && kind->message != WM_DDE_EXECUTE;
  if (kind == nullptr || !conversation->is_client || (needs_item && item == nullptr)) {
    return fail(*instance, DMLERR_INVALIDPARAMETER);
  }
  if (!conversation->connected) return fail(*instance, DMLERR_NO_CONV_ESTABLISHED);
  const bool asynchronous = timeout == TIMEOUT_ASYNC;
  if (instance->in_transaction && !asynchronous) return fail(*instance, DMLERR_REENTRANCY);
  const auto bytes = has_data ? given_data(data, size) : std::vector<std::byte>();
  if (!bytes) return fail(*instance, DMLERR_INVALIDPARAMETER);

  const auto transaction = std::make_shared<Transaction>();
  transaction->id = ++instance->last_transaction;
  transaction->type = type;
  transaction->format = format;
  transaction->item = needs_item ? share(atom_of(item)) : ATOM{0};
  transaction->asynchronous = asynchronous;
  transaction->memory = make_memory(*instance, *conversation, *transaction, *bytes);
  if (transaction->memory == nullptr && (has_data || kind->message == WM_DDE_ADVISE)) {
    GlobalDeleteAtom(transaction->item);
    return fail(*instance, DMLERR_MEMORY_ERROR);
  }
  conversation->transactions.push_back(transaction);
  const LPARAM lparam = parameter_of(*transaction, kind->message);
  if (!tell_partner(*conversation, kind->message, lparam)) {
    FreeDDElParam(kind->message, lparam);
    if (transaction->memory != nullptr) GlobalFree(transaction->memory);
    forget(*conversation, transaction);
    return fail(*instance, DMLERR_POSTMSG_FAILED);
  }
  if (!asynchronous) {
    return finish(*instance, *conversation, *kind, transaction, timeout, result);
  }
  if (result != nullptr) *result = transaction->id;
  return reinterpret_cast<HDDEDATA>(std::uintptr_t{TRUE});
}

// Gives up an asynchronous transaction, or all of the conversation (0): its callback never comes.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddeabandontransaction
WINBOOL WINAPI DdeAbandonTransaction(DWORD id, HCONV handle, DWORD number) {
  const auto instance = own_instance(id);
  if (!instance) return FALSE;
  bool any = false;
  for (const auto& conversation : instance->conversations) {
    if (handle != nullptr && conversation->handle != handle) continue;
    const auto transactions = conversation->transactions;
    for (const auto& transaction : transactions) {
      if (!transaction->asynchronous || (number != 0 && transaction->id != number)) continue;
      forget(*conversation, transaction);
      any = true;
    }
  }
  return any ? TRUE : fail(*instance, DMLERR_UNFOUND_QUEUE_ID, FALSE);
}
