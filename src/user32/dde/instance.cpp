#include "user32/dde/instance.h"

#include <algorithm>

#include "base/last_error.h"
#include "base/text.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/numbered_objects.h"

namespace transom::user::dde {
namespace {

NumberedObjects<Instance>& instances() {
  static auto* registry = new NumberedObjects<Instance>;
  return *registry;
}

constexpr DWORD kKnownFlags =
    CBF_FAIL_ALLSVRXACTIONS | CBF_SKIP_ALLNOTIFICATIONS | APPCMD_CLIENTONLY | APPCMD_FILTERINITS;

UINT initialize(LPDWORD id, PFNCALLBACK callback, DWORD flags, Encoding encoding) {
  if (id == nullptr || callback == nullptr) return DMLERR_INVALIDPARAMETER;
  if (*id != 0) {
    // "If this is not zero, the flags of the instance are changed."
    const auto instance = own_instance(*id);
    if (!instance) return DMLERR_INVALIDPARAMETER;
    instance->flags = flags & kKnownFlags;
    return DMLERR_NO_ERROR;
  }
  // Monitors of other programs' DDE there are none: the spy shows more.
  if ((flags & ~kKnownFlags) != 0) return DMLERR_INVALIDPARAMETER;
  auto instance = std::make_shared<Instance>();
  instance->thread = GetCurrentThreadId();
  instance->callback = callback;
  instance->encoding = encoding;
  instance->flags = flags;
  if ((flags & APPCMD_CLIENTONLY) == 0) {
    instance->events = create_event_window(*instance);
    if (instance->events == nullptr) return DMLERR_SYS_ERROR;
  }
  instance->id = instances().insert(instance);
  *id = instance->id;
  return DMLERR_NO_ERROR;
}

}  // namespace

ATOM share(ATOM atom) {
  WCHAR name[256];
  if (atom < MAXINTATOM || GlobalGetAtomNameW(atom, name, 256) == 0) return atom;
  return GlobalAddAtomW(name);
}

std::shared_ptr<Instance> own_instance(DWORD id) {
  auto instance = instances().find(id);
  const bool own = instance && instance->thread == GetCurrentThreadId();
  return own ? instance : nullptr;
}

std::vector<std::shared_ptr<Instance>> all_instances() {
  std::vector<std::shared_ptr<Instance>> all;
  instances().for_each([&](const auto& instance) { all.push_back(instance); });
  return all;
}

HDDEDATA call_back(Instance& instance, const Callback& callback) {
  if (instance.ended) return nullptr;
  UserLock::assert_not_held();
  return instance.callback(callback.type, callback.format, callback.conversation, callback.first,
                           callback.second, callback.data, callback.data1, callback.data2);
}

HDDEDATA ask(const Conversation& conversation, UINT type, UINT format, ATOM item, HDDEDATA data,
             ULONG_PTR data1) {
  const auto instance = conversation.instance.lock();
  if (!instance) return nullptr;
  return call_back(*instance, {.type = type,
                               .format = format,
                               .conversation = conversation.handle,
                               .first = handle_of(conversation.topic),
                               .second = handle_of(item),
                               .data = data,
                               .data1 = data1});
}

}  // namespace transom::user::dde

using namespace transom;
using namespace transom::user;
using namespace transom::user::dde;

// Registers the calling thread with DDEML; `callback` hears of everything. With *id not 0, changes
// the flags. DMLERR_NO_ERROR, DMLERR_INVALIDPARAMETER (also for APPCLASS_MONITOR, which there is
// not) or DMLERR_SYS_ERROR.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddeinitializew
UINT WINAPI DdeInitializeW(LPDWORD id, PFNCALLBACK callback, DWORD flags, DWORD) {
  return initialize(id, callback, flags, Encoding::kUnicode);
}

// As DdeInitializeW; command strings (XTYP_EXECUTE) are in the ANSI code page.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddeinitializea
UINT WINAPI DdeInitializeA(LPDWORD id, PFNCALLBACK callback, DWORD flags, DWORD) {
  return initialize(id, callback, flags, Encoding::kAnsi);
}

// Ends all conversations and frees what the instance has. False for another thread's or none.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddeuninitialize
WINBOOL WINAPI DdeUninitialize(DWORD id) {
  const auto instance = own_instance(id);
  if (!instance) return FALSE;
  DdeNameService(id, nullptr, nullptr, DNS_UNREGISTER);
  instance->ended = true;
  const auto conversations = instance->conversations;
  for (const auto& conversation : conversations) disconnect(*conversation);
  if (instance->events != nullptr) DestroyWindow(instance->events);
  for (const auto& [atom, count] : instance->strings) {
    for (int i = 0; i < count; ++i) GlobalDeleteAtom(atom);
  }
  instances().remove(id);
  return TRUE;
}

// The instance's last error (DMLERR_), which is thereby forgotten.
// https://learn.microsoft.com/windows/win32/api/ddeml/nf-ddeml-ddegetlasterror
UINT WINAPI DdeGetLastError(DWORD id) {
  const auto instance = own_instance(id);
  if (!instance) return DMLERR_INVALIDPARAMETER;
  return std::exchange(instance->last_error, UINT{DMLERR_NO_ERROR});
}
