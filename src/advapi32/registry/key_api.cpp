// Opening, making and removing keys.
// https://learn.microsoft.com/windows/win32/sysinfo/registry-functions
#include "advapi32/registry/key.h"
#include "advapi32/registry/watch.h"
#include "base/text.h"
#include "kernel32/wait.h"

namespace transom::registry {
namespace {

LSTATUS hand_out(KeyId key, REGSAM rights, HKEY* result) {
  *result = open_key_handle(key, rights);
  return *result != nullptr ? ERROR_SUCCESS : ERROR_NO_SYSTEM_RESOURCES;
}

template <class Char>
LSTATUS open(HKEY parent, const Char* path, REGSAM rights, HKEY* result) {
  if (result == nullptr) return ERROR_INVALID_PARAMETER;
  *result = nullptr;
  KeyId from = 0, key = 0;
  std::u16string text;
  if (const LSTATUS error = find_key(parent, 0, from)) return error;
  if (const LSTATUS error = read_path(path, text)) return error;
  if (text.empty() && is_predefined(parent)) {
    *result = parent;
    return ERROR_SUCCESS;
  }
  if (const LSTATUS error = Store::instance().open(from, text, key)) return error;
  return hand_out(key, rights, result);
}

struct Creation {
  DWORD options = REG_OPTION_NON_VOLATILE;
  REGSAM rights = KEY_ALL_ACCESS;
  std::u16string class_name;
};

template <class Char>
LSTATUS create(HKEY parent, const Char* path, const Creation& how, HKEY* result,
               DWORD* disposition) {
  constexpr DWORD kOptions = REG_OPTION_VOLATILE | REG_OPTION_BACKUP_RESTORE;
  if (result == nullptr || path == nullptr || (how.options & ~kOptions) != 0) {
    return ERROR_INVALID_PARAMETER;
  }
  KeyId from = 0, key = 0;
  std::u16string text;
  if (const LSTATUS error = find_key(parent, 0, from)) return error;
  if (const LSTATUS error = read_path(path, text)) return error;
  const bool is_volatile = (how.options & REG_OPTION_VOLATILE) != 0;
  bool is_new = false;
  const LSTATUS error =
      Store::instance().create(from, text, is_volatile ? Lifetime::kVolatile : Lifetime::kStored,
                               how.class_name, key, is_new);
  if (error != ERROR_SUCCESS) return error;
  if (disposition != nullptr) {
    *disposition = is_new ? REG_CREATED_NEW_KEY : REG_OPENED_EXISTING_KEY;
  }
  return hand_out(key, how.rights, result);
}

template <class Char>
LSTATUS remove(HKEY parent, const Char* path) {
  KeyId from = 0;
  std::u16string text;
  if (path == nullptr) return ERROR_INVALID_PARAMETER;
  if (const LSTATUS error = find_key(parent, 0, from)) return error;
  if (const LSTATUS error = read_path(path, text)) return error;
  return Store::instance().remove(from, text);
}

template <class Char>
LSTATUS remove_tree(HKEY parent, const Char* path) {
  constexpr REGSAM kRights = DELETE | KEY_ENUMERATE_SUB_KEYS | KEY_QUERY_VALUE;
  KeyId from = 0;
  std::u16string text;
  if (const LSTATUS error = find_key(parent, kRights, from)) return error;
  if (const LSTATUS error = read_path(path, text)) return error;
  return Store::instance().remove_tree(from, text);
}

template <class Char>
LSTATUS copy_tree(HKEY source, const Char* path, HKEY target) {
  KeyId from = 0, key = 0, to = 0;
  std::u16string text;
  if (const LSTATUS error = find_key(source, KEY_READ, from)) return error;
  if (const LSTATUS error = find_key(target, KEY_CREATE_SUB_KEY, to)) return error;
  if (const LSTATUS error = read_path(path, text)) return error;
  if (const LSTATUS error = Store::instance().open(from, text, key)) return error;
  return Store::instance().copy_tree(key, to);
}

// The old functions take an empty path for the key itself.
template <class Char>
LSTATUS open_old(HKEY parent, const Char* path, HKEY* result) {
  if (result == nullptr) return ERROR_INVALID_PARAMETER;
  if (path == nullptr || *path == 0) {
    *result = parent;
    return ERROR_SUCCESS;
  }
  return open(parent, path, MAXIMUM_ALLOWED, result);
}

template <class Char>
LSTATUS create_old(HKEY parent, const Char* path, HKEY* result) {
  if (path == nullptr || *path == 0) return open_old(parent, path, result);
  return create(parent, path, {.rights = MAXIMUM_ALLOWED}, result, nullptr);
}

// Other machines' registries cannot be reached.
template <class Char>
LSTATUS connect(const Char* machine, HKEY key, HKEY* result) {
  if (result == nullptr) return ERROR_INVALID_PARAMETER;
  if (machine != nullptr && *machine != 0) return ERROR_BAD_NETPATH;
  *result = key;
  return ERROR_SUCCESS;
}

LSTATUS wait_for_change(HKEY handle, KeyId key, DWORD filter, bool subtree, HANDLE event_handle,
                        bool asynchronous) {
  const auto object = std::dynamic_pointer_cast<RegistryKey>(kernel::find_object(handle));
  auto event = asynchronous ? kernel::find_as<kernel::Event>(event_handle)
                            : std::make_shared<kernel::Event>(kernel::Reset::kManual, false);
  if (event == nullptr) return ERROR_INVALID_HANDLE;
  if (!watch_key(object.get(), key, filter, subtree, event)) return ERROR_KEY_DELETED;
  const kernel::ObjectRef waited = event;
  if (!asynchronous) {
    kernel::wait({&waited, 1}, kernel::WaitFor::kAny, base::kForever, false);
  }
  return ERROR_SUCCESS;
}

}  // namespace
}  // namespace transom::registry

