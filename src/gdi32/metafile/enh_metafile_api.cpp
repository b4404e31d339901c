// Making, keeping and asking enhanced metafiles.
// https://learn.microsoft.com/windows/win32/gdi/enhanced-format-metafiles
#include "base/text.h"
#include "gdi32/api.h"
#include "gdi32/metafile/emf_file.h"
#include "gdi32/metafile/emf_recorder.h"
#include "gdi32/metafile/file_bytes.h"
#include "gdi32/metafile/metafile_object.h"
#include "gdi32/metafile/recording_dc.h"

using namespace transom;
using namespace transom::gdi;

namespace {

// Application and picture, each with its terminator; nothing for null.
std::u16string_view description_of(const char16_t* text) {
  if (text == nullptr) return {};
  std::size_t end = 0;
  while (text[end] != 0) ++end;
  ++end;
  while (text[end] != 0) ++end;
  return {text, end + 2};
}

HDC create(HDC reference, std::u16string file, const RECT* frame, const char16_t* description) {
  const DcRef device = reference != nullptr ? require_dc(reference) : DcRef();
  if (reference != nullptr && !device) return nullptr;
  if (frame != nullptr && (frame->right <= frame->left || frame->bottom <= frame->top)) {
    return fail_parameter<HDC>();
  }
  Ref<DeviceContext> dc = make<DeviceContext>(DcKind::kEnhancedMetafile);
  if (device) dc->own_caps = device->own_caps;
  dc->recorder = std::make_unique<EmfRecorder>(*dc, ReferenceDevice::of(dc->caps()), frame,
                                               description_of(description));
  dc->recording_file = std::move(file);
  return publish<HDC>(dc);
}

HENHMETAFILE publish_metafile(std::vector<std::uint8_t> bytes) {
  return publish<HENHMETAFILE>(make<EnhancedMetafile>(std::move(bytes)));
}

HENHMETAFILE open_file(LPCWSTR name) {
  if (name == nullptr) return base::fail<HENHMETAFILE>(ERROR_INVALID_PARAMETER);
  auto bytes = read_file(name);
  if (!bytes) return nullptr;
  return SetEnhMetaFileBits(static_cast<UINT>(bytes->size()), bytes->data());
}

Ref<EnhancedMetafile> require_metafile(HENHMETAFILE handle) {
  return require<EnhancedMetafile>(handle);
}

std::u16string stored_description(const EnhancedMetafile& metafile) {
  const auto header = emf_header(metafile.bytes);
  if (!header || header->nDescription == 0) return {};
  const EmfRecordView all(metafile.bytes);
  const auto units = all.array<char16_t>(header->offDescription, header->nDescription);
  return {units.begin(), units.end()};
}

template <class Character>
UINT give_description(const std::basic_string<Character>& text, UINT size, Character* buffer) {
  if (buffer == nullptr) return static_cast<UINT>(text.size());
  const std::size_t count = std::min<std::size_t>(size, text.size());
  std::copy_n(text.data(), count, buffer);
  return static_cast<UINT>(count);
}

}  // namespace

