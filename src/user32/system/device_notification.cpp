#include "user32/system/device_notification.h"

#include "base/device_events.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/last_error.h"
#include "base/text.h"
#include "user32/message/send.h"
#include "user32/numbered_objects.h"
#include "user32/system/host_system.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

// Device interface classes, by what the host calls such devices.
struct InterfaceClass {
  std::string_view subsystem;
  std::string_view kind;  // DEVTYPE; empty: any
  GUID guid;
};
constexpr InterfaceClass kClasses[] = {
    {"usb",
     "usb_device",
     {0xA5DCBF10, 0x6530, 0x11D2, {0x90, 0x1F, 0x00, 0xC0, 0x4F, 0xB9, 0x51, 0xED}}},
    {"block",
     "disk",
     {0x53F56307, 0xB6BF, 0x11D0, {0x94, 0xF2, 0x00, 0xA0, 0xC9, 0x1E, 0xFB, 0x8B}}},
    {"block",
     "partition",
     {0x53F5630A, 0xB6BF, 0x11D0, {0x94, 0xF2, 0x00, 0xA0, 0xC9, 0x1E, 0xFB, 0x8B}}},
    {"hidraw", "", {0x4D1E55B2, 0xF16F, 0x11CF, {0x88, 0xCB, 0x00, 0x11, 0x11, 0x00, 0x00, 0x30}}},
    {"tty", "", {0x86E0D1E0, 0x8089, 0x11D0, {0x9C, 0xE4, 0x08, 0x00, 0x3E, 0x30, 0x1F, 0x73}}},
    {"net", "", {0xCAC88484, 0x7515, 0x4C03, {0x82, 0xE6, 0x71, 0xA8, 0x7A, 0xBA, 0xC3, 0x61}}},
};

struct Registration {
  HWND window;
  Encoding encoding;
  bool all_classes;
  GUID guid;
};

NumberedObjects<Registration>& registrations() {
  static auto* made = new NumberedObjects<Registration>;
  return *made;
}

std::string_view value_of(const host::DeviceProperties& device, const char* key) {
  const auto found = device.find(key);
  return found != device.end() ? std::string_view(found->second) : std::string_view();
}

const InterfaceClass* class_of(const host::DeviceProperties& device) {
  for (const InterfaceClass& each : kClasses) {
    if (each.subsystem != value_of(device, "SUBSYSTEM")) continue;
    if (each.kind.empty() || each.kind == value_of(device, "DEVTYPE")) return &each;
  }
  return nullptr;
}

