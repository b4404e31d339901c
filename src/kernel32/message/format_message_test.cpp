// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-formatmessage
#include <gtest/gtest.h>

#include <cstring>
#include <vector>

#include "base/text.h"
#include "kernel32/message/message_table.h"

namespace transom::kernel {
namespace {

std::string finish(DWORD count, const WCHAR* buffer) {
  if (count == 0) return "error " + std::to_string(GetLastError());
  EXPECT_EQ(std::u16string_view(base::as_char16(buffer)).size(), count);
  return base::utf16_to_utf8(base::as_char16(buffer));
}

std::string message(DWORD flags, const WCHAR* definition, ...) {
  WCHAR buffer[200] = {};
  va_list arguments;
  va_start(arguments, definition);
  const DWORD count =
      FormatMessageW(FORMAT_MESSAGE_FROM_STRING | flags, definition, 0, 0, buffer, 200, &arguments);
  va_end(arguments);
  return finish(count, buffer);
}

std::string from_array(const WCHAR* definition, std::vector<DWORD_PTR> values) {
  WCHAR buffer[200] = {};
  const DWORD count =
      FormatMessageW(FORMAT_MESSAGE_FROM_STRING | FORMAT_MESSAGE_ARGUMENT_ARRAY, definition, 0, 0,
                     buffer, 200, reinterpret_cast<va_list*>(values.data()));
  return finish(count, buffer);
}

std::string of_system(DWORD code, DWORD language = 0, DWORD flags = 0) {
  WCHAR buffer[200] = {};
  return finish(FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | flags, nullptr, code, language, buffer,
                               200, nullptr),
                buffer);
}

TEST(MessageFormat, Inserts) {
  EXPECT_EQ(message(0, L"%2 %1", L"X", L"Y"), "Y X");
  EXPECT_EQ(message(0, L"%1!5d!|%2!-5s!|", 42, L"Y"), "   42|Y    |");
  EXPECT_EQ(message(0, L"%1!x! %2!X! %3!u! %4!c! %1!d!", 255, 255, -1, 'c'),
            "ff FF 4294967295 c 255");
  EXPECT_EQ(message(0, L"%1!S! %2!hs! %3!ws!", "n", "m", L"o"), "n m o");
  EXPECT_EQ(message(0, L"%10 %1", L"1", L"2", L"3", L"4", L"5", L"6", L"7", L"8", L"9", L"ten"),
            "ten 1");
  EXPECT_EQ(message(0, L"%1!I64d! %2", 1234567890123LL, L"q"), "1234567890123 q");
  EXPECT_EQ(message(FORMAT_MESSAGE_IGNORE_INSERTS, L"%1!d! %2 %%%n."), "%1!d! %2 %%\r\n.");
}

TEST(MessageFormat, AsterisksCountInArraysAlone) {
  EXPECT_EQ(from_array(L"%1!*s!|%3", {5, DWORD_PTR(L"Y"), DWORD_PTR(L"Z")}), "    Y|Z");
  EXPECT_EQ(from_array(L"%1!*.*s!|%4", {5, 2, DWORD_PTR(L"YYY"), DWORD_PTR(L"Z")}), "   YY|Z");
  EXPECT_EQ(message(0, L"%1!*s!|%2", 5, L"Y", L"Z"), "    Y|Z");
}

TEST(MessageFormat, EscapesAndLines) {
  EXPECT_EQ(message(0, L"a% b%.c%!d%%e%rf%t"), "a b.c!d%e\rf\t");
  EXPECT_EQ(message(0, L"a%nb%0c"), "a\r\nb");
  EXPECT_EQ(message(0, L"a\nb\r\nc\rd"), "a\r\nb\r\nc\r\nd");
  EXPECT_EQ(message(FORMAT_MESSAGE_MAX_WIDTH_MASK, L"a\r\nb%nc"), "a b\r\nc");
  EXPECT_EQ(message(5, L"aaa bbb\r\nccc"), "aaa\r\nbbb\r\nccc");
  EXPECT_EQ(message(10, L"aaa%nbbb ccc ddd"), "aaa\r\nbbb ccc\r\nddd");
  EXPECT_EQ(message(5, L"longerthanthat b"), "longerthanthat\r\nb");
}

TEST(MessageFormat, TheSystemsMessages) {
  EXPECT_EQ(of_system(ERROR_ACCESS_DENIED), "Access is denied.\r\n");
  EXPECT_EQ(of_system(ERROR_ACCESS_DENIED, 0x0409), "Access is denied.\r\n");
  EXPECT_EQ(of_system(0x80070005), "Access is denied.\r\n");
  EXPECT_EQ(of_system(ERROR_ACCESS_DENIED, 0, FORMAT_MESSAGE_MAX_WIDTH_MASK), "Access is denied. ");
  EXPECT_EQ(of_system(ERROR_ACCESS_DENIED, 0x0407),
            "error " + std::to_string(ERROR_RESOURCE_LANG_NOT_FOUND));
  EXPECT_EQ(of_system(0xDEAD), "error " + std::to_string(ERROR_MR_MID_NOT_FOUND));
}

TEST(MessageFormat, FailuresHaveTheirLastErrors) {
  const std::string parameter = "error " + std::to_string(ERROR_INVALID_PARAMETER);
  EXPECT_EQ(message(0, L"a%"), parameter);
  EXPECT_EQ(message(0, L"%1!s", L"x"), parameter);
  EXPECT_EQ(message(0, L"%1!***s!", 1, 2, 3, L"x"), parameter);
  EXPECT_EQ(message(0, L""), "error 235");  // ERROR_NO_WORK_DONE
  char buffer[4];
  EXPECT_EQ(FormatMessageA(FORMAT_MESSAGE_FROM_STRING, "%1", 0, 0, buffer, 4, nullptr), 0u);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
  EXPECT_EQ(FormatMessageA(FORMAT_MESSAGE_FROM_STRING, "abcd", 0, 0, buffer, 4, nullptr), 0u);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INSUFFICIENT_BUFFER));
  EXPECT_EQ(FormatMessageA(FORMAT_MESSAGE_FROM_STRING, "abc", 0, 0, buffer, 4, nullptr), 3u);
  EXPECT_EQ(FormatMessageA(0, nullptr, 5, 0, buffer, 4, nullptr), 0u);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
  EXPECT_EQ(FormatMessageA(FORMAT_MESSAGE_FROM_HMODULE, nullptr, 5, 0, buffer, 4, nullptr), 0u);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_RESOURCE_TYPE_NOT_FOUND));
}

