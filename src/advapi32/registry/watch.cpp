#include "advapi32/registry/watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <thread>

#include "advapi32/registry/key.h"
#include "kernel32/wait.h"

namespace transom::registry {
namespace {

struct Watch {
  const RegistryKey* handle;  // null: a predefined key
  KeyId key;
  DWORD filter;
  bool subtree;
  std::shared_ptr<kernel::Event> event;
  KeyChanges seen;
};

bool differs(const Watch& watch, const KeyChanges& now) {
  const bool names = (watch.filter & REG_NOTIFY_CHANGE_NAME) != 0;
  const bool values = (watch.filter & REG_NOTIFY_CHANGE_LAST_SET) != 0;
  if (watch.subtree) {
    return (names && now.tree_keys != watch.seen.tree_keys) ||
           (values && now.tree_values != watch.seen.tree_values);
  }
  return (names && now.keys != watch.seen.keys) || (values && now.values != watch.seen.values);
}

void set(const Watch& watch) {
  const kernel::DispatcherLock lock;
  watch.event->set();
}

class Watches {
 public:
  void add(Watch watch) {
    std::lock_guard lock(mutex_);
    if (!started_) start();
    watches_.push_back(std::move(watch));
  }

  void end_of(const RegistryKey& handle) {
    take_and_set([&](const Watch& watch) { return watch.handle == &handle; });
  }

  // Sets the events of all whose key has changed.
  void check() {
    take_and_set([](const Watch& watch) {
      KeyChanges now;
      return !Store::instance().changes(watch.key, now) || differs(watch, now);
    });
  }

 private:
  template <class Condition>
  void take_and_set(Condition&& condition) {
    std::vector<Watch> taken;
    {
      std::lock_guard lock(mutex_);
      std::erase_if(watches_, [&](const Watch& watch) {
        if (!condition(watch)) return false;
        taken.push_back(watch);
        return true;
      });
    }
    for (const Watch& watch : taken) set(watch);
  }

  // The lock is held.
  void start() {
    started_ = true;
    Store::instance().on_change([this] { check(); });
    const int notifier = inotify_init1(IN_CLOEXEC);
    const std::string log = Store::instance().file() + "-wal";
    if (notifier < 0 || inotify_add_watch(notifier, log.c_str(), IN_MODIFY) < 0) return;
    std::thread([this, notifier] {
      char events[4096];
      while (read(notifier, events, sizeof events) > 0) check();
    }).detach();
  }

  std::mutex mutex_;
  // Guarded by mutex_.
  std::vector<Watch> watches_;
  bool started_ = false;
};

// Never freed: its thread never ends.
Watches& watches() {
  static auto* all = new Watches;
  return *all;
}

}  // namespace

bool watch_key(const RegistryKey* handle, KeyId key, DWORD filter, bool subtree,
               std::shared_ptr<kernel::Event> event) {
  Watch watch{handle, key, filter, subtree, std::move(event), {}};
  if (!Store::instance().changes(key, watch.seen)) return false;
  watches().add(std::move(watch));
  // What changed between the two is not lost.
  watches().check();
  return true;
}

void forget_watches_of(const RegistryKey& handle) {
  watches().end_of(handle);
}

}  // namespace transom::registry
