#include "user32/dialog/template_source.h"

#include "base/last_error.h"
#include "base/text.h"

namespace transom::user {
namespace {

std::optional<DialogTemplate> from_resource(HINSTANCE instance, HRSRC resource) {
  if (resource == nullptr) return std::nullopt;
  const void* bytes = LockResource(LoadResource(instance, resource));
  const DWORD size = SizeofResource(instance, resource);
  if (bytes == nullptr) return std::nullopt;
  auto layout = parse_dialog_template({static_cast<const std::byte*>(bytes), size});
  if (!layout) base::set_last_error(ERROR_RESOURCE_DATA_NOT_FOUND);
  return layout;
}

}  // namespace

std::optional<DialogTemplate> load_template(HINSTANCE instance, LPCWSTR name) {
  return from_resource(instance, FindResourceW(instance, name, MAKEINTRESOURCEW(5)));
}

std::optional<DialogTemplate> load_template(HINSTANCE instance, LPCSTR name) {
  return from_resource(instance, FindResourceA(instance, name, MAKEINTRESOURCEA(5)));
}

std::optional<DialogTemplate> template_in_memory(const void* memory) {
  if (memory == nullptr) {
    base::set_last_error(ERROR_INVALID_PARAMETER);
    return std::nullopt;
  }
  // How long it is only reading it tells.
  auto layout = parse_dialog_template({static_cast<const std::byte*>(memory), kLongestTemplate});
  if (!layout) base::set_last_error(ERROR_INVALID_PARAMETER);
  return layout;
}

}  // namespace transom::user
