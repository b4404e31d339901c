// GradientFill's shapes.
#pragma once

#include "gdi32/device_context.h"

namespace transom::gdi {

void fill_gradient_rect(DeviceContext& dc, const TRIVERTEX& first, const TRIVERTEX& second,
                        bool horizontal);
void fill_gradient_triangle(DeviceContext& dc, const TRIVERTEX& a, const TRIVERTEX& b,
                            const TRIVERTEX& c);

}  // namespace transom::gdi
