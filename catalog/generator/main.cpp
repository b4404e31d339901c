// Reads the catalogue's data and writes the table, or the check of it:
//   catalog_generator (table|check) OUTPUT FILE...
#include <fstream>
#include <iostream>
#include <iterator>

#include "reader.h"
#include "writer.h"

namespace {

using namespace transom::catalog::generator;

std::string contents(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

void generate(const std::string& what, const std::string& output, int count, char** paths) {
  CatalogData data;
  for (int i = 0; i < count; ++i) read(data, contents(paths[i]), paths[i]);
  check(data);
  std::ofstream file(output);
  file << (what == "check" ? write_check(data) : write_table(data));
  if (!file.flush()) throw std::runtime_error(output + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: catalog_generator (table|check) OUTPUT FILE...\n";
    return 2;
  }
  try {
    generate(argv[1], argv[2], argc - 3, argv + 3);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
