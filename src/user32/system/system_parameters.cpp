#include "user32/system/system_parameters.h"

namespace transom::user {

SystemParameters& system_parameters() {
  static SystemParameters parameters;
  return parameters;
}

}  // namespace transom::user
