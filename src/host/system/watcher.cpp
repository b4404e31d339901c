#include "host/system/watcher.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace transom::host {

Watcher::Watcher(Make make)
    : make_(std::move(make)),
      stop_event_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      thread_([this] { run(); }) {}

Watcher::~Watcher() {
  stopping_ = true;
  const std::uint64_t one = 1;
  if (write(stop_event_, &one, sizeof one) < 0) std::abort();
  thread_.join();
  close(stop_event_);
}

void Watcher::run() {
  // Signals are for the program's own threads.
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
  pthread_setname_np(pthread_self(), "transom-system");
  sources_ = make_();
  std::erase(sources_, nullptr);
  ready_ = true;
  ready_.notify_all();
  while (!stopping_ && !sources_.empty()) wait();
  sources_.clear();
}

void Watcher::wait() {
  std::vector<pollfd> polled{{stop_event_, POLLIN, 0}};
  int timeout = -1;
  for (const auto& source : sources_) {
    polled.push_back({source->descriptor(), source->wanted(), 0});
    const int patience = source->patience();
    if (patience >= 0) timeout = timeout < 0 ? patience : std::min(timeout, patience);
  }
  if (poll(polled.data(), polled.size(), timeout) < 0) return;
  std::vector<bool> over;
  for (std::size_t i = 0; i < sources_.size() && !stopping_; ++i) {
    const bool due = polled[i + 1].revents != 0 || sources_[i]->patience() == 0;
    over.push_back(due && !sources_[i]->look());
  }
  for (std::size_t i = over.size(); i-- > 0;) {
    if (over[i]) sources_.erase(sources_.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void Descriptor::reset(int descriptor) {
  if (descriptor_ >= 0) close(descriptor_);
  descriptor_ = descriptor;
}

}  // namespace transom::host
