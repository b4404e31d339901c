// Windows metafiles.
// https://learn.microsoft.com/windows/win32/gdi/windows-format-metafiles
#include "base/text.h"
#include "gdi32/api.h"
#include "gdi32/metafile/file_bytes.h"
#include "gdi32/metafile/metafile_object.h"
#include "gdi32/metafile/recording_dc.h"
#include "gdi32/metafile/wmf_player.h"
#include "gdi32/metafile/wmf_recorder.h"

using namespace transom;
using namespace transom::gdi;

namespace {

HDC create(std::u16string file) {
  Ref<DeviceContext> dc = make<DeviceContext>(DcKind::kMetafile);
  dc->recorder = std::make_unique<WmfRecorder>(*dc);
  dc->recording_file = std::move(file);
  return publish<HDC>(dc);
}

HMETAFILE publish_metafile(std::vector<std::uint8_t> bytes) {
  return publish<HMETAFILE>(make<WindowsMetafile>(std::move(bytes)));
}

HMETAFILE open_file(LPCWSTR name) {
  auto bytes = read_file(name);
  if (!bytes) return nullptr;
  return SetMetaFileBitsEx(static_cast<UINT>(bytes->size()), bytes->data());
}

// What PlayMetaFile and EnumMetaFile give back as it was: the objects, and the clip region.
class Stage {
 public:
  Stage(HDC dc, const METAHEADER& header)
      : table_(std::max<std::size_t>(header.mtNoObjects, 1)),
        clip_(CreateRectRgn(0, 0, 0, 0)),
        clipped_(GetClipRgn(dc, clip_) == 1),
        stage_{dc, reinterpret_cast<HANDLETABLE*>(table_.data()),
               static_cast<UINT>(table_.size())} {
    for (const UINT type : {OBJ_PEN, OBJ_BRUSH, OBJ_FONT}) {
      objects_.push_back(GetCurrentObject(dc, type));
    }
    palette_ = static_cast<HPALETTE>(GetCurrentObject(dc, OBJ_PAL));
  }
  ~Stage() {
    const HDC dc = stage_.dc;
    if (dc != nullptr) {
      if (stage_.depth > 0) RestoreDC(dc, -stage_.depth);
      for (const HGDIOBJ object : objects_) SelectObject(dc, object);
      SelectPalette(dc, palette_, TRUE);
      SelectClipRgn(dc, clipped_ ? clip_ : nullptr);
    }
    DeleteObject(clip_);
    for (const HGDIOBJ object : table_) {
      if (object != nullptr) DeleteObject(object);
    }
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  WmfStage& stage() { return stage_; }

 private:
  std::vector<HGDIOBJ> table_;
  std::vector<HGDIOBJ> objects_;
  HPALETTE palette_ = nullptr;
  HRGN clip_;
  bool clipped_;
  WmfStage stage_;
};

}  // namespace

// A context that records; `file` null: in memory.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createmetafilew
HDC WINAPI CreateMetaFileW(LPCWSTR file) {
  return create(file != nullptr ? base::as_char16(file) : u"");
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createmetafilea
HDC WINAPI CreateMetaFileA(LPCSTR file) {
  return create(file != nullptr ? base::to_utf16(file) : std::u16string());
}

// Ends the recording and the context. Null, ERROR_INVALID_HANDLE, for another context.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-closemetafile
HMETAFILE WINAPI CloseMetaFile(HDC handle) {
  const auto dc = require_dc(handle);
  auto* recorder = dc ? dynamic_cast<WmfRecorder*>(dc->recorder.get()) : nullptr;
  if (recorder == nullptr) return base::fail<HMETAFILE>(ERROR_INVALID_HANDLE);
  std::vector<std::uint8_t> bytes = recorder->finish();
  const std::u16string file = end_recording(*dc);
  if (!file.empty() && !write_file(base::as_wchar(file), bytes)) return nullptr;
  return publish_metafile(std::move(bytes));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getmetafilew
HMETAFILE WINAPI GetMetaFileW(LPCWSTR name) {
  return name != nullptr ? open_file(name) : fail_parameter<HMETAFILE>();
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getmetafilea
HMETAFILE WINAPI GetMetaFileA(LPCSTR name) {
  if (name == nullptr) return fail_parameter<HMETAFILE>();
  const std::u16string wide = base::to_utf16(name);
  return open_file(base::as_wchar(wide));
}

// A copy in memory, or in a file where there is a name.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-copymetafilew
HMETAFILE WINAPI CopyMetaFileW(HMETAFILE handle, LPCWSTR file) {
  const auto metafile = require<WindowsMetafile>(handle);
  if (!metafile) return nullptr;
  if (file != nullptr && !write_file(file, metafile->bytes)) return nullptr;
  return publish_metafile(metafile->bytes);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-copymetafilea
HMETAFILE WINAPI CopyMetaFileA(HMETAFILE handle, LPCSTR file) {
  if (file == nullptr) return CopyMetaFileW(handle, nullptr);
  const std::u16string wide = base::to_utf16(file);
  return CopyMetaFileW(handle, base::as_wchar(wide));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-deletemetafile
BOOL WINAPI DeleteMetaFile(HMETAFILE handle) {
  return require<WindowsMetafile>(handle) ? delete_object(handle) : FALSE;
}

// The bytes are checked: null, ERROR_INVALID_DATA, where they are no Windows metafile.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setmetafilebitsex
HMETAFILE WINAPI SetMetaFileBitsEx(UINT size, CONST BYTE* bytes) {
  if (bytes == nullptr) return fail_parameter<HMETAFILE>();
  if (!is_windows_metafile({bytes, size})) return base::fail<HMETAFILE>(ERROR_INVALID_DATA);
  return publish_metafile({bytes, bytes + size});
}

// The size, or with a buffer as many bytes as fit.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getmetafilebitsex
UINT WINAPI GetMetaFileBitsEx(HMETAFILE handle, UINT size, LPVOID buffer) {
  const auto metafile = require<WindowsMetafile>(handle);
  if (!metafile) return 0;
  if (buffer == nullptr) return static_cast<UINT>(metafile->bytes.size());
  size = static_cast<UINT>(std::min<std::size_t>(size, metafile->bytes.size()));
  std::memcpy(buffer, metafile->bytes.data(), size);
  return size;
}

// Plays all records; what is selected, and the clip region, are afterwards as they were.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-playmetafile
BOOL WINAPI PlayMetaFile(HDC dc, HMETAFILE handle) {
  const auto metafile = require<WindowsMetafile>(handle);
  const auto header = metafile ? wmf_header(metafile->bytes) : std::nullopt;
  if (!header || !require_dc(dc)) return FALSE;
  Stage stage(dc, *header);
  return for_each_wmf_record(metafile->bytes, [&](const WmfRecordView& record) {
    play_wmf_record(stage.stage(), record);
    return true;
  });
}

// Calls back for each record until the callback answers 0; the last, which only says that it is
// the last, is left out.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-enummetafile
BOOL WINAPI EnumMetaFile(HDC dc, HMETAFILE handle, MFENUMPROC callback, LPARAM data) {
  const auto metafile = require<WindowsMetafile>(handle);
  const auto header = metafile ? wmf_header(metafile->bytes) : std::nullopt;
  if (!header) return FALSE;
  if (callback == nullptr) return fail_parameter();
  Stage stage(dc, *header);
  std::vector<DWORD> aligned;  // records lie on odd words
  return for_each_wmf_record(metafile->bytes, [&](const WmfRecordView& record) {
    aligned.assign((record.size() + 3) / 4, 0);
    std::memcpy(aligned.data(), record.bytes().data(), record.size());
    return callback(dc, stage.stage().handles, reinterpret_cast<METARECORD*>(aligned.data()),
                    static_cast<int>(stage.stage().count), data) != 0;
  });
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-playmetafilerecord
BOOL WINAPI PlayMetaFileRecord(HDC dc, LPHANDLETABLE handles, LPMETARECORD record, UINT count) {
  if (!require_dc(dc)) return FALSE;
  if (record == nullptr || (handles == nullptr && count > 0) ||
      record->rdSize < WmfRecordView::kHead || record->rdSize > INT32_MAX / 2) {
    return fail_parameter();
  }
  // States that the program's own callback saved are within reach.
  WmfStage stage{dc, handles, count, find_dc(dc) ? static_cast<int>(find_dc(dc)->saved.size()) : 0};
  return play_wmf_record(stage, WmfRecordView({reinterpret_cast<const std::uint8_t*>(record),
                                               std::size_t{record->rdSize} * 2}));
}
