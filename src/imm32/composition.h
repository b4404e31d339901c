// From what a composer says to the messages that the window gets.
// https://learn.microsoft.com/windows/win32/intl/about-input-method-manager#composition-string
#pragma once

#include "imm32/input_context.h"

namespace transom::imm {

// Makes the update the context's state and tells its window: WM_IME_STARTCOMPOSITION,
// WM_IME_NOTIFY, WM_IME_COMPOSITION, WM_IME_ENDCOMPOSITION. Calls window procedures; the context
// may be destroyed, or composing something else, afterwards.
void apply(const ContextRef& context, Update update);

// What the key does, in the context's window. False: there is no composer to press it.
bool press(const ContextRef& context, const KeyStroke& stroke);

// Ends a composition with its result, if there is one.
void complete(const ContextRef& context);

// The text selected in the window goes into the composition (IMR_RECONVERTSTRING).
bool reconvert(const ContextRef& context);

void notify(const InputContext& context, WPARAM what, LPARAM data);
void set_open(const ContextRef& context, bool open);
void set_conversion(const ContextRef& context, DWORD conversion, DWORD sentence);

}  // namespace transom::imm
