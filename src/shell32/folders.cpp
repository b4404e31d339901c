// Where things are kept: the folders that have numbers (CSIDL_) and, since Windows Vista, GUIDs.
// They lie on drive C, as the environment's variables say it.
// https://learn.microsoft.com/windows/win32/shell/knownfolderid
#include <algorithm>
#include <filesystem>
#include <optional>

// Programs link to the identifiers here: they are this library's.
#include "base/shell.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/process/environment.h"
#include "shell32/path_answer.h"

namespace transom::shell {
namespace {

struct KnownFolder {
  int number;            // CSIDL_, -1: none
  const GUID* id;        // null: none
  const char16_t* path;  // with variables
};

const KnownFolder kFolders[] = {
    {CSIDL_ADMINTOOLS, &FOLDERID_AdminTools,
     u"%APPDATA%\\Microsoft\\Windows\\Start Menu\\Programs\\Administrative Tools"},
    {CSIDL_APPDATA, &FOLDERID_RoamingAppData, u"%APPDATA%"},
    {CSIDL_COMMON_APPDATA, &FOLDERID_ProgramData, u"%PROGRAMDATA%"},
    {CSIDL_COMMON_DESKTOPDIRECTORY, &FOLDERID_PublicDesktop, u"C:\\Users\\Public\\Desktop"},
    {CSIDL_COMMON_DOCUMENTS, &FOLDERID_PublicDocuments, u"C:\\Users\\Public\\Documents"},
    {CSIDL_COMMON_MUSIC, &FOLDERID_PublicMusic, u"C:\\Users\\Public\\Music"},
    {CSIDL_COMMON_PICTURES, &FOLDERID_PublicPictures, u"C:\\Users\\Public\\Pictures"},
    {CSIDL_COMMON_PROGRAMS, &FOLDERID_CommonPrograms,
     u"%PROGRAMDATA%\\Microsoft\\Windows\\Start Menu\\Programs"},
    {CSIDL_COMMON_STARTMENU, &FOLDERID_CommonStartMenu,
     u"%PROGRAMDATA%\\Microsoft\\Windows\\Start Menu"},
    {CSIDL_COMMON_TEMPLATES, &FOLDERID_CommonTemplates,
     u"%PROGRAMDATA%\\Microsoft\\Windows\\Templates"},
    {CSIDL_COMMON_VIDEO, &FOLDERID_PublicVideos, u"C:\\Users\\Public\\Videos"},
    {CSIDL_COOKIES, &FOLDERID_Cookies, u"%LOCALAPPDATA%\\Microsoft\\Windows\\INetCookies"},
    {CSIDL_DESKTOP, &FOLDERID_Desktop, u"%USERPROFILE%\\Desktop"},
    {CSIDL_DESKTOPDIRECTORY, &FOLDERID_Desktop, u"%USERPROFILE%\\Desktop"},
    {-1, &FOLDERID_Downloads, u"%USERPROFILE%\\Downloads"},
    {CSIDL_FAVORITES, &FOLDERID_Favorites, u"%USERPROFILE%\\Favorites"},
    {CSIDL_FONTS, &FOLDERID_Fonts, u"%windir%\\Fonts"},
    {CSIDL_HISTORY, &FOLDERID_History, u"%LOCALAPPDATA%\\Microsoft\\Windows\\History"},
    {CSIDL_INTERNET_CACHE, &FOLDERID_InternetCache,
     u"%LOCALAPPDATA%\\Microsoft\\Windows\\INetCache"},
    {CSIDL_LOCAL_APPDATA, &FOLDERID_LocalAppData, u"%LOCALAPPDATA%"},
    {CSIDL_MYMUSIC, &FOLDERID_Music, u"%USERPROFILE%\\Music"},
    {CSIDL_MYPICTURES, &FOLDERID_Pictures, u"%USERPROFILE%\\Pictures"},
    {CSIDL_MYVIDEO, &FOLDERID_Videos, u"%USERPROFILE%\\Videos"},
    {CSIDL_NETHOOD, &FOLDERID_NetHood, u"%APPDATA%\\Microsoft\\Windows\\Network Shortcuts"},
    {CSIDL_PERSONAL, &FOLDERID_Documents, u"%USERPROFILE%\\Documents"},
    {CSIDL_PRINTHOOD, &FOLDERID_PrintHood, u"%APPDATA%\\Microsoft\\Windows\\Printer Shortcuts"},
    {CSIDL_PROFILE, &FOLDERID_Profile, u"%USERPROFILE%"},
    {CSIDL_PROGRAM_FILES, &FOLDERID_ProgramFiles, u"C:\\Program Files"},
    {CSIDL_PROGRAM_FILESX86, &FOLDERID_ProgramFilesX86, u"C:\\Program Files (x86)"},
    {CSIDL_PROGRAM_FILES_COMMON, &FOLDERID_ProgramFilesCommon, u"C:\\Program Files\\Common Files"},
    {CSIDL_PROGRAMS, &FOLDERID_Programs, u"%APPDATA%\\Microsoft\\Windows\\Start Menu\\Programs"},
    {-1, &FOLDERID_Public, u"C:\\Users\\Public"},
    {CSIDL_RECENT, &FOLDERID_Recent, u"%APPDATA%\\Microsoft\\Windows\\Recent"},
    {-1, &FOLDERID_SavedGames, u"%USERPROFILE%\\Saved Games"},
    {CSIDL_SENDTO, &FOLDERID_SendTo, u"%APPDATA%\\Microsoft\\Windows\\SendTo"},
    {CSIDL_STARTMENU, &FOLDERID_StartMenu, u"%APPDATA%\\Microsoft\\Windows\\Start Menu"},
    {CSIDL_STARTUP, &FOLDERID_Startup,
     u"%APPDATA%\\Microsoft\\Windows\\Start Menu\\Programs\\Startup"},
    {CSIDL_SYSTEM, &FOLDERID_System, u"%windir%\\system32"},
    {CSIDL_SYSTEMX86, &FOLDERID_SystemX86, u"%windir%\\SysWOW64"},
    {CSIDL_TEMPLATES, &FOLDERID_Templates, u"%APPDATA%\\Microsoft\\Windows\\Templates"},
    {-1, &FOLDERID_UserProfiles, u"C:\\Users"},
    {CSIDL_WINDOWS, &FOLDERID_Windows, u"%windir%"},
};

std::u16string path_of(const KnownFolder& folder) {
  return kernel::expand_environment(folder.path);
}

const KnownFolder* find(int number) {
  const auto found = std::ranges::find(kFolders, number, &KnownFolder::number);
  return number >= 0 && found != std::end(kFolders) ? &*found : nullptr;
}

const KnownFolder* find(const GUID& id) {
  const auto found = std::ranges::find_if(kFolders, [&](const KnownFolder& folder) {
    return std::memcmp(folder.id, &id, sizeof id) == 0;
  });
  return found != std::end(kFolders) ? &*found : nullptr;
}

bool make(const std::u16string& path) {
  std::error_code error;
  std::filesystem::create_directories(base::host_path_of(path), error);
  return !error;
}

bool exists(const std::u16string& path) {
  std::error_code error;
  return std::filesystem::is_directory(base::host_path_of(path), error);
}

// S_FALSE: the folder is not there, and should have been.
HRESULT find_folder(int number, std::u16string& path) {
  constexpr int kFlags = CSIDL_FLAG_CREATE | CSIDL_FLAG_DONT_VERIFY | 0xFF00;
  const KnownFolder* folder = find(number & ~kFlags);
  if (folder == nullptr) return E_INVALIDARG;
  path = path_of(*folder);
  if ((number & CSIDL_FLAG_CREATE) != 0) return make(path) ? S_OK : E_FAIL;
  if ((number & CSIDL_FLAG_DONT_VERIFY) != 0 || exists(path)) return S_OK;
  path.clear();
  return S_FALSE;
}

template <class Char>
HRESULT get_folder(int number, Char* buffer) {
  if (buffer == nullptr) return E_INVALIDARG;
  std::u16string path;
  const HRESULT result = find_folder(number, path);
  give_path(path, buffer);
  return result;
}

template <class Char>
WINBOOL get_special_folder(int number, WINBOOL create, Char* buffer) {
  if (buffer == nullptr) return FALSE;
  return get_folder(number | (create ? CSIDL_FLAG_CREATE : 0), buffer) == S_OK;
}

}  // namespace
}  // namespace transom::shell

