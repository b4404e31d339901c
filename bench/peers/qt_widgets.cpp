// Qt 5: text and rectangles by its raster painter, lists and texts in its widgets.
#include <benchmark/benchmark.h>

#include <QFontMetrics>
#include <QImage>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextBlock>

#include "qt_application.h"

namespace {

const QString kText = QStringLiteral("twenty characters ok");
const QString kLine = QStringLiteral("It was a bright cold day in April, and the clocks\n");

void text_extent(benchmark::State& state) {
  qt_application();
  const QFontMetrics metrics{QFont()};
  for (auto _ : state) benchmark::DoNotOptimize(metrics.horizontalAdvance(kText));
}
BENCHMARK(text_extent)->Name("text_extent/qt")->UseRealTime();

// Without a background.
void text_out(benchmark::State& state) {
  qt_application();
  QImage image(400, 200, QImage::Format_RGB32);
  QPainter painter(&image);
  for (auto _ : state) painter.drawText(10, 22, kText);
}
BENCHMARK(text_out)->Name("text_out/qt")->UseRealTime();

void fill(benchmark::State& state, int edge) {
  qt_application();
  QImage image(400, 200, QImage::Format_RGB32);
  QPainter painter(&image);
  const QColor color(128, 128, 128);
  for (auto _ : state) painter.fillRect(10, 10, edge, edge, color);
}
BENCHMARK_CAPTURE(fill, large, 100)->Name("fill_100_by_100/qt")->UseRealTime();
BENCHMARK_CAPTURE(fill, small, 16)->Name("fill_16_by_16/qt")->UseRealTime();

void list_add(benchmark::State& state) {
  qt_application();
  constexpr int kBatch = 10'000;
  while (state.KeepRunningBatch(kBatch)) {
    QListWidget list;
    for (int i = 0; i < kBatch; ++i) list.addItem(kLine);
  }
}
BENCHMARK(list_add)->Name("list_add/qt")->UseRealTime();

void edit_load(benchmark::State& state) {
  qt_application();
  constexpr int kBatch = 10'000;
  while (state.KeepRunningBatch(kBatch)) {
    QPlainTextEdit edit;
    edit.setPlainText(kLine.repeated(kBatch));
  }
}
BENCHMARK(edit_load)->Name("edit_load/qt")->UseRealTime();

void edit_type(benchmark::State& state) {
  qt_application();
  constexpr int kLines = 1000;
  constexpr int kBatch = 10'000;
  while (state.KeepRunningBatch(kBatch)) {
    QPlainTextEdit edit;
    edit.setPlainText(kLine.repeated(kLines));
    QTextCursor cursor(edit.document()->findBlockByNumber(kLines / 2));
    for (int i = 0; i < kBatch; ++i) cursor.insertText(i % 40 == 39 ? "\n" : "a");
  }
}
BENCHMARK(edit_type)->Name("edit_type/qt")->UseRealTime();

}  // namespace
