#include "user32/hook/hook.h"

#include "base/last_error.h"
#include "spy/trace.h"
#include "user32/hook/hook_chain.h"
#include "user32/lock.h"
#include "user32/message/sent_message.h"

namespace transom::user {

base::Relaxed<std::uint32_t> global_hook_bits = 0;

HookChains& global_hooks() {
  static auto* chains = new HookChains;
  return *chains;
}

namespace {

thread_local HookWalk* current_walk = nullptr;

LRESULT call_one(const Hook& hook, int code, WPARAM wparam, LPARAM lparam) {
  UserLock::assert_not_held();
  spy::hook_called(hook.type, code, wparam, lparam);
  return hook.procedure(code, wparam, lparam);
}

struct InstallerCall {
  const Hook* hook;
  int code;
  WPARAM wparam;
  LPARAM lparam;
};

// A thread that installed a low-level hook and does not look at its messages must not stop all
// input: documented as LowLevelHooksTimeout, at most a second.
base::Nanoseconds deadline_of(int type) {
  constexpr std::uint32_t kLowLevelTimeout = 1000;  // milliseconds
  const bool low_level = type == WH_KEYBOARD_LL || type == WH_MOUSE_LL;
  return low_level ? base::clock::deadline_after(kLowLevelTimeout) : base::kForever;
}

LRESULT call_on_installer(const Hook& hook, int code, WPARAM wparam, LPARAM lparam) {
  InstallerCall call{&hook, code, wparam, lparam};
  return run_on_thread_until(
      deadline_of(hook.type), *hook.installer,
      [](void* context) {
        const auto& request = *static_cast<InstallerCall*>(context);
        return call_one(*request.hook, request.code, request.wparam, request.lparam);
      },
      &call);
}

// Calls the hooks from `position` on: the first that has not been removed meanwhile.
LRESULT walk_from(const HookList& chain, std::size_t position, int code, WPARAM wparam,
                  LPARAM lparam) {
  while (position < chain.size() && chain[position]->removed) ++position;
  if (position == chain.size()) return 0;
  const Hook& hook = *chain[position];
  HookWalk walk{&chain, position, current_walk};
  current_walk = &walk;
  const LRESULT result = runs_on_installer(hook.type)
                             ? call_on_installer(hook, code, wparam, lparam)
                             : call_one(hook, code, wparam, lparam);
  current_walk = walk.outer;
  return result;
}

}  // namespace

HookList current_chain(int type) {
  UserLock lock;
  HookList chain;
  ThreadState* thread = current_thread_if_any();
  if (thread != nullptr && thread->hooks != nullptr) chain = thread->hooks->of(type);
  const HookList& global = global_hooks().of(type);
  chain.insert(chain.end(), global.begin(), global.end());
  return chain;
}

LRESULT call_hooks(int type, int code, WPARAM wparam, LPARAM lparam) {
  const HookList chain = current_chain(type);
  return walk_from(chain, 0, code, wparam, lparam);
}

bool cbt_refuses(int code, WPARAM wparam, LPARAM lparam) {
  const ThreadState* thread = current_thread_if_any();
  if (thread == nullptr || !hooked(*thread, WH_CBT)) return false;
  return call_hooks(WH_CBT, code, wparam, lparam) != 0;
}

LRESULT call_next_hook(int code, WPARAM wparam, LPARAM lparam) {
  const HookWalk* walk = current_walk;
  if (walk == nullptr) return 0;
  return walk_from(*walk->chain, walk->position + 1, code, wparam, lparam);
}

}  // namespace transom::user
