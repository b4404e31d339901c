#include "comctl32/property_sheet/sheet.h"

#include <algorithm>
#include <cstddef>
#include <map>

#include "base/last_error.h"
#include "user32/message/retrieve.h"
#include "user32/message/thread_state.h"

namespace transom::comctl {
namespace {

// Sheets that are there, and one that is being created and has no window yet.
thread_local std::map<HWND, std::shared_ptr<PropertySheet>> sheets;

void choose_first(PropertySheet& sheet) {
  int start = static_cast<int>(std::min<std::size_t>(sheet.request.start, sheet.pages.size()));
  if (sheet.has_flag(PSH_USEPSTARTPAGE)) {
    const auto found = std::ranges::find_if(sheet.pages, [&](const SheetPage& each) {
      return each.page->title() == sheet.request.start_name;
    });
    start = static_cast<int>(found - sheet.pages.begin());
  }
  sheet.show(sheet.has(start) ? start : 0, 1);
  if (sheet.alive()) sheet.focus_page();
}

void start(PropertySheet& sheet) {
  sheet.set_title(sheet.request.caption, sheet.has_flag(PSH_PROPTITLE));
  if (sheet.request.icon != nullptr) {
    SendMessageW(sheet.handle, WM_SETICON, ICON_SMALL,
                 reinterpret_cast<LPARAM>(sheet.request.icon));
  }
  sheet.add_tabs();
  sheet.measure_pages();
  sheet.arrange();
  for (int index = 0; sheet.alive() && index < sheet.count(); ++index) {
    if (sheet.at(index).page->has_flag(PSP_PREMATURE)) sheet.make_window(index);
  }
  if (sheet.alive()) sheet.call_back(PSCB_INITIALIZED);
  if (sheet.alive()) choose_first(sheet);
}

// Documented: the last page goes first.
void end_pages(PropertySheet& sheet) {
  while (!sheet.pages.empty()) {
    const SheetPage last = sheet.pages.back();
    sheet.pages.pop_back();
    if (last.window != nullptr) DestroyWindow(last.window);
    remove_page(last.handle);
  }
}

INT_PTR CALLBACK sheet_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message == WM_INITDIALOG) {
    auto* sheet = reinterpret_cast<PropertySheet*>(lparam);
    sheet->handle = handle;
    sheets[handle] = sheet->shared_from_this();
    start(*sheet);
    return FALSE;
  }
  const std::shared_ptr<PropertySheet> sheet = PropertySheet::of(handle);
  if (sheet == nullptr) return FALSE;
  if (message == WM_DESTROY) {
    end_pages(*sheet);
    return FALSE;
  }
  if (message == WM_NCDESTROY) {
    sheet->handle = nullptr;
    sheets.erase(handle);
    return FALSE;
  }
  const auto entry = std::ranges::find(sheet_entries(), message, &SheetEntry::message);
  if (entry == sheet_entries().end()) return FALSE;
  // Handlers with a result answer it themselves.
  SetWindowLongPtrW(handle, DWLP_MSGRESULT, 0);
  return entry->handler(*sheet, wparam, lparam);
}

void run(PropertySheet& sheet) {
  MSG message;
  while (sheet.alive() && !sheet.ended) {
    if (!user::get_modal_message(user::current_thread(), message)) return;
    if (sheet.alive() && sheet.is_dialog_message(message)) continue;
    TranslateMessage(&message);
    DispatchMessageW(&message);
  }
}

INT_PTR run_modal(const std::shared_ptr<PropertySheet>& sheet) {
  const HWND asked = sheet->request.owner;
  const HWND owner =
      asked != nullptr && asked != GetDesktopWindow() ? GetAncestor(asked, GA_ROOT) : nullptr;
  sheet->request.owner = owner;
  const bool was_enabled = owner != nullptr && !EnableWindow(owner, FALSE);
  const HWND handle = sheet->create();
  if (handle != nullptr) run(*sheet);
  if (was_enabled) EnableWindow(owner, TRUE);
  if (!sheet->alive()) return handle != nullptr ? sheet->result : -1;
  const bool was_active = GetActiveWindow() == handle;
  if (was_active && owner != nullptr) SetActiveWindow(owner);
  const INT_PTR result = sheet->ended ? sheet->result : 0;
  if (sheet->alive()) DestroyWindow(handle);
  return result;
}

// An array of structures, each as long as it says.
std::vector<HPROPSHEETPAGE> make_pages(const PROPSHEETHEADERW& header, Encoding encoding) {
  std::vector<HPROPSHEETPAGE> made;
  const auto* at = reinterpret_cast<const std::byte*>(header.ppsp);
  for (UINT index = 0; index < header.nPages && at != nullptr; ++index) {
    const auto* page = reinterpret_cast<const PROPSHEETPAGEW*>(at);
    const HPROPSHEETPAGE handle = add_page(page, encoding);
    if (handle == nullptr) break;
    made.push_back(handle);
    at += page->dwSize;
  }
  return made;
}

HICON icon_of(const PROPSHEETHEADERW& header, Encoding encoding) {
  if ((header.dwFlags & PSH_USEHICON) != 0) return header.hIcon;
  if ((header.dwFlags & PSH_USEICONID) == 0) return nullptr;
  const int width = GetSystemMetrics(SM_CXSMICON), height = GetSystemMetrics(SM_CYSMICON);
  return static_cast<HICON>(
      encoding == Encoding::kUnicode
          ? LoadImageW(header.hInstance, header.pszIcon, IMAGE_ICON, width, height, 0)
          : LoadImageA(header.hInstance, reinterpret_cast<LPCSTR>(header.pszIcon), IMAGE_ICON,
                       width, height, 0));
}

