// SetWindowsHookEx and its relatives.
// https://learn.microsoft.com/windows/win32/winmsg/using-hooks
#include "base/handle_table.h"
#include "base/last_error.h"
#include "user32/hook/hook_chain.h"
#include "user32/input/journal.h"
#include "user32/lock.h"

namespace transom::user {

namespace {

base::HandleTable<Hook, base::HandleKind::kHook>& hook_handles() {
  static auto* table = new base::HandleTable<Hook, base::HandleKind::kHook>;
  return *table;
}

std::uint32_t bits_of(HookChains& chains) {
  std::uint32_t bits = 0;
  for (int type = WH_MIN; type <= WH_MAX; ++type) {
    if (!chains.of(type).empty()) bits |= hook_bit(type);
  }
  return bits;
}

// The chain that a hook is part of, with the bits that tell the fast paths of it. USER lock held.
HookChains& chains_of(const Hook& hook) {
  if (hook.thread == nullptr) return global_hooks();
  if (hook.thread->hooks == nullptr) hook.thread->hooks = std::make_unique<HookChains>();
  return *hook.thread->hooks;
}

void update_bits(const Hook& hook) {
  if (hook.thread == nullptr) {
    global_hook_bits = bits_of(global_hooks());
  } else {
    hook.thread->hook_bits = bits_of(*hook.thread->hooks);
  }
}

bool only_global(int type) {
  return runs_on_installer(type) || type == WH_SYSMSGFILTER;
}

DWORD check(int type, HOOKPROC procedure, HINSTANCE module, DWORD thread_id) {
  if (type < WH_MIN || type > WH_MAX || type == WH_HARDWARE) return ERROR_INVALID_HOOK_FILTER;
  if (procedure == nullptr) return ERROR_INVALID_FILTER_PROC;
  if (thread_id != 0 && only_global(type)) return ERROR_GLOBAL_ONLY_HOOK;
  // The documentation wants the DLL of a global hook; low-level and journal hooks run where they
  // were installed and do without.
  if (thread_id == 0 && module == nullptr && !runs_on_installer(type)) {
    return ERROR_HOOK_NEEDS_HMOD;
  }
  return ERROR_SUCCESS;
}

HHOOK insert_hook(int type, HOOKPROC procedure, HINSTANCE module, DWORD thread_id,
                  Encoding encoding) {
  if (const DWORD error = check(type, procedure, module, thread_id)) {
    return base::fail<HHOOK>(error);
  }
  auto hook = std::make_shared<Hook>();
  ThreadState& self = current_thread();
  UserLock lock;
  if (thread_id != 0) {
    hook->thread = thread_id == self.id ? &self : find_thread(thread_id);
    if (hook->thread == nullptr) return base::fail<HHOOK>(ERROR_INVALID_PARAMETER);
  }
  if ((type == WH_JOURNALRECORD || type == WH_JOURNALPLAYBACK) &&
      !global_hooks().of(type).empty()) {
    return base::fail<HHOOK>(ERROR_JOURNAL_HOOK_SET);
  }
  hook->type = type;
  hook->procedure = procedure;
  hook->module = module;
  hook->installer = &self;
  hook->encoding = encoding;
  const std::uint32_t handle = hook_handles().insert(hook.get());
  if (handle == 0) return base::fail<HHOOK>(ERROR_NOT_ENOUGH_MEMORY);
  hook->handle = reinterpret_cast<HHOOK>(static_cast<std::uintptr_t>(handle));
  HookList& list = chains_of(*hook).of(type);
  list.insert(list.begin(), hook);
  update_bits(*hook);
  return hook->handle;
}

HHOOK set_hook(int type, HOOKPROC procedure, HINSTANCE module, DWORD thread_id, Encoding encoding) {
  const HHOOK hook = insert_hook(type, procedure, module, thread_id, encoding);
  if (hook != nullptr && type == WH_JOURNALPLAYBACK) journal_playback_started();
  return hook;
}

// USER lock held.
void remove(Hook& hook) {
  hook.removed = true;
  hook_handles().remove(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(hook.handle)));
  std::erase_if(chains_of(hook).of(hook.type),
                [&](const auto& other) { return other.get() == &hook; });
}

bool unhook(Hook* hook) {
  if (hook == nullptr) return base::fail<bool>(ERROR_INVALID_HOOK_HANDLE);
  // Kept until the bits are right.
  std::shared_ptr<Hook> keep;
  for (const auto& other : chains_of(*hook).of(hook->type)) {
    if (other.get() == hook) keep = other;
  }
  remove(*hook);
  update_bits(*hook);
  return true;
}

}  // namespace

