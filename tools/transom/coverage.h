// The coverage report: which rows of the catalogue a test run has seen at work.
//
// Tests run under the spy leave two kinds of lines in the coverage folder: what the system made
// ("made NAME") and what a test checked ("checked NAME TEST"). A row is live when it has both.
#pragma once

#include <ostream>
#include <string>

namespace transom::tool {

// Prints, by families, the live rows and the ones that miss something; the last line is
// "live: N of M". `folder` empty: the coverage folder of the build that this command is of.
int report_coverage(std::ostream& out, const std::string& folder, const std::string& family);

}  // namespace transom::tool
