// The one application object that Qt wants, without a display.
#pragma once

#include <QApplication>

inline QApplication& qt_application() {
  static int count = 1;
  static char name[] = "bench";
  static char* arguments[] = {name, nullptr};
  qputenv("QT_QPA_PLATFORM", "offscreen");
  static auto* result = new QApplication(count, arguments);
  return *result;
}