std::vector<ThreadState*> remove_journal_hooks() {
  UserLock lock;
  std::vector<ThreadState*> installers;
  for (const int type : {WH_JOURNALRECORD, WH_JOURNALPLAYBACK}) {
    // A copy: unhooking takes them out.
    for (const auto& hook : HookList(global_hooks().of(type))) {
      installers.push_back(hook->installer);
      unhook(hook.get());
    }
  }
  return installers;
}

void remove_hooks_of(ThreadState& thread) {
  UserLock lock;
  std::vector<Hook*> dying;
  hook_handles().for_each([&](std::uint32_t, Hook* hook) {
    if (hook->thread == &thread || hook->installer == &thread) dying.push_back(hook);
  });
  for (Hook* hook : dying) unhook(hook);
  thread.hooks.reset();
  thread.hook_bits = 0;
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Installs a hook for a thread of this process (`thread_id`) or for all of them (0). The newest is
// called first.
// Last errors: ERROR_INVALID_HOOK_FILTER, ERROR_INVALID_FILTER_PROC, ERROR_GLOBAL_ONLY_HOOK,
// ERROR_HOOK_NEEDS_HMOD, ERROR_JOURNAL_HOOK_SET, ERROR_INVALID_PARAMETER (no such thread).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowshookexw
HHOOK WINAPI SetWindowsHookExW(int type, HOOKPROC procedure, HINSTANCE module, DWORD thread_id) {
  return set_hook(type, procedure, module, thread_id, Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowshookexa
HHOOK WINAPI SetWindowsHookExA(int type, HOOKPROC procedure, HINSTANCE module, DWORD thread_id) {
  return set_hook(type, procedure, module, thread_id, Encoding::kAnsi);
}

// The old form: a hook for the calling thread.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowshookw
HHOOK WINAPI SetWindowsHookW(int type, HOOKPROC procedure) {
  return set_hook(type, procedure, nullptr, only_global(type) ? 0 : GetCurrentThreadId(),
                  Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowshooka
HHOOK WINAPI SetWindowsHookA(int type, HOOKPROC procedure) {
  return set_hook(type, procedure, nullptr, only_global(type) ? 0 : GetCurrentThreadId(),
                  Encoding::kAnsi);
}

// Removes a hook; it may be running. Last errors: ERROR_INVALID_HOOK_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-unhookwindowshookex
WINBOOL WINAPI UnhookWindowsHookEx(HHOOK handle) {
  UserLock lock;
  return unhook(hook_handles().find(handle));
}

// The old form: by type and procedure, of the calling thread.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-unhookwindowshook
WINBOOL WINAPI UnhookWindowsHook(int type, HOOKPROC procedure) {
  if (type < WH_MIN || type > WH_MAX) return base::fail(ERROR_INVALID_HOOK_FILTER);
  UserLock lock;
  const ThreadState* self = current_thread_if_any();
  Hook* found = nullptr;
  hook_handles().for_each([&](std::uint32_t, Hook* hook) {
    if (hook->type == type && hook->procedure == procedure && hook->installer == self) found = hook;
  });
  return unhook(found);
}

// Calls the next hook of the chain that is being walked; 0 where this was the last. The handle has
// been ignored since Windows XP.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-callnexthookex
LRESULT WINAPI CallNextHookEx(HHOOK, int code, WPARAM wparam, LPARAM lparam) {
  return call_next_hook(code, wparam, lparam);
}

// Lets WH_SYSMSGFILTER and WH_MSGFILTER hooks see a message of a modal loop: true when one of them
// has dealt with it.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-callmsgfilterw
WINBOOL WINAPI CallMsgFilterW(LPMSG message, int code) {
  if (message == nullptr) return FALSE;
  const ThreadState& thread = current_thread();
  for (const int type : {WH_SYSMSGFILTER, WH_MSGFILTER}) {
    if (hooked(thread, type) && call_hooks(type, code, 0, reinterpret_cast<LPARAM>(message)) != 0) {
      return TRUE;
    }
  }
  return FALSE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-callmsgfiltera
WINBOOL WINAPI CallMsgFilterA(LPMSG message, int code) {
  return CallMsgFilterW(message, code);
}
