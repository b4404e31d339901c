// GLib: idle sources on a main context.
#include <benchmark/benchmark.h>
#include <glib.h>

namespace {

void post(benchmark::State& state) {
  GMainContext* context = g_main_context_new();
  static volatile int count = 0;
  for (auto _ : state) {
    g_main_context_invoke_full(
        context, G_PRIORITY_DEFAULT,
        [](gpointer) -> gboolean {
          count = count + 1;
          return G_SOURCE_REMOVE;
        },
        nullptr, nullptr);
    while (g_main_context_iteration(context, FALSE)) {
    }
  }
  g_main_context_unref(context);
}
BENCHMARK(post)->Name("post_get_dispatch/glib")->UseRealTime();

}  // namespace
