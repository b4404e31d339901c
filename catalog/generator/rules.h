// What follows from the kinds of a message's parameters: conversion of text, copying to a process.
#pragma once

#include "catalog_data.h"

namespace transom::catalog::generator {

TextRule text_rule_of(const MessageData& message);
CopyRule copy_rule_of(const CatalogData& data, const MessageData& message);

}  // namespace transom::catalog::generator
