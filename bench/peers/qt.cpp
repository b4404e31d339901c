// Qt 5: events posted and sent to an object, and a hidden child widget made and destroyed.
#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QEvent>
#include <QThread>
#include <QWidget>

#include "cores.h"
#include "qt_application.h"

namespace {

constexpr auto kEvent = static_cast<QEvent::Type>(QEvent::User + 1);

class Receiver : public QObject {
 public:
  int received = 0;
  bool event(QEvent* event) override {
    if (event->type() != kEvent) return QObject::event(event);
    ++received;
    return true;
  }
};

void post(benchmark::State& state) {
  qt_application();
  Receiver receiver;
  for (auto _ : state) {
    QCoreApplication::postEvent(&receiver, new QEvent(kEvent));
    QCoreApplication::sendPostedEvents(&receiver);
  }
}
BENCHMARK(post)->Name("post_get_dispatch/qt")->UseRealTime();

// postEvent wakes the dispatcher each time, which is most of its cost where system calls are slow.
void post_burst(benchmark::State& state) {
  qt_application();
  Receiver receiver;
  while (state.KeepRunningBatch(100)) {
    for (int i = 0; i < 100; ++i) QCoreApplication::postEvent(&receiver, new QEvent(kEvent));
    QCoreApplication::processEvents();
  }
}
BENCHMARK(post_burst)->Name("post_get_dispatch_burst/qt")->UseRealTime();

void send(benchmark::State& state) {
  qt_application();
  Receiver receiver;
  QEvent event(kEvent);
  for (auto _ : state) QCoreApplication::sendEvent(&receiver, &event);
}
BENCHMARK(send)->Name("send_same_thread/qt")->UseRealTime();

void produce(benchmark::State& state) {
  qt_application();
  const OnCore core(0);
  constexpr int kBatch = 10'000;
  while (state.KeepRunningBatch(kBatch)) {
    Receiver receiver;
    QThread* producer = QThread::create([&] {
      const OnCore other_core(1);
      for (int i = 0; i < kBatch; ++i) QCoreApplication::postEvent(&receiver, new QEvent(kEvent));
    });
    producer->start();
    while (receiver.received < kBatch)
      QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    producer->wait();
    delete producer;
  }
}
BENCHMARK(produce)->Name("produce_across/qt")->UseRealTime();

void child_widget(benchmark::State& state) {
  qt_application();
  QWidget parent;
  parent.winId();
  for (auto _ : state) {
    QWidget child(&parent);
    child.setGeometry(10, 10, 50, 20);
    benchmark::DoNotOptimize(&child);
  }
}
BENCHMARK(child_widget)->Name("create_destroy_child/qt")->UseRealTime();

}  // namespace
