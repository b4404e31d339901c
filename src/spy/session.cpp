#include "spy/session.h"

#include <signal.h>

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

#include "spy/ring.h"

namespace transom::spy {
namespace {

constexpr std::size_t kCapacity = 4096;  // 2 MB, only while the spy is on

// Made with the first sink and never given back: late threads may still report.
class Session {
 public:
  static Session& instance() {
    static Session* session = new Session;
    return *session;
  }

  void attach(std::shared_ptr<Sink> sink) {
    {
      const std::lock_guard lock(mutex_);
      sinks_.push_back(std::move(sink));
      if (!consumer_.joinable()) start();
    }
    enabled.store(true, std::memory_order_relaxed);
  }

  void detach(const Sink* sink) {
    flush();
    const std::lock_guard lock(mutex_);
    std::erase_if(sinks_, [sink](const auto& other) { return other.get() == sink; });
    if (sinks_.empty()) enabled.store(false, std::memory_order_relaxed);
  }

  void push(const Record& record) {
    while (!ring_.push(record)) drain();
    if (sleeping_.load(std::memory_order_seq_cst) &&
        sleeping_.exchange(false, std::memory_order_seq_cst)) {
      sleeping_.notify_one();
    }
  }

  void flush() {
    const std::lock_guard lock(mutex_);
    drain_locked();
    for (const auto& sink : sinks_) sink->flush();
  }

  void end() {
    enabled.store(false, std::memory_order_relaxed);
    stopping_.store(true, std::memory_order_seq_cst);
    sleeping_.store(false, std::memory_order_seq_cst);
    sleeping_.notify_one();
    if (consumer_.joinable()) consumer_.join();
    flush();
    const std::lock_guard lock(mutex_);
    sinks_.clear();
  }

 private:
  Session() : ring_(kCapacity) {}

  void start() {
    consumer_ = std::thread([this] { consume(); });
    std::atexit([] { instance().end(); });
  }

  void consume() {
    // Signals are the program's.
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
    while (!stopping_.load(std::memory_order_seq_cst)) {
      flush();
      sleeping_.store(true, std::memory_order_seq_cst);
      if (ring_.empty() && !stopping_.load(std::memory_order_seq_cst)) sleeping_.wait(true);
      sleeping_.store(false, std::memory_order_seq_cst);
    }
  }

  void drain() {
    const std::lock_guard lock(mutex_);
    drain_locked();
  }

  void drain_locked() {
    Record record;
    while (ring_.pop(record)) {
      for (const auto& sink : sinks_) sink->write(record);
    }
  }

  Ring ring_;
  std::mutex mutex_;
  std::vector<std::shared_ptr<Sink>> sinks_;  // guarded by mutex_, as is popping
  std::thread consumer_;
  std::atomic<bool> sleeping_{false};
  std::atomic<bool> stopping_{false};
};

}  // namespace

void attach(std::shared_ptr<Sink> sink) {
  Session::instance().attach(std::move(sink));
}

void detach(const Sink* sink) {
  Session::instance().detach(sink);
}

void flush() {
  Session::instance().flush();
}

void detail::push(const Record& record) {
  Session::instance().push(record);
}

}  // namespace transom::spy
