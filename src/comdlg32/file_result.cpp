#include "comdlg32/file_result.h"

#include <cstring>

#include "comdlg32/file_name.h"

namespace transom::comdlg {
namespace {

std::u16string short_path(const std::u16string& path) {
  WCHAR buffer[MAX_PATH]{};
  const DWORD length = GetShortPathNameW(base::as_wchar(path), buffer, MAX_PATH);
  return length != 0 && length < MAX_PATH ? base::as_char16(buffer) : path;
}

// Folder and names, with the format's separators.
std::u16string joined(const std::vector<std::u16string>& paths, ListFormat format) {
  const char16_t separator = format == ListFormat::kNulls ? u'\0' : u' ';
  const auto in_list = [&](const std::u16string& path) {
    return format == ListFormat::kSpaces && path.find(u' ') != std::u16string::npos
               ? short_path(path)
               : path;
  };
  std::u16string list = in_list(folder_of(paths.front()));
  for (const std::u16string& path : paths) list += separator + name_of(in_list(path));
  if (format == ListFormat::kNulls) list += u'\0';
  return list;
}

// Behind the folder and its separator.
WORD first_name_offset(const std::u16string& list, ListFormat format, const ClientText& text) {
  const std::size_t end = list.find(format == ListFormat::kNulls ? u'\0' : u' ');
  return static_cast<WORD>(text.length(std::u16string_view(list).substr(0, end)) + 1);
}

void write_needed_size(OPENFILENAMEW& client, const ClientText& text, std::size_t needed) {
  const std::size_t room = client.nMaxFile * (text.ansi() ? sizeof(char) : sizeof(WCHAR));
  const auto size = static_cast<WORD>(needed);
  if (client.lpstrFile != nullptr && room >= sizeof size) {
    std::memcpy(client.lpstrFile, &size, sizeof size);
  }
}

}  // namespace

bool write_paths(OPENFILENAMEW& client, const ClientText& text,
                 const std::vector<std::u16string>& paths, ListFormat format) {
  const bool several = paths.size() > 1;
  const std::u16string written = several ? joined(paths, format) : paths.front();
  if (!text.write(written, client.lpstrFile, client.nMaxFile)) {
    write_needed_size(client, text, text.length(written) + 1);
    return false;
  }
  const NameOffsets offsets = name_offsets(paths.front());
  const auto in_client = [&](std::size_t count) {
    return static_cast<WORD>(text.length(std::u16string_view(paths.front()).substr(0, count)));
  };
  client.nFileOffset = several ? first_name_offset(written, format, text) : in_client(offsets.file);
  client.nFileExtension = several ? 0 : in_client(offsets.extension);
  return true;
}

void write_title(OPENFILENAMEW& client, const ClientText& text, const std::u16string& name) {
  text.write_cut(name, client.lpstrFileTitle, client.nMaxFileTitle);
}

void write_custom_filter(OPENFILENAMEW& client, const ClientText& text,
                         const std::u16string& pattern) {
  if (client.lpstrCustomFilter == nullptr) return;
  const std::size_t description = text.raw_length(client.lpstrCustomFilter);
  if (description == 0 || description + 1 >= client.nMaxCustFilter) return;
  void* behind = text.advance(static_cast<void*>(client.lpstrCustomFilter), description + 1);
  // A second end closes the list of filters.
  text.write(pattern + u'\0', behind, client.nMaxCustFilter - description - 1);
}

}  // namespace transom::comdlg