// A picture of a Wizard97, as a handle or a resource of which the sheet then has a copy.
HBITMAP picture_of(const PROPSHEETHEADERW& header, Encoding encoding, DWORD wanted, DWORD by_handle,
                   HBITMAP PROPSHEETHEADERW::*member) {
  wanted |= PSH_WIZARD97;
  if (header.dwSize < sizeof header || (header.dwFlags & wanted) != wanted) return nullptr;
  if ((header.dwFlags & by_handle) != 0) return header.*member;
  const auto* name = reinterpret_cast<LPCWSTR>(header.*member);
  return encoding == Encoding::kUnicode
             ? LoadBitmapW(header.hInstance, name)
             : LoadBitmapA(header.hInstance, reinterpret_cast<LPCSTR>(name));
}

SheetRequest request_from(const PROPSHEETHEADERW& header, Encoding encoding) {
  SheetRequest request;
  request.flags = header.dwFlags;
  request.owner = header.hwndParent;
  request.caption = text_or_resource(header.pszCaption, header.hInstance, encoding);
  if ((header.dwFlags & PSH_USEPSTARTPAGE) != 0) {
    request.start_name = text_or_resource(header.pStartPage, header.hInstance, encoding);
  } else {
    request.start = header.nStartPage;
  }
  request.icon = icon_of(header, encoding);
  request.owns_icon = (header.dwFlags & PSH_USEHICON) == 0;
  if ((header.dwFlags & PSH_USECALLBACK) != 0) request.callback = header.pfnCallback;
  request.header_bitmap =
      picture_of(header, encoding, PSH_HEADER, PSH_USEHBMHEADER, &PROPSHEETHEADERW::hbmHeader);
  request.watermark = picture_of(header, encoding, PSH_WATERMARK, PSH_USEHBMWATERMARK,
                                 &PROPSHEETHEADERW::hbmWatermark);
  if ((header.dwFlags & PSH_PROPSHEETPAGE) != 0) {
    request.pages = make_pages(header, encoding);
  } else if (header.phpage != nullptr) {
    request.pages.assign(header.phpage, header.phpage + header.nPages);
  }
  return request;
}

// Pages that no sheet has taken: documented to be gone whatever becomes of the sheet.
void release(const std::vector<HPROPSHEETPAGE>& pages) {
  for (const HPROPSHEETPAGE handle : pages) {
    const PagePointer page = find_page(handle);
    if (page != nullptr && !page->in_sheet) remove_page(handle);
  }
}

// The version before pictures is the shortest.
constexpr DWORD kShortestHeader =
    offsetof(PROPSHEETHEADERW, pfnCallback) + sizeof(PFNPROPSHEETCALLBACK);

INT_PTR open_sheet(const PROPSHEETHEADERW* given, Encoding encoding) {
  if (given == nullptr || given->dwSize < kShortestHeader) {
    base::set_last_error(ERROR_INVALID_PARAMETER);
    return -1;
  }
  if (given->nPages == 0 || given->nPages >= MAXPROPPAGES) return -1;
  SheetRequest request = request_from(*given, encoding);
  const std::vector<HPROPSHEETPAGE> pages = request.pages;
  const auto sheet = std::make_shared<PropertySheet>(std::move(request));
  INT_PTR result = -1;
  if (sheet->count() > 0) {
    result = sheet->modeless() ? reinterpret_cast<INT_PTR>(sheet->create()) : run_modal(sheet);
    if (sheet->modeless() && result == 0) result = -1;
  }
  if (!sheet->modeless() || result == -1) release(pages);
  return result;
}

}  // namespace

PropertySheet::PropertySheet(SheetRequest given) : request(std::move(given)) {
  for (const HPROPSHEETPAGE page : request.pages) insert(count(), page);
}

PropertySheet::~PropertySheet() {
  for (const SheetPage& each : pages) {
    each.page->in_sheet = false;
    remove_page(each.handle);
  }
  if (icons != nullptr) ImageList_Destroy(icons);
  if (bold != nullptr) DeleteObject(bold);
  if (request.owns_icon && request.icon != nullptr) DestroyIcon(request.icon);
  if (!has_flag(PSH_USEHBMHEADER)) DeleteObject(request.header_bitmap);
  if (!has_flag(PSH_USEHBMWATERMARK)) DeleteObject(request.watermark);
}

HWND PropertySheet::create() {
  return user::create_dialog({nullptr, layout(), request.owner, sheet_procedure,
                              reinterpret_cast<LPARAM>(this), Encoding::kUnicode, false});
}

std::shared_ptr<PropertySheet> PropertySheet::of(HWND sheet) {
  const auto found = sheets.find(sheet);
  return found != sheets.end() ? found->second : nullptr;
}

void PropertySheet::call_back(UINT message, LPARAM lparam) const {
  if (request.callback != nullptr) request.callback(handle, message, lparam);
}

}  // namespace transom::comctl

using namespace transom::comctl;

// Shows a property sheet or a wizard. Modal: 1 or more when changes were saved
// (ID_PSRESTARTWINDOWS, ID_PSREBOOTSYSTEM), 0 when not, -1 on failure. Modeless: the sheet's
// window. Last errors: ERROR_INVALID_PARAMETER (null, a short structure).
// https://learn.microsoft.com/windows/win32/api/prsht/nf-prsht-propertysheetw
INT_PTR WINAPI PropertySheetW(LPCPROPSHEETHEADERW header) {
  return open_sheet(header, transom::user::Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/prsht/nf-prsht-propertysheeta
INT_PTR WINAPI PropertySheetA(LPCPROPSHEETHEADERA header) {
  return open_sheet(reinterpret_cast<LPCPROPSHEETHEADERW>(header), transom::user::Encoding::kAnsi);
}
