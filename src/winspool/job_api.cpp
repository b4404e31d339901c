// The print queue's jobs, and documents that a program writes itself.
// https://learn.microsoft.com/windows/win32/printdocs/printing-and-print-spooler-functions
#include <fcntl.h>
#include <unistd.h>

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/file/host_error.h"
#include "winspool/info_packer.h"
#include "winspool/job.h"
#include "winspool/open_printer.h"

using namespace transom;
using namespace transom::winspool;

namespace {

using Jobs = std::vector<std::shared_ptr<Job>>;

const char16_t* format_name(const Job& job) {
  return job.request().format == JobFormat::kPdf ? u"PDF" : u"RAW";
}

// What both levels have.
template <class Char, class Info>
void describe(InfoPacker<Char>& packer, Info& info, const Job& job, DWORD position) {
  info.JobId = job.id();
  info.pPrinterName = packer.text(job.request().printer.name);
  info.pMachineName = packer.text(u"");
  info.pUserName = packer.text(job.user());
  info.pDocument = packer.text(job.request().document);
  info.pDatatype = packer.text(format_name(job));
  info.Status = job.is_cancelled() ? JOB_STATUS_DELETING : JOB_STATUS_SPOOLING;
  info.Priority = MIN_PRIORITY;
  info.Position = position;
  info.TotalPages = job.pages();
  info.Submitted = job.submitted();
}

template <class Char, class Info>
BOOL give_level(const Jobs& jobs, DWORD first, const InfoBuffer& buffer) {
  const auto fill = [&](InfoPacker<Char>& packer) {
    DWORD position = first;
    for (const auto& job : jobs) {
      describe(packer, packer.template next<Info>(), *job, ++position);
    }
  };
  return give_infos<Char>(fill, jobs.size(), sizeof(Info), buffer);
}

template <class Char, class One, class Two>
BOOL give_jobs(const Jobs& jobs, DWORD first, DWORD level, const InfoBuffer& buffer) {
  if (level == 1) return give_level<Char, One>(jobs, first, buffer);
  if (level == 2) return give_level<Char, Two>(jobs, first, buffer);
  return base::fail(ERROR_INVALID_LEVEL);
}

template <class Char, class One, class Two>
BOOL list_jobs(HANDLE handle, DWORD first, DWORD count, DWORD level, const InfoBuffer& buffer) {
  const auto state = require_printer(handle);
  if (!state) return FALSE;
  if (buffer.returned == nullptr) return base::fail(RPC_X_NULL_REF_POINTER);
  Jobs jobs = jobs_of(state->printer.name);
  jobs.erase(jobs.begin(), jobs.begin() + std::min<std::ptrdiff_t>(first, std::ssize(jobs)));
  if (jobs.size() > count) jobs.resize(count);
  return give_jobs<Char, One, Two>(jobs, first, level, buffer);
}

template <class Char, class One, class Two>
BOOL ask_job(HANDLE handle, DWORD id, DWORD level, const InfoBuffer& buffer) {
  const auto state = require_printer(handle);
  if (!state) return FALSE;
  const auto job = find_job(id);
  if (!job) return base::fail(ERROR_INVALID_PARAMETER);
  return give_jobs<Char, One, Two>({job}, 0, level, buffer);
}

// Jobs can be cancelled; what would change their order or settings is refused.
BOOL control_job(HANDLE handle, DWORD id, DWORD command) {
  if (!require_printer(handle)) return FALSE;
  const auto job = find_job(id);
  if (!job) return base::fail(ERROR_INVALID_PARAMETER);
  if (command != JOB_CONTROL_CANCEL && command != JOB_CONTROL_DELETE) {
    return base::fail(ERROR_NOT_SUPPORTED);
  }
  job->mark_cancelled();
  return TRUE;
}

bool is_raw(std::u16string_view type) {
  return type.empty() || base::equals_ignoring_case(type, u"RAW") ||
         base::equals_ignoring_case(type, u"TEXT");
}

DWORD start(HANDLE handle, DWORD level, std::u16string document, std::u16string output,
            std::u16string_view type) {
  const auto state = require_printer(handle);
  if (!state) return 0;
  if (level != 1) return base::fail<DWORD>(ERROR_INVALID_LEVEL);
  if (!is_raw(type)) return base::fail<DWORD>(ERROR_INVALID_DATATYPE);
  if (state->job) return base::fail<DWORD>(ERROR_INVALID_PRINTER_STATE);
  auto job = Job::begin({state->printer, std::move(document), std::move(output), JobFormat::kRaw});
  if (!job) return 0;
  state->descriptor =
      open(job->spool_file().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (state->descriptor < 0) return base::fail<DWORD>(kernel::error_of(errno));
  state->job = std::move(job);
  return state->job->id();
}

// A handle with a document open; else null, ERROR_SPL_NO_STARTDOC.
std::shared_ptr<PrinterHandle> require_document(HANDLE handle) {
  auto state = require_printer(handle);
  if (state && !state->job) {
    return base::fail<std::shared_ptr<PrinterHandle>>(ERROR_SPL_NO_STARTDOC);
  }
  return state;
}

std::shared_ptr<Job> take_document(PrinterHandle& state) {
  close(std::exchange(state.descriptor, -1));
  return std::exchange(state.job, nullptr);
}

// How many were written.
DWORD write_all(int descriptor, const void* bytes, DWORD size) {
  DWORD done = 0;
  while (done < size) {
    const ssize_t wrote = write(descriptor, static_cast<const char*>(bytes) + done, size - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) break;
    done += static_cast<DWORD>(wrote);
  }
  return done;
}

}  // namespace

// Levels 1 and 2.
// https://learn.microsoft.com/windows/win32/printdocs/enumjobs
BOOL WINAPI EnumJobsW(HANDLE handle, DWORD first, DWORD count, DWORD level, LPBYTE buffer,
                      DWORD size, LPDWORD needed, LPDWORD returned) {
  return list_jobs<WCHAR, JOB_INFO_1W, JOB_INFO_2W>(handle, first, count, level,
                                                    {buffer, size, needed, returned});
}

// https://learn.microsoft.com/windows/win32/printdocs/enumjobs
BOOL WINAPI EnumJobsA(HANDLE handle, DWORD first, DWORD count, DWORD level, LPBYTE buffer,
                      DWORD size, LPDWORD needed, LPDWORD returned) {
  return list_jobs<char, JOB_INFO_1A, JOB_INFO_2A>(handle, first, count, level,
                                                   {buffer, size, needed, returned});
}

// https://learn.microsoft.com/windows/win32/printdocs/getjob
BOOL WINAPI GetJobW(HANDLE handle, DWORD id, DWORD level, LPBYTE buffer, DWORD size,
                    LPDWORD needed) {
  return ask_job<WCHAR, JOB_INFO_1W, JOB_INFO_2W>(handle, id, level,
                                                  {buffer, size, needed, nullptr});
}

// https://learn.microsoft.com/windows/win32/printdocs/getjob
BOOL WINAPI GetJobA(HANDLE handle, DWORD id, DWORD level, LPBYTE buffer, DWORD size,
                    LPDWORD needed) {
  return ask_job<char, JOB_INFO_1A, JOB_INFO_2A>(handle, id, level,
                                                 {buffer, size, needed, nullptr});
}

// JOB_CONTROL_CANCEL and JOB_CONTROL_DELETE; else ERROR_NOT_SUPPORTED.
// https://learn.microsoft.com/windows/win32/printdocs/setjob
BOOL WINAPI SetJobW(HANDLE handle, DWORD id, DWORD, LPBYTE, DWORD command) {
  return control_job(handle, id, command);
}

// https://learn.microsoft.com/windows/win32/printdocs/setjob
BOOL WINAPI SetJobA(HANDLE handle, DWORD id, DWORD, LPBYTE, DWORD command) {
  return control_job(handle, id, command);
}

// The job's number; 0, ERROR_INVALID_DATATYPE, for what is not RAW or TEXT.
// https://learn.microsoft.com/windows/win32/printdocs/startdocprinter
DWORD WINAPI StartDocPrinterW(HANDLE handle, DWORD level, LPBYTE information) {
  if (information == nullptr) return base::fail<DWORD>(ERROR_INVALID_PARAMETER);
  const auto& info = *reinterpret_cast<const DOC_INFO_1W*>(information);
  const auto text = [](const WCHAR* t) {
    return std::u16string(t != nullptr ? base::as_char16(t) : u"");
  };
  return start(handle, level, text(info.pDocName), text(info.pOutputFile), text(info.pDatatype));
}

// https://learn.microsoft.com/windows/win32/printdocs/startdocprinter
DWORD WINAPI StartDocPrinterA(HANDLE handle, DWORD level, LPBYTE information) {
  if (information == nullptr) return base::fail<DWORD>(ERROR_INVALID_PARAMETER);
  const auto& info = *reinterpret_cast<const DOC_INFO_1A*>(information);
  return start(handle, level, base::to_utf16(info.pDocName), base::to_utf16(info.pOutputFile),
               base::to_utf16(info.pDatatype));
}

// https://learn.microsoft.com/windows/win32/printdocs/startpageprinter
BOOL WINAPI StartPagePrinter(HANDLE handle) {
  const auto state = require_document(handle);
  if (!state) return FALSE;
  if (state->job->is_cancelled()) return base::fail(ERROR_PRINT_CANCELLED);
  state->job->count_page();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/printdocs/writeprinter
BOOL WINAPI WritePrinter(HANDLE handle, LPVOID bytes, DWORD size, LPDWORD written) {
  const auto state = require_document(handle);
  if (!state) return FALSE;
  if (written == nullptr || (bytes == nullptr && size > 0)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  *written = 0;
  if (state->job->is_cancelled()) return base::fail(ERROR_PRINT_CANCELLED);
  *written = write_all(state->descriptor, bytes, size);
  return *written == size ? TRUE : base::fail(kernel::error_of(errno));
}

// https://learn.microsoft.com/windows/win32/printdocs/endpageprinter
BOOL WINAPI EndPagePrinter(HANDLE handle) {
  return require_document(handle) != nullptr;
}

// https://learn.microsoft.com/windows/win32/printdocs/enddocprinter
BOOL WINAPI EndDocPrinter(HANDLE handle) {
  const auto state = require_document(handle);
  if (!state) return FALSE;
  const auto job = take_document(*state);
  if (job->is_cancelled()) return base::fail(ERROR_PRINT_CANCELLED);
  return job->finish(state->mode) ? TRUE : base::fail(ERROR_WRITE_FAULT);
}

// https://learn.microsoft.com/windows/win32/printdocs/abortprinter
BOOL WINAPI AbortPrinter(HANDLE handle) {
  const auto state = require_document(handle);
  if (!state) return FALSE;
  take_document(*state)->cancel();
  return TRUE;
}
