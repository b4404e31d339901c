// https://learn.microsoft.com/windows/win32/sysinfo/registry
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "advapi32/registry/store.h"
#include "base/text.h"
#include "base/win32.h"

namespace transom::registry {
namespace {

// All tests of a process share a registry of their own.
void use_own_registry() {
  static const bool once = [] {
    static std::string file = "/tmp/transom_registry_test." + std::to_string(getpid());
    if (setenv("TRANSOM_REGISTRY", file.c_str(), 0) != 0) return false;
    std::atexit([] {
      for (const char* end : {"", "-wal", "-shm"}) unlink((file + end).c_str());
    });
    return true;
  }();
  (void)once;
}

class Registry : public ::testing::Test {
 protected:
  void SetUp() override {
    use_own_registry();
    RegDeleteTreeW(HKEY_CURRENT_USER, L"Software\\Test");
    ASSERT_EQ(RegCreateKeyExW(HKEY_CURRENT_USER, L"Software\\Test", 0, nullptr, 0, KEY_ALL_ACCESS,
                              nullptr, &key, nullptr),
              ERROR_SUCCESS);
  }
  void TearDown() override {
    RegCloseKey(key);
    RegDeleteTreeW(HKEY_CURRENT_USER, L"Software\\Test");
  }

  HKEY create(HKEY parent, const char* path, DWORD options = 0) {
    HKEY made = nullptr;
    error = RegCreateKeyExA(parent, path, 0, nullptr, options, KEY_ALL_ACCESS, nullptr, &made,
                            &disposition);
    return made;
  }
  void set(const char* name, const char* text) {
    EXPECT_EQ(RegSetValueExA(key, name, 0, REG_SZ, reinterpret_cast<const BYTE*>(text),
                             static_cast<DWORD>(strlen(text) + 1)),
              ERROR_SUCCESS);
  }
  std::string get(const char* name) {
    char text[100] = {};
    DWORD size = sizeof text;
    error = RegQueryValueExA(key, name, nullptr, &type, reinterpret_cast<BYTE*>(text), &size);
    return error == ERROR_SUCCESS ? text : "error " + std::to_string(error);
  }
  std::vector<std::string> subkeys(HKEY parent) {
    std::vector<std::string> names;
    char name[300];
    for (DWORD i = 0, size = 300;
         RegEnumKeyExA(parent, i, name, &size, nullptr, nullptr, nullptr, nullptr) == ERROR_SUCCESS;
         ++i, size = 300) {
      names.emplace_back(name);
    }
    return names;
  }

