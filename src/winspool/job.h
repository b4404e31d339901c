// Documents on their way to a printer: the print queue of this process.
//
// Contract
//  - A job is in the queue from begin_job() until it is finished or cancelled; what is then handed
//    to the host's print service is in that one's queue.
//  - Any thread may list and cancel jobs. A job that was cancelled from elsewhere stays where it is
//    until its owner notices, and is not printed.
//  - The listener hears how many jobs there are whenever that has changed, on the thread that
//    changed it and without locks.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "base/win32.h"
#include "winspool/printer.h"

namespace transom::winspool {

enum class JobFormat { kPdf, kRaw };

struct JobRequest {
  Printer printer;
  std::u16string document;
  std::u16string output;  // a file that the program names; empty: where the printer puts it
  JobFormat format = JobFormat::kPdf;
};

class Job {
 public:
  // Null, with the last error, where the file cannot be made.
  static std::shared_ptr<Job> begin(const JobRequest& request);
  // Cancels what is not finished.
  ~Job();
  Job(const Job&) = delete;
  Job& operator=(const Job&) = delete;

  DWORD id() const { return id_; }
  const JobRequest& request() const { return request_; }
  const SYSTEMTIME& submitted() const { return submitted_; }
  const std::u16string& user() const { return user_; }
  // Where the document is written to, a Linux path.
  const std::string& spool_file() const { return spool_file_; }

  void mark_cancelled() { cancelled_ = true; }
  bool is_cancelled() const { return cancelled_; }
  void count_page() { ++pages_; }
  DWORD pages() const { return pages_; }

  // The document is complete: it becomes a file, or the host prints it. False: it could not be, and
  // is lost.
  bool finish(const DEVMODEW& mode);
  void cancel();

 private:
  explicit Job(const JobRequest& request);
  bool is_for_file() const { return request_.printer.writes_files() || !request_.output.empty(); }
  void leave_queue();

  const JobRequest request_;
  DWORD id_ = 0;
  std::u16string user_;
  SYSTEMTIME submitted_{};
  std::string target_;  // the file that it becomes; empty: the host prints it
  std::string spool_file_;
  std::atomic<bool> cancelled_{false};
  std::atomic<DWORD> pages_{0};
  bool queued_ = false;
};

// The jobs of a printer, the first to be printed first.
std::vector<std::shared_ptr<Job>> jobs_of(std::u16string_view printer);
std::shared_ptr<Job> find_job(DWORD id);

// user32's seam: told how many jobs are left.
void set_queue_listener(void (*listener)(DWORD jobs));

}  // namespace transom::winspool
