// Watches on keys: RegNotifyChangeKeyValue.
//
//  - A watch is for one change: its event is set, and it is gone. It also ends when the handle that
//    it was made with is closed, and when the key is deleted.
//  - Changes of other processes are noticed by the registry's file: a thread waits for it to be
//    written, then looks at the counts that the store keeps of each key's changes.
#pragma once

#include <memory>

#include "advapi32/registry/store.h"
#include "kernel32/object.h"
#include "kernel32/sync_objects.h"

namespace transom::registry {

class RegistryKey;

// `filter`: REG_NOTIFY_CHANGE_NAME, REG_NOTIFY_CHANGE_LAST_SET. False: the key is gone.
bool watch_key(const RegistryKey* handle, KeyId key, DWORD filter, bool subtree,
               std::shared_ptr<kernel::Event> event);
// The handle is closed: its watches end, with their events set.
void forget_watches_of(const RegistryKey& handle);

}  // namespace transom::registry