  HKEY key = nullptr;
  LONG error = 0;
  DWORD disposition = 0;
  DWORD type = 0;
};

TEST_F(Registry, KeysAreMadeOpenedAndEnumeratedByName) {
  EXPECT_NE(create(key, "b\\Deep"), nullptr);
  EXPECT_EQ(disposition, static_cast<DWORD>(REG_CREATED_NEW_KEY));
  create(key, "A\\");
  create(key, "c\\\\d");
  create(key, "a");
  EXPECT_EQ(disposition, static_cast<DWORD>(REG_OPENED_EXISTING_KEY));
  EXPECT_EQ(subkeys(key), (std::vector<std::string>{"A", "b", "c"}));
  HKEY opened = nullptr;
  EXPECT_EQ(RegOpenKeyExA(key, "B\\DEEP", 0, KEY_READ, &opened), ERROR_SUCCESS);
  EXPECT_EQ(RegCloseKey(opened), ERROR_SUCCESS);
  EXPECT_EQ(RegCloseKey(opened), ERROR_INVALID_HANDLE);
  EXPECT_EQ(RegOpenKeyExA(key, "none", 0, KEY_READ, &opened), ERROR_FILE_NOT_FOUND);
  EXPECT_EQ(RegOpenKeyExA(key, "\\b", 0, KEY_READ, &opened), ERROR_BAD_PATHNAME);
  EXPECT_EQ(RegOpenKeyExA(nullptr, "b", 0, KEY_READ, &opened), ERROR_INVALID_HANDLE);
}

TEST_F(Registry, ValuesComeBackWithTypeAndSize) {
  set("Text", "hello");
  EXPECT_EQ(get("TEXT"), "hello");
  EXPECT_EQ(type, static_cast<DWORD>(REG_SZ));
  DWORD size = 3;
  BYTE small[3];
  EXPECT_EQ(RegQueryValueExA(key, "text", nullptr, nullptr, small, &size), ERROR_MORE_DATA);
  EXPECT_EQ(size, 6u);
  EXPECT_EQ(RegQueryValueExW(key, L"text", nullptr, nullptr, nullptr, &size), ERROR_SUCCESS);
  EXPECT_EQ(size, 12u);
  EXPECT_EQ(get("none"), "error " + std::to_string(ERROR_FILE_NOT_FOUND));
  EXPECT_EQ(RegQueryValueExA(key, "text", nullptr, nullptr, small, nullptr),
            ERROR_INVALID_PARAMETER);
  EXPECT_EQ(RegDeleteValueA(key, "TeXT"), ERROR_SUCCESS);
  EXPECT_EQ(RegDeleteValueA(key, "text"), ERROR_FILE_NOT_FOUND);
}

TEST_F(Registry, HostileNamesAndBigDataSurvive) {
  // A lone surrogate, quotes, percent signs: a name is any UTF-16.
  const std::u16string name = u"'; DROP TABLE keys;--\xD800\u00E9%\"?";
  HKEY odd = nullptr;
  EXPECT_EQ(RegCreateKeyW(key, base::as_wchar(name), &odd), ERROR_SUCCESS);
  WCHAR found[300];
  DWORD size = 300;
  EXPECT_EQ(RegEnumKeyExW(key, 0, found, &size, nullptr, nullptr, nullptr, nullptr), ERROR_SUCCESS);
  EXPECT_EQ(base::as_char16(found), name);
  std::vector<BYTE> data(3'000'000, 0xA5);
  EXPECT_EQ(RegSetValueExW(odd, base::as_wchar(name), 0, REG_BINARY, data.data(),
                           static_cast<DWORD>(data.size())),
            ERROR_SUCCESS);
  DWORD data_size = 0;
  EXPECT_EQ(RegQueryValueExW(odd, base::as_wchar(name), nullptr, nullptr, nullptr, &data_size),
            ERROR_SUCCESS);
  EXPECT_EQ(data_size, data.size());
  EXPECT_EQ(create(key, std::string(256, 'k').c_str()), nullptr);
  EXPECT_EQ(error, ERROR_INVALID_PARAMETER);
  EXPECT_NE(create(key, std::string(255, 'k').c_str()), nullptr);
  std::string path;
  for (int i = 0; i < 600; ++i) path += "x\\";
  EXPECT_EQ(create(key, path.c_str()), nullptr);
  EXPECT_EQ(error, ERROR_INVALID_PARAMETER);
}

TEST_F(Registry, DeletionSparesKeysWithSubkeysUnlessTheTreeGoes) {
  const HKEY parent = create(key, "p");
  const HKEY child = create(parent, "c");
  EXPECT_EQ(RegDeleteKeyA(key, "p"), ERROR_ACCESS_DENIED);
  EXPECT_EQ(RegDeleteKeyA(key, "none"), ERROR_FILE_NOT_FOUND);
  EXPECT_EQ(RegDeleteKeyA(key, nullptr), ERROR_INVALID_PARAMETER);
  EXPECT_EQ(RegDeleteTreeA(key, "p"), ERROR_SUCCESS);
  EXPECT_EQ(RegSetValueExA(child, "x", 0, REG_SZ, nullptr, 0), ERROR_KEY_DELETED);
  EXPECT_EQ(create(child, "y"), nullptr);
  EXPECT_EQ(error, ERROR_KEY_DELETED);
  create(key, "p");
  EXPECT_EQ(RegSetValueExA(parent, "x", 0, REG_SZ, nullptr, 0), ERROR_KEY_DELETED);
}

TEST_F(Registry, HandlesAllowWhatTheyWereOpenedFor) {
  create(key, "r");
  HKEY reader = nullptr, writer = nullptr;
  RegOpenKeyExA(key, "r", 0, KEY_READ, &reader);
  RegOpenKeyExA(key, "r", 0, KEY_SET_VALUE, &writer);
  EXPECT_EQ(RegSetValueExA(reader, "x", 0, REG_SZ, nullptr, 0), ERROR_ACCESS_DENIED);
  EXPECT_EQ(RegSetValueExA(writer, "x", 0, REG_SZ, nullptr, 0), ERROR_SUCCESS);
  EXPECT_EQ(RegQueryValueExA(writer, "x", nullptr, nullptr, nullptr, nullptr), ERROR_ACCESS_DENIED);
  EXPECT_EQ(RegQueryValueExA(reader, "x", nullptr, nullptr, nullptr, nullptr), ERROR_SUCCESS);
  RegCloseKey(reader);
  RegCloseKey(writer);
}

TEST_F(Registry, AVolatileKeyHasVolatileChildrenOnly) {
  const HKEY temporary = create(key, "v", REG_OPTION_VOLATILE);
  EXPECT_EQ(create(temporary, "n"), nullptr);
  EXPECT_EQ(error, ERROR_CHILD_MUST_BE_VOLATILE);
  EXPECT_NE(create(temporary, "n", REG_OPTION_VOLATILE), nullptr);
}

// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-reggetvaluew
TEST_F(Registry, GetValueEndsAndExpandsText) {
  char text[100];
  DWORD size = sizeof text;
  RegSetValueExA(key, "open", 0, REG_SZ, reinterpret_cast<const BYTE*>("abc"), 3);
  EXPECT_EQ(RegGetValueA(key, nullptr, "open", RRF_RT_REG_SZ, nullptr, text, &size), ERROR_SUCCESS);
  EXPECT_EQ(size, 4u);
  EXPECT_STREQ(text, "abc");
  RegSetValueExA(key, "path", 0, REG_EXPAND_SZ, reinterpret_cast<const BYTE*>("%windir%\\x"), 11);
  size = sizeof text;
  EXPECT_EQ(
      RegGetValueA(HKEY_CURRENT_USER, "Software\\Test", "path", RRF_RT_REG_SZ, &type, text, &size),
      ERROR_SUCCESS);
  EXPECT_STREQ(text, "C:\\Windows\\x");
  EXPECT_EQ(type, static_cast<DWORD>(REG_SZ));
  size = sizeof text;
  EXPECT_EQ(RegGetValueA(key, nullptr, "path", RRF_RT_REG_EXPAND_SZ, &type, text, &size),
            ERROR_INVALID_PARAMETER);
  const DWORD number = 7;
  RegSetValueExA(key, "n", 0, REG_DWORD, reinterpret_cast<const BYTE*>(&number), 4);
  size = sizeof text;
  EXPECT_EQ(RegGetValueA(key, nullptr, "n", RRF_RT_REG_SZ | RRF_ZEROONFAILURE, &type, text, &size),
            ERROR_UNSUPPORTED_TYPE);
  EXPECT_EQ(text[0], 0);
}

TEST_F(Registry, InfoCountsAndMeasures) {
  create(key, "abc");
  set("", "default");
  set("four", "12345678");
  DWORD keys, longest_key, values, longest_name, longest_data;
  EXPECT_EQ(RegQueryInfoKeyW(key, nullptr, nullptr, nullptr, &keys, &longest_key, nullptr, &values,
                             &longest_name, &longest_data, nullptr, nullptr),
            ERROR_SUCCESS);
  EXPECT_EQ(keys, 1u);
  EXPECT_EQ(longest_key, 3u);
  EXPECT_EQ(values, 2u);
  EXPECT_EQ(longest_name, 4u);
  EXPECT_EQ(longest_data, 18u);
  char name[10];
  DWORD size = 10;
  EXPECT_EQ(RegEnumValueA(key, 0, name, &size, nullptr, nullptr, nullptr, nullptr), ERROR_SUCCESS);
  EXPECT_STREQ(name, "");
  size = 3;
  EXPECT_EQ(RegEnumValueA(key, 1, name, &size, nullptr, nullptr, nullptr, nullptr),
            ERROR_MORE_DATA);
  EXPECT_EQ(RegEnumValueA(key, 2, name, &size, nullptr, nullptr, nullptr, nullptr),
            ERROR_NO_MORE_ITEMS);
}

TEST_F(Registry, TreesAreCopiedAndKeysRenamed) {
  create(key, "from\\below");
  const HKEY to = create(key, "to");
  EXPECT_EQ(RegCopyTreeA(key, "from", to), ERROR_SUCCESS);
  EXPECT_EQ(subkeys(to), (std::vector<std::string>{"below"}));
  EXPECT_EQ(RegCopyTreeA(key, nullptr, to), ERROR_INVALID_PARAMETER);
  EXPECT_EQ(RegRenameKey(key, L"from", L"After"), ERROR_SUCCESS);
  EXPECT_EQ(subkeys(key), (std::vector<std::string>{"After", "to"}));
}

// https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regnotifychangekeyvalue
class RegistryWatch : public Registry {
 protected:
  void TearDown() override {
    CloseHandle(event);
    Registry::TearDown();
  }
  LONG watch(HKEY watched, DWORD filter, BOOL subtree = FALSE) {
    return RegNotifyChangeKeyValue(watched, subtree, filter, event, TRUE);
  }
  bool is_set() { return WaitForSingleObject(event, 0) == WAIT_OBJECT_0; }