using namespace transom;
using namespace transom::registry;

// Opens a key that is there. ERROR_FILE_NOT_FOUND, ERROR_BAD_PATHNAME (a backslash at the start),
// ERROR_INVALID_HANDLE, ERROR_KEY_DELETED, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regopenkeyexw
LONG WINAPI RegOpenKeyExW(HKEY parent, LPCWSTR path, DWORD, REGSAM rights, PHKEY result) {
  return open(parent, path, rights, result);
}
LONG WINAPI RegOpenKeyExA(HKEY parent, LPCSTR path, DWORD, REGSAM rights, PHKEY result) {
  return open(parent, path, rights, result);
}
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regopenkeyw
LONG WINAPI RegOpenKeyW(HKEY parent, LPCWSTR path, PHKEY result) {
  return open_old(parent, path, result);
}
LONG WINAPI RegOpenKeyA(HKEY parent, LPCSTR path, PHKEY result) {
  return open_old(parent, path, result);
}

// Opens a key, which is made, with those above it, where it is not there.
// ERROR_CHILD_MUST_BE_VOLATILE, and as RegOpenKeyEx.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regcreatekeyexw
LONG WINAPI RegCreateKeyExW(HKEY parent, LPCWSTR path, DWORD reserved, LPWSTR class_name,
                            DWORD options, REGSAM rights, LPSECURITY_ATTRIBUTES, PHKEY result,
                            LPDWORD disposition) {
  if (reserved != 0) return ERROR_INVALID_PARAMETER;
  return create(parent, path, {options, rights, read_name(class_name)}, result, disposition);
}
LONG WINAPI RegCreateKeyExA(HKEY parent, LPCSTR path, DWORD reserved, LPSTR class_name,
                            DWORD options, REGSAM rights, LPSECURITY_ATTRIBUTES, PHKEY result,
                            LPDWORD disposition) {
  if (reserved != 0) return ERROR_INVALID_PARAMETER;
  return create(parent, path, {options, rights, read_name(class_name)}, result, disposition);
}
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regcreatekeyw
LONG WINAPI RegCreateKeyW(HKEY parent, LPCWSTR path, PHKEY result) {
  return create_old(parent, path, result);
}
LONG WINAPI RegCreateKeyA(HKEY parent, LPCSTR path, PHKEY result) {
  return create_old(parent, path, result);
}

// A predefined key stays open. ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regclosekey
LONG WINAPI RegCloseKey(HKEY key) {
  if (is_predefined(key)) return ERROR_SUCCESS;
  KeyId id = 0;
  if (const LSTATUS error = find_key(key, 0, id)) return error;
  return kernel::close_handle(key) ? ERROR_SUCCESS : ERROR_INVALID_HANDLE;
}

// Removes a key without subkeys; the rights of `parent` do not matter. ERROR_ACCESS_DENIED where
// it has some, ERROR_FILE_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regdeletekeyw
LONG WINAPI RegDeleteKeyW(HKEY parent, LPCWSTR path) {
  return remove(parent, path);
}
LONG WINAPI RegDeleteKeyA(HKEY parent, LPCSTR path) {
  return remove(parent, path);
}
LONG WINAPI RegDeleteKeyExW(HKEY parent, LPCWSTR path, REGSAM, DWORD) {
  return remove(parent, path);
}
LONG WINAPI RegDeleteKeyExA(HKEY parent, LPCSTR path, REGSAM, DWORD) {
  return remove(parent, path);
}

// Removes a key with all that is below it; with a null path only what is below.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regdeletetreew
LONG WINAPI RegDeleteTreeW(HKEY parent, LPCWSTR path) {
  return remove_tree(parent, path);
}
LONG WINAPI RegDeleteTreeA(HKEY parent, LPCSTR path) {
  return remove_tree(parent, path);
}

// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regcopytreew
LONG WINAPI RegCopyTreeW(HKEY source, LPCWSTR path, HKEY target) {
  return copy_tree(source, path, target);
}
LONG WINAPI RegCopyTreeA(HKEY source, LPCSTR path, HKEY target) {
  return copy_tree(source, path, target);
}

// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regrenamekey
LONG WINAPI RegRenameKey(HKEY parent, LPCWSTR path, LPCWSTR name) {
  KeyId from = 0;
  std::u16string text;
  const std::u16string new_name = read_name(name);
  if (new_name.empty() || new_name.find(u'\\') != std::u16string::npos) {
    return ERROR_INVALID_PARAMETER;
  }
  if (const LSTATUS error = find_key(parent, KEY_WRITE, from)) return error;
  if (const LSTATUS error = read_path(path, text)) return error;
  return Store::instance().rename(from, text, new_name);
}

// Sets an event, or returns, when the key changes once (REG_NOTIFY_CHANGE_…).
// ERROR_INVALID_PARAMETER (no or unknown filter), ERROR_INVALID_HANDLE (no event).
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regnotifychangekeyvalue
LONG WINAPI RegNotifyChangeKeyValue(HKEY key, WINBOOL subtree, DWORD filter, HANDLE event,
                                    WINBOOL asynchronous) {
  constexpr DWORD kAgnostic = 0x10000000;  // REG_NOTIFY_THREAD_AGNOSTIC
  constexpr DWORD kKnown = REG_NOTIFY_CHANGE_NAME | REG_NOTIFY_CHANGE_ATTRIBUTES |
                           REG_NOTIFY_CHANGE_LAST_SET | REG_NOTIFY_CHANGE_SECURITY;
  KeyId id = 0;
  if ((filter & kKnown) == 0 || (filter & ~(kKnown | kAgnostic)) != 0) {
    return ERROR_INVALID_PARAMETER;
  }
  if (const LSTATUS error = find_key(key, KEY_NOTIFY, id)) return error;
  return wait_for_change(key, id, filter, subtree != FALSE, event, asynchronous != FALSE);
}

// Every change is on the disk's way already.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regflushkey
LONG WINAPI RegFlushKey(HKEY key) {
  KeyId id = 0;
  return find_key(key, 0, id);
}

// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regopencurrentuser
LONG WINAPI RegOpenCurrentUser(REGSAM rights, PHKEY result) {
  KeyId id = 0;
  if (result == nullptr) return ERROR_INVALID_PARAMETER;
  if (const LSTATUS error = find_key(HKEY_CURRENT_USER, 0, id)) return error;
  return hand_out(id, rights, result);
}

// Only this machine's: ERROR_BAD_NETPATH for others.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regconnectregistryw
LONG WINAPI RegConnectRegistryW(LPCWSTR machine, HKEY key, PHKEY result) {
  return connect(machine, key, result);
}
LONG WINAPI RegConnectRegistryA(LPCSTR machine, HKEY key, PHKEY result) {
  return connect(machine, key, result);
}

// Files with keys want a privilege that no program has.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regsavekeyw
LONG WINAPI RegSaveKeyW(HKEY, LPCWSTR, LPSECURITY_ATTRIBUTES) {
  return ERROR_PRIVILEGE_NOT_HELD;
}
LONG WINAPI RegSaveKeyA(HKEY, LPCSTR, LPSECURITY_ATTRIBUTES) {
  return ERROR_PRIVILEGE_NOT_HELD;
}
LONG WINAPI RegRestoreKeyW(HKEY, LPCWSTR, DWORD) {
  return ERROR_PRIVILEGE_NOT_HELD;
}
LONG WINAPI RegRestoreKeyA(HKEY, LPCSTR, DWORD) {
  return ERROR_PRIVILEGE_NOT_HELD;
}
LONG WINAPI RegLoadKeyW(HKEY, LPCWSTR, LPCWSTR) {
  return ERROR_PRIVILEGE_NOT_HELD;
}
LONG WINAPI RegLoadKeyA(HKEY, LPCSTR, LPCSTR) {
  return ERROR_PRIVILEGE_NOT_HELD;
}
LONG WINAPI RegUnLoadKeyW(HKEY, LPCWSTR) {
  return ERROR_PRIVILEGE_NOT_HELD;
}
LONG WINAPI RegUnLoadKeyA(HKEY, LPCSTR) {
  return ERROR_PRIVILEGE_NOT_HELD;
}

// There is one view of the registry: nothing is reflected.
// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regdisablereflectionkey
LONG WINAPI RegDisableReflectionKey(HKEY key) {
  return RegFlushKey(key);
}
LONG WINAPI RegEnableReflectionKey(HKEY key) {
  return RegFlushKey(key);
}
LONG WINAPI RegQueryReflectionKey(HKEY key, WINBOOL* disabled) {
  if (disabled == nullptr) return ERROR_INVALID_PARAMETER;
  *disabled = TRUE;
  return RegFlushKey(key);
}
