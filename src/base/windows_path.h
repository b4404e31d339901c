// Windows paths over Linux's one tree.
//
//  - Every function that takes a path goes by this: files, modules, fonts, the C run-time.
//  - C:\ is $XDG_DATA_HOME/transom/c, with the folders that programs look for, made on first use;
//    Z:\ is /; another letter is a folder beside c, if there is one.
//  - Both slashes separate. A path that begins with '/' is Linux's; one that begins with '\' lies
//  on
//    the current drive; others are relative to the current directory, which is Linux's.
//  - Where nothing has the name exactly, a name that differs in case only is taken.
//  - NUL, CON, CONIN$ and CONOUT$ are devices in every folder, as on Windows.
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace transom::base {

// "X:\folder\name", without "." and ".."; a separator at the end stays.
std::u16string full_windows_path(std::u16string_view path);
// The Linux file that a Windows path means; it need not exist. UTF-8.
std::string host_path_of(std::u16string_view path);
// The same for a path in the ANSI code page. One that names a file as it stands is taken as it
// stands: it came from main's arguments or from another Linux function.
std::string host_path_of(std::string_view path);
// The other way: a full Windows path.
std::u16string windows_path_of(std::string_view host_path);
std::u16string current_windows_directory();
// The folders of a list such as PATH: semicolons separate, and colons between Linux's own.
std::vector<std::u16string> folders_in(std::u16string_view list);

// What Transom keeps for the user: the drives and the registry. Need not exist.
std::string data_folder();

// Where a drive lies, without a slash at its end ("" is /); for drives that are not there, too.
std::string drive_root(char16_t letter);
std::vector<char16_t> drive_letters();

}  // namespace transom::base
