// Paper size, source and orientation: the controls that Print Setup, a printer's properties and
// Page Setup share (cmb2, cmb3, rad1, rad2).
#pragma once

#include "comdlg32/common_dialog.h"

namespace transom::comdlg {

// Lists what the printer has and selects what the settings say.
void fill_paper_controls(const CommonDialog& dialog, const std::u16string& printer,
                         const DEVMODEW& mode);
// Takes a control's new choice into the settings; false where the control is none of these.
bool on_paper_control(const CommonDialog& dialog, WORD id, WORD code, DEVMODEW& mode);

}  // namespace transom::comdlg
