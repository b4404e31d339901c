// `transom catalog`: lists the messages, explains one, reports which have been seen to work.
#include "catalog/catalog.h"

#include <charconv>
#include <iostream>
#include <memory>

#include "catalog_print.h"
#include "command.h"
#include "coverage.h"

namespace transom::tool {
namespace {

struct CatalogOptions {
  std::string subject;
  std::string family;
  std::string results;
  bool coverage = false;
};

bool parse_number(std::string_view text, std::uint32_t& number) {
  const bool hex = text.starts_with("0x") || text.starts_with("0X");
  if (hex) text.remove_prefix(2);
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number, hex ? 16 : 10);
  return result.ec == std::errc{} && result.ptr == end;
}

std::string upper(std::string text) {
  for (char& character : text) character = static_cast<char>(std::toupper(character));
  return text;
}

int explain_number(std::uint32_t number) {
  bool found = false;
  for (const catalog::Message& message : catalog::messages()) {
    if (message.number != number || message.notification) continue;
    if (found) std::cout << '\n';
    explain(std::cout, message);
    found = true;
  }
  if (!found) explain_range(std::cout, number);
  return 0;
}

int explain_subject(const std::string& subject) {
  std::uint32_t number = 0;
  if (parse_number(subject, number)) return explain_number(number);
  const catalog::Message* message = catalog::find(upper(subject));
  if (message == nullptr) {
    throw unknown_message(subject);
  }
  explain(std::cout, *message);
  return 0;
}

int run_catalog(const CatalogOptions& options) {
  if (options.coverage) return report_coverage(std::cout, options.results, options.family);
  if (!options.subject.empty()) return explain_subject(options.subject);
  if (!list(std::cout, options.family)) {
    throw unknown_family(options.family);
  }
  return 0;
}

Action describe_catalog(CLI::App& app) {
  auto options = std::make_shared<CatalogOptions>();
  app.add_option("message", options->subject, "A name or a number: WM_NCHITTEST, 0x84, 132");
  app.add_option("--family", options->family, "Only the messages of this family");
  app.add_flag("--coverage", options->coverage,
               "Which messages a test run saw the system make, and checked");
  app.add_option("--results", options->results,
                 "Where the test run left what it saw (default: coverage/ beside the build's bin/)")
      ->type_name("FOLDER");
  return [options] { return run_catalog(*options); };
}

const Registration registration(
    {"catalog", "Explain messages and their parameters", describe_catalog, {}});

}  // namespace
}  // namespace transom::tool
