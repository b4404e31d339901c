#include "winspool/job.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>

#include "base/last_error.h"
#include "base/text.h"
#include "base/windows_path.h"
#include "kernel32/file/host_error.h"
#include "winspool/cups_queues.h"
#include "winspool/device_mode.h"
#include "winspool/output_file.h"

namespace transom::winspool {
namespace {

// Never destroyed: threads may outlive static destruction.
struct Queue {
  std::mutex mutex;
  std::map<DWORD, std::weak_ptr<Job>> jobs;  // by id; guarded by mutex
  DWORD last_id = 0;                         // guarded by mutex
};

Queue& queue() {
  static Queue& instance = *new Queue;
  return instance;
}

std::atomic<void (*)(DWORD)> queue_listener{nullptr};

std::vector<std::shared_ptr<Job>> all_jobs() {
  Queue& q = queue();
  const std::lock_guard lock(q.mutex);
  std::vector<std::shared_ptr<Job>> all;
  for (const auto& [id, weak] : q.jobs) {
    if (auto job = weak.lock()) all.push_back(std::move(job));
  }
  return all;
}

void tell_listener(std::size_t jobs) {
  if (const auto listener = queue_listener.load()) listener(static_cast<DWORD>(jobs));
}

std::u16string user_name() {
  WCHAR name[256];
  DWORD size = 256;
  return GetUserNameW(name, &size) ? base::as_char16(name) : u"";
}

// An empty file of our own in a folder where everybody may write.
std::string temporary_file() {
  std::error_code ignored;
  const auto folder = std::filesystem::temp_directory_path(ignored);
  std::string path = (ignored ? "/tmp" : folder.string()) + "/transom-print-XXXXXX";
  const int descriptor = mkstemp(path.data());
  if (descriptor < 0) return {};
  close(descriptor);
  return path;
}

// The name is taken at once, so that no other job gets it.
bool make_file(const std::string& path) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return false;
  close(descriptor);
  return true;
}

}  // namespace

Job::Job(const JobRequest& request) : request_(request), user_(user_name()) {
  GetSystemTime(&submitted_);
}

std::shared_ptr<Job> Job::begin(const JobRequest& request) {
  std::shared_ptr<Job> job(new Job(request));
  if (job->is_for_file()) {
    const char* extension = request.format == JobFormat::kPdf ? ".pdf" : ".prn";
    job->target_ = request.output.empty() ? new_output_file(request.document, extension)
                                          : base::host_path_of(request.output);
    if (!make_file(job->target_)) {
      return base::fail<std::shared_ptr<Job>>(kernel::path_error(job->target_));
    }
    job->spool_file_ = job->target_ + ".part";
  } else {
    job->spool_file_ = temporary_file();
    if (job->spool_file_.empty()) return base::fail<std::shared_ptr<Job>>(ERROR_WRITE_FAULT);
  }
  Queue& q = queue();
  std::size_t count;
  {
    const std::lock_guard lock(q.mutex);
    job->id_ = ++q.last_id;
    job->queued_ = true;
    q.jobs.emplace(job->id_, job);
    count = q.jobs.size();
  }
  tell_listener(count);
  return job;
}

Job::~Job() {
  cancel();
}

void Job::leave_queue() {
  Queue& q = queue();
  std::size_t count;
  {
    const std::lock_guard lock(q.mutex);
    if (!std::exchange(queued_, false)) return;
    q.jobs.erase(id_);
    count = q.jobs.size();
  }
  tell_listener(count);
}

bool Job::finish(const DEVMODEW& mode) {
  if (!queued_) return false;
  bool done = false;
  if (!target_.empty()) {
    done = rename(spool_file_.c_str(), target_.c_str()) == 0;
  } else {
    done = submit_to_cups({.queue = request_.printer.queue,
                           .title = base::utf16_to_utf8(request_.document),
                           .file = spool_file_,
                           .is_raw = request_.format == JobFormat::kRaw,
                           .copies = mode.dmCopies,
                           .two_sided = mode.dmDuplex > DMDUP_SIMPLEX,
                           .short_edge = mode.dmDuplex == DMDUP_HORIZONTAL,
                           .in_color = mode.dmColor == DMCOLOR_COLOR,
                           .media = media_of(mode)});
    unlink(spool_file_.c_str());
  }
  leave_queue();
  return done;
}

void Job::cancel() {
  if (!queued_) return;
  mark_cancelled();
  unlink(spool_file_.c_str());
  // The name that was taken; a file of the program's choice may have been there before.
  if (!target_.empty() && request_.output.empty()) unlink(target_.c_str());
  leave_queue();
}

std::vector<std::shared_ptr<Job>> jobs_of(std::u16string_view printer) {
  std::vector<std::shared_ptr<Job>> jobs = all_jobs();
  std::erase_if(jobs, [&](const std::shared_ptr<Job>& job) {
    return !base::equals_ignoring_case(job->request().printer.name, printer);
  });
  return jobs;
}

std::shared_ptr<Job> find_job(DWORD id) {
  for (auto& job : all_jobs()) {
    if (job->id() == id) return job;
  }
  return nullptr;
}

void set_queue_listener(void (*listener)(DWORD jobs)) {
  queue_listener = listener;
}

}  // namespace transom::winspool