// A context that records. `frame` is in hundredths of a millimetre, null: what the picture takes;
// `file` null: in memory. Null, ERROR_INVALID_PARAMETER, where the frame is empty.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createenhmetafilew
HDC WINAPI CreateEnhMetaFileW(HDC reference, LPCWSTR file, CONST RECT* frame, LPCWSTR description) {
  return create(reference, file != nullptr ? base::as_char16(file) : u"", frame,
                reinterpret_cast<const char16_t*>(description));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createenhmetafilea
HDC WINAPI CreateEnhMetaFileA(HDC reference, LPCSTR file, CONST RECT* frame, LPCSTR description) {
  std::u16string wide;
  if (description != nullptr) {
    std::size_t end = std::strlen(description) + 1;
    end += std::strlen(description + end) + 1;
    wide = base::to_utf16(std::string_view(description, end));
  }
  return create(reference, file != nullptr ? base::to_utf16(file) : std::u16string(), frame,
                description != nullptr ? wide.c_str() : nullptr);
}

// Ends the recording and the context. Null, ERROR_INVALID_HANDLE, for another context, or where the
// file cannot be written.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-closeenhmetafile
HENHMETAFILE WINAPI CloseEnhMetaFile(HDC handle) {
  const auto dc = require_dc(handle);
  auto* recorder = dc ? dynamic_cast<EmfRecorder*>(dc->recorder.get()) : nullptr;
  if (recorder == nullptr) return base::fail<HENHMETAFILE>(ERROR_INVALID_HANDLE);
  std::vector<std::uint8_t> bytes = recorder->finish();
  const std::u16string file = end_recording(*dc);
  if (!file.empty() && !write_file(base::as_wchar(file), bytes)) return nullptr;
  return publish_metafile(std::move(bytes));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getenhmetafilew
HENHMETAFILE WINAPI GetEnhMetaFileW(LPCWSTR name) {
  return open_file(name);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getenhmetafilea
HENHMETAFILE WINAPI GetEnhMetaFileA(LPCSTR name) {
  if (name == nullptr) return fail_parameter<HENHMETAFILE>();
  const std::u16string wide = base::to_utf16(name);
  return open_file(base::as_wchar(wide));
}

// A copy in memory, or in a file where there is a name.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-copyenhmetafilew
HENHMETAFILE WINAPI CopyEnhMetaFileW(HENHMETAFILE handle, LPCWSTR file) {
  const auto metafile = require_metafile(handle);
  if (!metafile) return nullptr;
  if (file != nullptr && !write_file(file, metafile->bytes)) return nullptr;
  return publish_metafile(metafile->bytes);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-copyenhmetafilea
HENHMETAFILE WINAPI CopyEnhMetaFileA(HENHMETAFILE handle, LPCSTR file) {
  if (file == nullptr) return CopyEnhMetaFileW(handle, nullptr);
  const std::u16string wide = base::to_utf16(file);
  return CopyEnhMetaFileW(handle, base::as_wchar(wide));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-deleteenhmetafile
BOOL WINAPI DeleteEnhMetaFile(HENHMETAFILE handle) {
  return require_metafile(handle) ? delete_object(handle) : FALSE;
}

// The bytes are checked: null, ERROR_INVALID_DATA, where they are no enhanced metafile.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setenhmetafilebits
HENHMETAFILE WINAPI SetEnhMetaFileBits(UINT size, CONST BYTE* bytes) {
  if (bytes == nullptr) return fail_parameter<HENHMETAFILE>();
  if (!is_enhanced_metafile({bytes, size})) return base::fail<HENHMETAFILE>(ERROR_INVALID_DATA);
  return publish_metafile({bytes, bytes + size});
}

// The size, or with a buffer that is large enough the bytes; 0 where it is not.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getenhmetafilebits
UINT WINAPI GetEnhMetaFileBits(HENHMETAFILE handle, UINT size, LPBYTE buffer) {
  const auto metafile = require_metafile(handle);
  if (!metafile) return 0;
  const auto needed = static_cast<UINT>(metafile->bytes.size());
  if (buffer == nullptr) return needed;
  if (size < needed) return 0;
  std::copy(metafile->bytes.begin(), metafile->bytes.end(), buffer);
  return needed;
}

// As much of the header as fits; without a buffer its size.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getenhmetafileheader
UINT WINAPI GetEnhMetaFileHeader(HENHMETAFILE handle, UINT size, LPENHMETAHEADER buffer) {
  const auto metafile = require_metafile(handle);
  const auto header = metafile ? emf_header(metafile->bytes) : std::nullopt;
  if (!header) return 0;
  constexpr UINT kSize = 108;
  if (buffer == nullptr) return kSize;
  size = std::min(size, kSize);
  std::memcpy(buffer, &*header, size);
  return size;
}

// Characters, with the terminators of both strings; 0 where there is no description.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getenhmetafiledescriptionw
UINT WINAPI GetEnhMetaFileDescriptionW(HENHMETAFILE handle, UINT size, LPWSTR buffer) {
  const auto metafile = require_metafile(handle);
  if (!metafile) return 0;
  return give_description(stored_description(*metafile), size, reinterpret_cast<char16_t*>(buffer));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getenhmetafiledescriptiona
UINT WINAPI GetEnhMetaFileDescriptionA(HENHMETAFILE handle, UINT size, LPSTR buffer) {
  const auto metafile = require_metafile(handle);
  if (!metafile) return 0;
  return give_description(base::to_ansi(stored_description(*metafile)), size, buffer);
}

// Colours of all palettes of the metafile, which lie in its last record.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getenhmetafilepaletteentries
UINT WINAPI GetEnhMetaFilePaletteEntries(HENHMETAFILE handle, UINT count, LPPALETTEENTRY entries) {
  const auto metafile = require_metafile(handle);
  if (!metafile) return 0;
  std::vector<PALETTEENTRY> stored;
  for_each_emf_record(metafile->bytes, [&](const EmfRecordView& record) {
    if (record.type() == EMR_EOF) {
      stored = record.array<PALETTEENTRY>(record.at<DWORD>(12), record.at<DWORD>(8));
    }
    return true;
  });
  if (entries == nullptr) return static_cast<UINT>(stored.size());
  count = static_cast<UINT>(std::min<std::size_t>(count, stored.size()));
  std::copy_n(stored.begin(), count, entries);
  return count;
}

// Bytes for whoever reads the metafile; elsewhere nothing.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gdicomment
BOOL WINAPI GdiComment(HDC handle, UINT size, CONST BYTE* bytes) {
  const auto dc = require_dc(handle);
  if (!dc || (bytes == nullptr && size > 0)) return FALSE;
  record(*dc, &Recorder::comment, std::span<const std::uint8_t>(bytes, size));
  return TRUE;
}
