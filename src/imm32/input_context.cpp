#include "imm32/input_context.h"

#include <atomic>

#include "base/handle_table.h"
#include "base/last_error.h"
#include "imm32/composition.h"
#include "user32/lock.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"
#include "user32/window/window_extras.h"

namespace transom::imm {
namespace {

using user::UserLock;

// A handle's object holds a reference to itself until the handle goes.
struct Entry {
  ContextRef context;
};

base::HandleTable<Entry, base::HandleKind::kInputContext>& table() {
  static auto* contexts = new base::HandleTable<Entry, base::HandleKind::kInputContext>;
  return *contexts;
}

ContextRef insert(user::ThreadState& thread) {
  auto entry = std::make_unique<Entry>(Entry{std::make_shared<InputContext>()});
  ContextRef context = entry->context;
  const std::uint32_t number = table().insert(entry.get());
  if (number == 0) return {};
  (void)entry.release();
  context->handle = reinterpret_cast<HIMC>(static_cast<std::uintptr_t>(number));
  context->thread = &thread;
  UserLock lock;
  thread_data(thread).contexts.push_back(context);
  return context;
}

// Under the lock.
ContextRef default_context(user::ThreadState& thread) {
  ThreadData& data = thread_data(thread);
  if (!data.default_context) {
    data.default_context = insert(thread);
    if (data.default_context) data.default_context->is_default = true;
  }
  return data.default_context;
}

void forget_handle(InputContext& context) {
  UserLock lock;
  context.destroyed = true;
  const auto number = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(context.handle));
  const std::unique_ptr<Entry> entry(table().remove(number));
}

}  // namespace

ThreadData& thread_data(user::ThreadState& thread) {
  UserLock lock;
  // Contexts end with their thread's data.
  static constexpr auto kEnd = [](ThreadData* data) {
    for (const ContextRef& context : data->contexts) forget_handle(*context);
    delete data;
  };
  if (!thread.input_methods)
    thread.input_methods = std::shared_ptr<ThreadData>(new ThreadData, kEnd);
  return *thread.input_methods;
}

ThreadData& current_data() {
  return thread_data(user::current_thread());
}

ContextRef make_context() {
  return insert(user::current_thread());
}

ContextRef find_context(HIMC handle) {
  UserLock lock;
  const Entry* entry = table().find(handle);
  return entry != nullptr ? entry->context : ContextRef{};
}

ContextRef own_context(HIMC handle) {
  ContextRef context = find_context(handle);
  if (!context) {
    base::set_last_error(ERROR_INVALID_HANDLE);
  } else if (context->thread != user::current_thread_if_any()) {
    base::set_last_error(ERROR_INVALID_ACCESS);
    return {};
  }
  return context;
}

void destroy_context(const ContextRef& context) {
  context->composer.reset();
  forget_handle(*context);
  ThreadData& data = current_data();
  if (data.active == context) data.active.reset();
  UserLock lock;
  std::erase(data.contexts, context);
}

ContextRef context_of(HWND handle) {
  const user::WindowRef window = user::find_window(handle);
  if (!window || window->thread == nullptr) return {};
  UserLock lock;
  if (thread_data(*window->thread).disabled) return {};
  const auto associated = window->extras ? window->extras->input_context : std::nullopt;
  if (!associated) return default_context(*window->thread);
  return *associated != nullptr ? find_context(*associated) : ContextRef{};
}

HIMC associate(user::Window& window, std::optional<HIMC> wanted) {
  const ContextRef before = context_of(window.handle);
  {
    UserLock lock;
    user::extras_of(window).input_context = wanted;
  }
  return before ? before->handle : nullptr;
}

LOGFONTW font_of(const InputContext& context) {
  if (context.font) return *context.font;
  LOGFONTW usual{};
  GetObjectW(GetStockObject(DEFAULT_GUI_FONT), sizeof usual, &usual);
  return usual;
}

Composer* composer_of(InputContext& context) {
  const InputMethod* method = current_input_method();
  if (context.method != method) {
    context.composer.reset();
    context.method = method;
  }
  if (method != nullptr && !context.composer) context.composer = method->make_composer();
  return context.composer.get();
}

}  // namespace transom::imm