  HANDLE event = CreateEventW(nullptr, FALSE, FALSE, nullptr);
};

TEST_F(RegistryWatch, TellsOfOneChangeOfTheKind) {
  ASSERT_EQ(watch(key, REG_NOTIFY_CHANGE_LAST_SET), ERROR_SUCCESS);
  create(key, "sub");
  EXPECT_FALSE(is_set());
  set("a", "1");
  EXPECT_TRUE(is_set());
  set("a", "2");
  EXPECT_FALSE(is_set());
  ASSERT_EQ(watch(key, REG_NOTIFY_CHANGE_NAME), ERROR_SUCCESS);
  set("a", "3");
  EXPECT_FALSE(is_set());
  RegDeleteKeyA(key, "sub");
  EXPECT_TRUE(is_set());
}

TEST_F(RegistryWatch, TheSubtreeWhereAskedFor) {
  const HKEY deep = create(key, "x\\y");
  watch(key, REG_NOTIFY_CHANGE_LAST_SET);
  RegSetValueExA(deep, "v", 0, REG_SZ, nullptr, 0);
  EXPECT_FALSE(is_set());
  watch(key, REG_NOTIFY_CHANGE_LAST_SET, TRUE);
  RegSetValueExA(deep, "v", 0, REG_SZ, nullptr, 0);
  EXPECT_TRUE(is_set());
}

TEST_F(RegistryWatch, ClosingTheHandleEndsIt) {
  HKEY other = nullptr;
  RegOpenKeyExA(key, "", 0, KEY_NOTIFY, &other);
  watch(other, REG_NOTIFY_CHANGE_NAME);
  RegCloseKey(other);
  EXPECT_TRUE(is_set());
  EXPECT_EQ(watch(key, 0), ERROR_INVALID_PARAMETER);
  EXPECT_EQ(RegNotifyChangeKeyValue(key, FALSE, REG_NOTIFY_CHANGE_NAME, nullptr, TRUE),
            ERROR_INVALID_HANDLE);
}

// What another process does, run by the test below.
TEST_F(Registry, DISABLED_AnotherProcessWrites) {
  for (int i = 0; i < 50; ++i) {
    const std::string name = std::to_string(getpid()) + "." + std::to_string(i);
    HKEY made = nullptr;
    ASSERT_EQ(RegCreateKeyA(HKEY_CURRENT_USER, ("Software\\Shared\\" + name).c_str(), &made),
              ERROR_SUCCESS);
    RegCloseKey(made);
  }
}

TEST_F(RegistryWatch, ProcessesShareTheRegistryAndHearOfEachOther) {
  RegDeleteTreeA(HKEY_CURRENT_USER, "Software\\Shared");
  HKEY shared = nullptr;
  ASSERT_EQ(RegCreateKeyA(HKEY_CURRENT_USER, "Software\\Shared", &shared), ERROR_SUCCESS);
  ASSERT_EQ(watch(shared, REG_NOTIFY_CHANGE_NAME), ERROR_SUCCESS);
  std::vector<pid_t> processes(4);
  const char* const arguments[] = {"unit_tests", "--gtest_also_run_disabled_tests",
                                   "--gtest_filter=Registry.DISABLED_AnotherProcessWrites",
                                   "--gtest_brief=1", nullptr};
  for (pid_t& process : processes) {
    ASSERT_EQ(posix_spawn(&process, "/proc/self/exe", nullptr, nullptr,
                          const_cast<char* const*>(arguments), environ),
              0);
  }
  for (const pid_t process : processes) {
    int status = 1;
    waitpid(process, &status, 0);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(subkeys(shared).size(), 200u);
  EXPECT_EQ(WaitForSingleObject(event, 5'000), static_cast<DWORD>(WAIT_OBJECT_0));
  RegCloseKey(shared);
}

// The file is a user's, who may do anything to it: a key that is above itself must not be followed
// for ever.
TEST(RegistryFile, KeysInACircleEnd) {
  const std::string path = "/tmp/transom_registry_circle." + std::to_string(getpid());
  {
    Store store(path);
    const KeyId user = store.root(0x80000001);
    KeyId high = 0, low = 0;
    bool is_new = false;
    ASSERT_EQ(store.create(user, u"High", Lifetime::kStored, u"", high, is_new), ERROR_SUCCESS);
    ASSERT_EQ(store.create(high, u"Low", Lifetime::kStored, u"", low, is_new), ERROR_SUCCESS);
    Database other(path);
    Query(other, "UPDATE keys SET parent = ? WHERE id = ?").with(low).with(high).run();
    EXPECT_EQ(store.set_value(low, {u"name", REG_DWORD, Bytes(4, 1)}), ERROR_SUCCESS);
    EXPECT_EQ(store.copy_tree(user, low), ERROR_INVALID_PARAMETER);
    EXPECT_EQ(store.remove_tree(low, u"Low"), ERROR_FILE_NOT_FOUND);
  }
  for (const char* end : {"", "-wal", "-shm"}) unlink((path + end).c_str());
}

}  // namespace
}  // namespace transom::registry