TEST(MessageFormat, AllocatesWhereAsked) {
  char* text = nullptr;
  const DWORD count =
      FormatMessageA(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM, nullptr,
                     ERROR_SUCCESS, 0, reinterpret_cast<char*>(&text), 0, nullptr);
  EXPECT_EQ(count, std::strlen(text));
  EXPECT_STREQ(text, "The operation completed successfully.\r\n");
  EXPECT_EQ(LocalFree(text), nullptr);
}

TEST(MessageTable, FindsNarrowAndWideAndSurvivesLies) {
  std::vector<std::uint8_t> table = {1, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 16, 0, 0, 0};
  const std::uint8_t entries[] = {8, 0, 0, 0, 'h', 'i', 0, 0, 10, 0, 1, 0, 'y', 0, 'o', 0, 0, 0};
  table.insert(table.end(), std::begin(entries), std::end(entries));
  EXPECT_EQ(find_in_message_table(table, 7), u"hi");
  EXPECT_EQ(find_in_message_table(table, 8), u"yo");
  EXPECT_EQ(find_in_message_table(table, 9), std::nullopt);
  for (std::size_t size = 0; size < table.size(); ++size) {
    find_in_message_table(std::span(table).first(size), 8);
  }
  table[8] = 0xFF;
  EXPECT_EQ(find_in_message_table(table, 200), std::nullopt);
  table[16] = 0;
  EXPECT_EQ(find_in_message_table(table, 8), std::nullopt);
}

}  // namespace
}  // namespace transom::kernel
