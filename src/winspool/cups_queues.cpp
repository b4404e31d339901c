#include "winspool/cups_queues.h"

#include <algorithm>

#include "winspool/cups_library.h"

namespace transom::winspool {
namespace {

std::string option(const cups_dest_t& queue, const char* name) {
  const auto get = TRANSOM_CUPS(cupsGetOption);
  const char* value = get != nullptr ? get(name, queue.num_options, queue.options) : nullptr;
  return value != nullptr ? value : "";
}

std::string full_name(const cups_dest_t& queue) {
  const std::string name = queue.name;
  return queue.instance != nullptr ? name + "/" + queue.instance : name;
}

CupsQueue queue_of(const cups_dest_t& queue) {
  return {full_name(queue), option(queue, "printer-info"), option(queue, "printer-location"),
          option(queue, "printer-make-and-model"), queue.is_default != 0};
}

// The options of a job while it is handed over.
class Options {
 public:
  ~Options() {
    if (const auto free = TRANSOM_CUPS(cupsFreeOptions)) free(count_, options_);
  }
  Options() = default;
  Options(const Options&) = delete;
  Options& operator=(const Options&) = delete;

  void add(const char* name, const std::string& value) {
    const auto function = TRANSOM_CUPS(cupsAddOption);
    if (function != nullptr) count_ = function(name, value.c_str(), count_, &options_);
  }
  int count() const { return count_; }
  cups_option_t* get() const { return options_; }

 private:
  int count_ = 0;
  cups_option_t* options_ = nullptr;
};

void describe(const CupsJob& job, Options& options) {
  if (job.is_raw) return options.add("raw", "true");
  if (job.copies > 1) options.add("copies", std::to_string(job.copies));
  if (job.two_sided) {
    options.add("sides", job.short_edge ? "two-sided-short-edge" : "two-sided-long-edge");
  }
  if (!job.in_color) options.add("print-color-mode", "monochrome");
  if (!job.media.empty()) options.add("media", job.media);
}

}  // namespace

std::vector<CupsQueue> cups_queues() {
  const auto list = TRANSOM_CUPS(cupsGetDests);
  const auto free = TRANSOM_CUPS(cupsFreeDests);
  if (list == nullptr || free == nullptr) return {};
  cups_dest_t* first = nullptr;
  const int count = list(&first);
  std::vector<CupsQueue> queues;
  queues.reserve(static_cast<std::size_t>(std::max(count, 0)));
  for (int i = 0; i < count; ++i) queues.push_back(queue_of(first[i]));
  free(count, first);
  return queues;
}

std::optional<CupsQueue> cups_queue(const std::string& name) {
  const auto find = TRANSOM_CUPS(cupsGetNamedDest);
  const auto free = TRANSOM_CUPS(cupsFreeDests);
  if (find == nullptr || free == nullptr) return std::nullopt;
  const std::size_t slash = name.find('/');
  const std::string instance = slash != std::string::npos ? name.substr(slash + 1) : "";
  const std::string queue = name.substr(0, slash);
  cups_dest_t* found = find(CUPS_HTTP_DEFAULT, queue.empty() ? nullptr : queue.c_str(),
                            instance.empty() ? nullptr : instance.c_str());
  if (found == nullptr) return std::nullopt;
  CupsQueue described = queue_of(*found);
  free(1, found);
  return described;
}

bool submit_to_cups(const CupsJob& job) {
  const auto print = TRANSOM_CUPS(cupsPrintFile);
  if (print == nullptr) return false;
  Options options;
  describe(job, options);
  return print(job.queue.c_str(), job.file.c_str(), job.title.c_str(), options.count(),
               options.get()) != 0;
}

}  // namespace transom::winspool
