// Fonts that come and go in the machine's font folders. An installation changes many files: it is
// told of once, when it has been quiet for a moment.
#include <sys/inotify.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>

#include "host/system/watcher.h"

namespace transom::host {
namespace {

namespace fs = std::filesystem;
using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kQuiet{200};
constexpr std::uint32_t kChanges =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;

class FontSource final : public Source {
 public:
  FontSource(SystemEvents& events, const std::vector<std::string>& folders)
      : events_(events), notifier_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    for (const std::string& folder : folders) watch(folder);
  }

  bool watches_any() const { return !folders_.empty(); }
  int descriptor() const override { return notifier_.get(); }

  int patience() override { return due_ ? milliseconds_until(*due_) : -1; }

  bool look() override {
    drain();
    if (due_ && SteadyClock::now() >= *due_) {
      due_.reset();
      events_.fonts_changed();
    }
    return true;
  }

 private:
  void watch(const fs::path& folder) {
    const int number = inotify_add_watch(notifier_.get(), folder.c_str(), kChanges);
    if (number >= 0) folders_[number] = folder;
  }

  void drain() {
    alignas(inotify_event) char buffer[4096];
    ssize_t size;
    while ((size = read(notifier_.get(), buffer, sizeof buffer)) > 0) {
      for (ssize_t at = 0; at < size;) {
        const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
        at += static_cast<ssize_t>(sizeof *event + event->len);
        note(*event);
      }
    }
  }

  void note(const inotify_event& event) {
    const auto folder = folders_.find(event.wd);
    if (folder == folders_.end()) return;
    const bool folder_came = (event.mask & IN_ISDIR) != 0 && event.len > 0 &&
                             (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0;
    if (folder_came) watch(folder->second / event.name);
    if ((event.mask & IN_IGNORED) != 0) folders_.erase(folder);
    due_ = SteadyClock::now() + kQuiet;
  }

  SystemEvents& events_;
  Descriptor notifier_;
  std::map<int, fs::path> folders_;
  std::optional<SteadyClock::time_point> due_;
};

}  // namespace

std::unique_ptr<Source> make_font_source(SystemEvents& events,
                                         const std::vector<std::string>& folders) {
  auto source = std::make_unique<FontSource>(events, folders);
  return source->watches_any() ? std::move(source) : nullptr;
}

}  // namespace transom::host
