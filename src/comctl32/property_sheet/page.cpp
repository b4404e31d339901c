#include "comctl32/property_sheet/page.h"

#include <cstring>

#include "base/last_error.h"
#include "user32/dialog/template_source.h"
#include "user32/numbered_objects.h"

namespace transom::comctl {
namespace {

constexpr int kHandleShift = 16;  // beyond any index

user::NumberedObjects<PropertyPage>& pages() {
  static user::NumberedObjects<PropertyPage> all;
  return all;
}

std::uintptr_t number_of(HPROPSHEETPAGE handle) {
  const auto value = reinterpret_cast<std::uintptr_t>(handle);
  return (value & ((1 << kHandleShift) - 1)) == 0 ? value >> kHandleShift : 0;
}

// A page is a child without a frame, whatever its template says.
void make_child(user::DialogTemplate& layout) {
  constexpr DWORD kFrame = WS_POPUP | WS_CAPTION | WS_SYSMENU | WS_THICKFRAME | WS_MINIMIZEBOX |
                           WS_MAXIMIZEBOX | WS_DISABLED | WS_VISIBLE | DS_MODALFRAME | DS_ABSALIGN |
                           DS_CENTER;
  layout.style = (layout.style & ~kFrame) | WS_CHILD | DS_CONTROL;
  layout.ex_style |= WS_EX_CONTROLPARENT;
  layout.x = 0;
  layout.y = 0;
}

}  // namespace

std::u16string text_or_resource(LPCWSTR text, HINSTANCE module, Encoding encoding) {
  if (text == nullptr) return {};
  if (IS_INTRESOURCE(text)) return resource_text(module, LOWORD(text));
  return text_of(reinterpret_cast<LPARAM>(text), encoding == Encoding::kAnsi);
}

PropertyPage::PropertyPage(const PROPSHEETPAGEW& given, Encoding encoding)
    : encoding_(encoding), copy_(std::max<std::size_t>(given.dwSize, sizeof given)) {
  std::memcpy(copy_.data(), &given, given.dwSize);
  PROPSHEETPAGEW& own = about();
  if ((own.dwFlags & PSP_DLGINDIRECT) == 0) keep_text(own.pszTemplate);
  if ((own.dwFlags & PSP_USEICONID) != 0) keep_text(own.pszIcon);
  if ((own.dwFlags & PSP_USETITLE) != 0) keep_text(own.pszTitle);
  if ((own.dwFlags & PSP_USEHEADERTITLE) != 0) keep_text(own.pszHeaderTitle);
  if ((own.dwFlags & PSP_USEHEADERSUBTITLE) != 0) keep_text(own.pszHeaderSubTitle);
  if ((own.dwFlags & PSP_USEREFPARENT) != 0 && own.pcRefParent != nullptr) ++*own.pcRefParent;
  call_back(PSPCB_ADDREF);
}

PropertyPage::~PropertyPage() {
  call_back(PSPCB_RELEASE);
  const PROPSHEETPAGEW& own = about();
  if ((own.dwFlags & PSP_USEREFPARENT) != 0 && own.pcRefParent != nullptr) --*own.pcRefParent;
}

void PropertyPage::keep_text(LPCWSTR& text) {
  if (IS_INTRESOURCE(text)) return;
  if (encoding_ == Encoding::kAnsi) {
    ansi_texts_.emplace_back(reinterpret_cast<const char*>(text));
    text = reinterpret_cast<LPCWSTR>(ansi_texts_.back().c_str());
  } else {
    texts_.emplace_back(base::as_char16(text));
    text = base::as_wchar(texts_.back());
  }
}

// https://learn.microsoft.com/windows/win32/api/prsht/nc-prsht-lpfnpspcallbackw
UINT PropertyPage::call_back(UINT action) {
  PROPSHEETPAGEW& own = about();
  if ((own.dwFlags & PSP_USECALLBACK) == 0 || own.pfnCallback == nullptr) return TRUE;
  return own.pfnCallback(nullptr, action, &own);
}

std::optional<user::DialogTemplate> PropertyPage::load_template() const {
  const PROPSHEETPAGEW& own = about();
  if (has_flag(PSP_DLGINDIRECT)) return user::template_in_memory(own.pResource);
  if (encoding_ == Encoding::kUnicode) return user::load_template(own.hInstance, own.pszTemplate);
  return user::load_template(own.hInstance, reinterpret_cast<LPCSTR>(own.pszTemplate));
}

std::u16string PropertyPage::title() const {
  const PROPSHEETPAGEW& own = about();
  if (has_flag(PSP_USETITLE)) return text_or_resource(own.pszTitle, own.hInstance, encoding_);
  const auto layout = load_template();
  return layout ? layout->title : std::u16string();
}

std::u16string PropertyPage::header_title() const {
  const PROPSHEETPAGEW& own = about();
  if (!has_flag(PSP_USEHEADERTITLE)) return {};
  return text_or_resource(own.pszHeaderTitle, own.hInstance, encoding_);
}

std::u16string PropertyPage::header_subtitle() const {
  const PROPSHEETPAGEW& own = about();
  if (!has_flag(PSP_USEHEADERSUBTITLE)) return {};
  return text_or_resource(own.pszHeaderSubTitle, own.hInstance, encoding_);
}

HICON PropertyPage::load_icon() const {
  const PROPSHEETPAGEW& own = about();
  if (has_flag(PSP_USEHICON)) return CopyIcon(own.hIcon);
  if (!has_flag(PSP_USEICONID)) return nullptr;
  const int width = GetSystemMetrics(SM_CXSMICON), height = GetSystemMetrics(SM_CYSMICON);
  const HANDLE icon = encoding_ == Encoding::kUnicode
                          ? LoadImageW(own.hInstance, own.pszIcon, IMAGE_ICON, width, height, 0)
                          : LoadImageA(own.hInstance, reinterpret_cast<LPCSTR>(own.pszIcon),
                                       IMAGE_ICON, width, height, 0);
  return static_cast<HICON>(icon);
}

HWND PropertyPage::create(HWND sheet) {
  if (call_back(PSPCB_CREATE) == 0) return nullptr;
  auto layout = load_template();
  if (!layout) return nullptr;
  make_child(*layout);
  return user::create_dialog({about().hInstance, std::move(*layout), sheet, about().pfnDlgProc,
                              reinterpret_cast<LPARAM>(copy_.data()), encoding_, false});
}

HPROPSHEETPAGE add_page(const PROPSHEETPAGEW* given, Encoding encoding) {
  constexpr DWORD kLongest = 0x10000;  // with what programs keep behind the members
  if (given == nullptr || given->dwSize < sizeof(PROPSHEETPAGEW_V1) || given->dwSize > kLongest) {
    base::set_last_error(ERROR_INVALID_PARAMETER);
    return nullptr;
  }
  const std::uint32_t number = pages().insert(std::make_shared<PropertyPage>(*given, encoding));
  return reinterpret_cast<HPROPSHEETPAGE>(std::uintptr_t{number} << kHandleShift);
}

PagePointer find_page(HPROPSHEETPAGE handle) {
  return pages().find(number_of(handle));
}

PagePointer remove_page(HPROPSHEETPAGE handle) {
  return pages().remove(number_of(handle));
}

}  // namespace transom::comctl

using namespace transom;
using namespace transom::comctl;

// A page for a property sheet. Null with the last error ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/prsht/nf-prsht-createpropertysheetpagew
HPROPSHEETPAGE WINAPI CreatePropertySheetPageW(LPCPROPSHEETPAGEW given) {
  return add_page(given, user::Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/prsht/nf-prsht-createpropertysheetpagea
HPROPSHEETPAGE WINAPI CreatePropertySheetPageA(LPCPROPSHEETPAGEA given) {
  return add_page(reinterpret_cast<LPCPROPSHEETPAGEW>(given), user::Encoding::kAnsi);
}

// A page that never came into a sheet. FALSE with ERROR_INVALID_HANDLE for another handle.
// https://learn.microsoft.com/windows/win32/api/prsht/nf-prsht-destroypropertysheetpage
WINBOOL WINAPI DestroyPropertySheetPage(HPROPSHEETPAGE handle) {
  const PagePointer page = find_page(handle);
  if (page == nullptr || page->in_sheet) return base::fail(ERROR_INVALID_HANDLE);
  remove_page(handle);
  return TRUE;
}