std::string_view last_part(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::u16string guid_text(const GUID& guid) {
  char text[40];
  std::snprintf(text, sizeof text, "{%08x-%04x-%04x-%02x%02x-%02x%02x%02x%02x%02x%02x}", guid.Data1,
                guid.Data2, guid.Data3, guid.Data4[0], guid.Data4[1], guid.Data4[2], guid.Data4[3],
                guid.Data4[4], guid.Data4[5], guid.Data4[6], guid.Data4[7]);
  return base::utf8_to_utf16(text);
}

// As Windows names interfaces: \\?\USB#VID_046D&PID_C077#serial#{class}.
std::u16string interface_name(const host::DeviceProperties& device, const GUID& guid) {
  std::string id;
  const std::string_view vendor = value_of(device, "ID_VENDOR_ID");
  if (!vendor.empty()) {
    id = "VID_" + std::string(vendor) + "&PID_" + std::string(value_of(device, "ID_MODEL_ID"));
  } else {
    id = value_of(device, "DEVTYPE").empty() ? "DEVICE" : value_of(device, "DEVTYPE");
  }
  std::string_view serial = value_of(device, "ID_SERIAL_SHORT");
  if (serial.empty()) serial = last_part(value_of(device, "DEVPATH"));
  const std::string text = "\\\\?\\" + std::string(value_of(device, "SUBSYSTEM")) + "#" + id + "#" +
                           std::string(serial) + "#";
  return base::utf8_to_utf16(text) + guid_text(guid);
}

using Block = std::shared_ptr<std::vector<std::byte>>;

// A structure with a name at its end.
template <class Structure, class Character>
Block make_block(const Structure& described, std::size_t name_offset,
                 const std::basic_string<Character>& name, DWORD Structure::*size) {
  const std::size_t name_size = (name.size() + 1) * sizeof(Character);
  auto block =
      std::make_shared<std::vector<std::byte>>(std::max(sizeof described, name_offset + name_size));
  Structure sized = described;
  sized.*size = static_cast<DWORD>(block->size());
  std::memcpy(block->data(), &sized, sizeof sized);
  std::memcpy(block->data() + name_offset, name.c_str(), name_size);
  return block;
}

Block interface_block(const Registration& registration, const GUID& guid,
                      const std::u16string& name) {
  if (registration.encoding == Encoding::kAnsi) {
    DEV_BROADCAST_DEVICEINTERFACE_A described{};
    described.dbcc_devicetype = DBT_DEVTYP_DEVICEINTERFACE;
    described.dbcc_classguid = guid;
    return make_block(described, offsetof(DEV_BROADCAST_DEVICEINTERFACE_A, dbcc_name),
                      base::to_ansi(name), &DEV_BROADCAST_DEVICEINTERFACE_A::dbcc_size);
  }
  DEV_BROADCAST_DEVICEINTERFACE_W described{};
  described.dbcc_devicetype = DBT_DEVTYP_DEVICEINTERFACE;
  described.dbcc_classguid = guid;
  return make_block(described, offsetof(DEV_BROADCAST_DEVICEINTERFACE_W, dbcc_name), name,
                    &DEV_BROADCAST_DEVICEINTERFACE_W::dbcc_size);
}

void tell_registered(const host::DeviceProperties& device, WPARAM event) {
  const InterfaceClass* device_class = class_of(device);
  if (device_class == nullptr) return;
  std::vector<std::shared_ptr<Registration>> wanted;
  registrations().for_each([&](const auto& each) {
    if (each->all_classes || each->guid == device_class->guid) wanted.push_back(each);
  });
  const std::u16string name = interface_name(device, device_class->guid);
  for (const auto& each : wanted) {
    const Block block = interface_block(*each, device_class->guid, name);
    send_message_within(kWindowsPatience, each->window, WM_DEVICECHANGE, event,
                        reinterpret_cast<LPARAM>(block->data()), block);
  }
}

// Serial ports are told of to everybody, without registration.
void tell_port(const host::DeviceProperties& device, WPARAM event) {
  const std::string_view name = last_part(value_of(device, "DEVNAME"));
  if (value_of(device, "SUBSYSTEM") != "tty") return;
  if (!name.starts_with("ttyUSB") && !name.starts_with("ttyACM")) return;
  DEV_BROADCAST_PORT_W described{};
  described.dbcp_devicetype = DBT_DEVTYP_PORT;
  const Block block = make_block(described, offsetof(DEV_BROADCAST_PORT_W, dbcp_name),
                                 base::utf8_to_utf16(name), &DEV_BROADCAST_PORT_W::dbcp_size);
  tell_all_windows(WM_DEVICECHANGE, event, reinterpret_cast<LPARAM>(block->data()), block);
}

template <class Filter>
HDEVNOTIFY add(HANDLE recipient, const void* filter, DWORD flags, Encoding encoding) {
  constexpr DWORD kKnown = DEVICE_NOTIFY_ALL_INTERFACE_CLASSES;
  const auto* header = static_cast<const DEV_BROADCAST_HDR*>(filter);
  const auto window = static_cast<HWND>(recipient);
  if (header == nullptr || (flags & ~kKnown) != 0) {
    return base::fail<HDEVNOTIFY>(ERROR_INVALID_PARAMETER);
  }
  if (!is_window(window)) return base::fail<HDEVNOTIFY>(ERROR_INVALID_HANDLE);
  // "Only DBT_DEVTYP_DEVICEINTERFACE and DBT_DEVTYP_HANDLE"; files of devices send no such events
  // here.
  const bool good = header->dbch_devicetype == DBT_DEVTYP_DEVICEINTERFACE &&
                    header->dbch_size >= offsetof(Filter, dbcc_name);
  if (!good) return base::fail<HDEVNOTIFY>(ERROR_INVALID_DATA);
  const Registration registration{window, encoding, flags != 0,
                                  static_cast<const Filter*>(filter)->dbcc_classguid};
  const std::uintptr_t number =
      registrations().insert(std::make_shared<Registration>(registration));
  return reinterpret_cast<HDEVNOTIFY>(number);
}

}  // namespace

void tell_device(const host::DeviceProperties& device) {
  const std::string_view action = value_of(device, "ACTION");
  if (action != "add" && action != "remove") return;
  const WPARAM event = action == "add" ? DBT_DEVICEARRIVAL : DBT_DEVICEREMOVECOMPLETE;
  tell_registered(device, event);
  tell_port(device, event);
  tell_all_windows(WM_DEVICECHANGE, DBT_DEVNODES_CHANGED, 0);
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// The window gets WM_DEVICECHANGE with the name of each interface of the filter's class (or of any,
// with DEVICE_NOTIFY_ALL_INTERFACE_CLASSES) that comes or goes. Last errors:
// ERROR_INVALID_PARAMETER, ERROR_INVALID_HANDLE, ERROR_INVALID_DATA (a filter of another kind).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerdevicenotificationw
HDEVNOTIFY WINAPI RegisterDeviceNotificationW(HANDLE recipient, LPVOID filter, DWORD flags) {
  return add<DEV_BROADCAST_DEVICEINTERFACE_W>(recipient, filter, flags, Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerdevicenotificationa
HDEVNOTIFY WINAPI RegisterDeviceNotificationA(HANDLE recipient, LPVOID filter, DWORD flags) {
  return add<DEV_BROADCAST_DEVICEINTERFACE_A>(recipient, filter, flags, Encoding::kAnsi);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-unregisterdevicenotification
WINBOOL WINAPI UnregisterDeviceNotification(HDEVNOTIFY handle) {
  const auto removed = registrations().remove(reinterpret_cast<std::uintptr_t>(handle));
  return removed ? TRUE : base::fail(ERROR_INVALID_HANDLE);
}