using namespace transom;
using namespace transom::shell;

// The path of a folder (CSIDL_, with CSIDL_FLAG_CREATE or _DONT_VERIFY). S_FALSE and no path where
// it is not there, E_INVALIDARG for a number that is none of a folder with a path.
// https://learn.microsoft.com/windows/win32/api/shlobj_core/nf-shlobj_core-shgetfolderpathw
HRESULT WINAPI SHGetFolderPathW(HWND, int number, HANDLE, DWORD, LPWSTR path) {
  return get_folder(number, path);
}
HRESULT WINAPI SHGetFolderPathA(HWND, int number, HANDLE, DWORD, LPSTR path) {
  return get_folder(number, path);
}

// https://learn.microsoft.com/windows/win32/api/shlobj_core/nf-shlobj_core-shgetspecialfolderpathw
WINBOOL WINAPI SHGetSpecialFolderPathW(HWND, LPWSTR path, int number, WINBOOL create) {
  return get_special_folder(number, create, path);
}
WINBOOL WINAPI SHGetSpecialFolderPathA(HWND, LPSTR path, int number, WINBOOL create) {
  return get_special_folder(number, create, path);
}

// The path of a folder by its GUID, in memory for CoTaskMemFree. The error is
// ERROR_FILE_NOT_FOUND's for a folder that is not there, E_INVALIDARG for none.
// https://learn.microsoft.com/windows/win32/api/shlobj_core/nf-shlobj_core-shgetknownfolderpath
HRESULT WINAPI SHGetKnownFolderPath(REFKNOWNFOLDERID id, DWORD flags, HANDLE, PWSTR* path) {
  if (path == nullptr) return E_INVALIDARG;
  *path = nullptr;
  const KnownFolder* folder = find(id);
  if (folder == nullptr) return E_INVALIDARG;
  const std::u16string found = path_of(*folder);
  if ((flags & KF_FLAG_CREATE) != 0 && !make(found)) return E_FAIL;
  if ((flags & KF_FLAG_DONT_VERIFY) == 0 && !exists(found)) {
    return HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND);
  }
  *path = static_cast<PWSTR>(CoTaskMemAlloc((found.size() + 1) * sizeof(WCHAR)));
  if (*path == nullptr) return E_OUTOFMEMORY;
  std::copy_n(found.c_str(), found.size() + 1, base::as_char16(*path));
  return S_OK;
}
