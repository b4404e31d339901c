// Devices that come and go: udev's messages at the kernel's socket, or the kernel's own where there
// is no udev. Both are read here, since they are all that is needed of libudev.
#include <arpa/inet.h>
#include <linux/netlink.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>
#include <string_view>

#include "host/system/watcher.h"

namespace transom::host {
namespace {

constexpr unsigned kKernelGroup = 1;
constexpr unsigned kUdevGroup = 2;
constexpr std::size_t kLongest = 16'384;
constexpr std::size_t kMostProperties = 256;

// How a message of udev's begins.
struct UdevHeader {
  char prefix[8];  // "libudev"
  std::uint32_t magic;
  std::uint32_t header_size;
  std::uint32_t properties_offset;
  std::uint32_t properties_size;
};
constexpr std::uint32_t kUdevMagic = 0xFEED'CAFE;

// "KEY=value", each with its terminator.
DeviceProperties parse_properties(std::string_view text) {
  DeviceProperties properties;
  while (!text.empty() && properties.size() < kMostProperties) {
    const std::string_view line = text.substr(0, text.find('\0'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t equals = line.find('=');
    if (equals == 0 || equals == std::string_view::npos) continue;
    properties.emplace(line.substr(0, equals), line.substr(equals + 1));
  }
  const bool complete = properties.contains("ACTION") && properties.contains("DEVPATH");
  return complete ? properties : DeviceProperties{};
}

class DeviceSource final : public Source {
 public:
  DeviceSource(SystemEvents& events, int socket, unsigned sender)
      : events_(events), socket_(socket), sender_(sender) {
    const int on = 1;
    setsockopt(socket, SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
  }

  int descriptor() const override { return socket_.get(); }

  bool look() override {
    char buffer[kLongest];
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(ucred))];
    iovec part{buffer, sizeof buffer};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    const ssize_t size = recvmsg(socket_.get(), &message, MSG_DONTWAIT);
    if (size == 0) return false;
    if (size < 0) return errno == EAGAIN || errno == EINTR || errno == ENOBUFS;
    const bool whole = (message.msg_flags & MSG_TRUNC) == 0;
    if (!whole || !is_from_sender(message)) return true;
    const auto device = parse_device_event(buffer, static_cast<std::size_t>(size));
    if (!device.empty()) events_.device_changed(device);
    return true;
  }

 private:
  // Any program may send to the socket; the kernel says who did.
  bool is_from_sender(msghdr& message) const {
    const cmsghdr* header = CMSG_FIRSTHDR(&message);
    if (header == nullptr || header->cmsg_type != SCM_CREDENTIALS) return false;
    ucred who;
    std::memcpy(&who, CMSG_DATA(header), sizeof who);
    return who.uid == sender_;
  }

  SystemEvents& events_;
  Descriptor socket_;
  unsigned sender_;
};

}  // namespace

DeviceProperties parse_device_event(const char* bytes, std::size_t size) {
  UdevHeader header;
  if (size >= sizeof header && std::memcmp(bytes, "libudev", 8) == 0) {
    std::memcpy(&header, bytes, sizeof header);
    const bool good = ntohl(header.magic) == kUdevMagic && header.properties_offset <= size &&
                      header.properties_size <= size - header.properties_offset;
    if (!good) return {};
    return parse_properties({bytes + header.properties_offset, header.properties_size});
  }
  // The kernel's: "add@/devices/…" and then the properties.
  const std::string_view text(bytes, size);
  const std::size_t first = text.find('\0');
  if (first == std::string_view::npos || text.substr(0, first).find('@') == std::string_view::npos)
    return {};
  return parse_properties(text.substr(first + 1));
}

std::unique_ptr<Source> make_device_source(SystemEvents& events, int socket, unsigned sender) {
  return std::make_unique<DeviceSource>(events, socket, sender);
}

std::unique_ptr<Source> make_device_source(SystemEvents& events) {
  const int handle =
      socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_KOBJECT_UEVENT);
  if (handle < 0) return nullptr;
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  address.nl_groups = access("/run/udev/control", F_OK) == 0 ? kUdevGroup : kKernelGroup;
  auto source = make_device_source(events, handle, 0);
  if (bind(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    return nullptr;
  }
  return source;
}

}  // namespace transom::host
