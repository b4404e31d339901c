"""Differences that are explained: freedoms that the documentation leaves, and what Wine does
otherwise than the documentation. Each has its page, under
https://learn.microsoft.com/windows/win32/ (or the header's reference, as nf-winuser-setparent).

A rule changes both sides of a step, or says that what comes after a step cannot be compared.
"""
import re


class Rule:
    def __init__(self, name, page, why, change=None, ends=None):
        self.name, self.page, self.why = name, page, why
        self.change, self.ends = change, ends

    def apply(self, ours, theirs):
        return self.change(ours, theirs) if self.change is not None else (ours, theirs)


# What sequences do not do, since the pages leave the result open or Wine's is overruled so that all
# that follows differs, too. generate.py keeps to it.
NOT_GENERATED = [
    ("activating or creating WS_EX_NOACTIVATE windows", "winmsg/extended-window-styles",
     '"should not be activated through programmatic access": Wine activates one that is created visible'),
    ("top-level windows that are disabled from the beginning", "nf-winuser-enablewindow",
     '"does not receive input such as key presses": Wine gives the focus to one that is shown'),
    ("SetParent of a window without WS_CHILD, or to no parent", "nf-winuser-setparent",
     "the program should set and clear WS_CHILD and WS_POPUP itself; what else happens is left open"),
    ("HWND_TOPMOST for children", "nf-winuser-setwindowpos",
     "a topmost window lies above all others, which a child cannot; Wine keeps the style, Transom does not"),
    ("clicks beside all windows", "winmsg/window-features",
     "Wine has a desktop of another process, which is activated (driver/helpers.cpp leaves them out)"),
    ("SetForegroundWindow of a child", "nf-winuser-setforegroundwindow",
     "left open; Transom takes its top-level window, Wine refuses"),
]


def without_flags(line, *flags):
    for flag in flags:
        line = re.sub(rf"\|{flag}\b|\b{flag}\|", "", line).replace(f" {flag}}}", " 0}")
    return line


def position_as_told(lines):
    """WM_WINDOWPOSCHANGED without its place in the Z order."""
    kept = []
    for line in lines:
        if "WM_WINDOWPOSCHANGED position=" in line:
            line = without_flags(re.sub(r" after=\w+", "", line), "SWP_NOZORDER", "SWP_NOREDRAW")
            flags = set(re.search(r"([A-Z_|0]+)\}", line).group(1).split("|"))
            if flags <= {"SWP_NOSIZE", "SWP_NOMOVE", "SWP_NOACTIVATE", "SWP_NOSENDCHANGING",
                         "SWP_DEFERERASE", "SWP_NOCOPYBITS", "SWP_NOOWNERZORDER"} and \
                    {"SWP_NOSIZE", "SWP_NOMOVE"} <= flags:
                continue
        kept.append(line)
    return kept


def rejoined(lines):
    """A call or message and its result in one line, where nothing is left between."""
    kept = []
    for line in lines:
        result = re.fullmatch(r"([AB] +)((?:\w+ )?\w+) -> (.*)", line)
        last = kept[-1] if kept else ""
        if result and " -> " not in last and re.match(re.escape(result.group(1) + result.group(2)) + r"\b", last):
            kept[-1] = f"{last} -> {result.group(3)}"
        else:
            kept.append(line)
    return kept


def both_sides(change):
    return lambda ours, theirs: (rejoined(change(ours)), rejoined(change(theirs)))


def parent_only(lines):
    """WM_PARENTNOTIFY to the parent, not to its parents in turn."""
    kept, depth = [], None
    for line in lines:
        here = len(line) - len(line.lstrip("AB ")) if line[:2] in ("A ", "B ") else 0
        if depth is not None and here > depth and "WM_PARENTNOTIFY" in line:
            continue
        if "WM_PARENTNOTIFY" in line:
            again = re.fullmatch(r"[AB] +\w+ WM_PARENTNOTIFY -> \w+", line)
            if again:
                continue
            depth = here
            line = re.sub(r" -> \w+$", "", line)
        else:
            depth = None
        kept.append(line)
    return kept


FAIL_ON_DEAD = "ShowScrollBar|CloseWindow|ShowOwnedPopups|take_menu|give_menu|OpenIcon"


def dead_window(ours, theirs):
    """What a function says of a window that is gone, alone."""
    said = re.fullmatch(rf"[AB] ((?:{FAIL_ON_DEAD})\(.*) -> 1", theirs[-1]) if len(theirs) == 2 else None
    if said and len(ours) == 2 and ours[-1][2:] == said.group(1) + " -> 0":
        return theirs, theirs
    # Wine answers with the handle that it was given.
    asked = re.fullmatch(r"[AB] (GetAncestor\((\w+), \w+\)) -> \2", theirs[-1])
    if asked and ours == [theirs[0], theirs[-1][:2] + asked.group(1) + " -> null"]:
        return theirs, theirs
    return ours, theirs


def thread_of_the_other(lines):
    return [re.sub(r"(WM_ACTIVATEAPP activated=FALSE thread=)\w+", r"\1any", line) for line in lines]


def raising_untold(lines):
    """The active window is raised: whether it hears of it beforehand."""
    return [line for line in lines if not
            re.search(r"WM_WINDOWPOSCHANGING position=\{\w+ after=HWND_TOP SWP_NOSIZE\|SWP_NOMOVE\|SWP_NOACTIVATE\} -> 0", line)]


def in_any_order(lines):
    """Runs of WM_ACTIVATEAPP, sorted."""
    kept, run = [], []
    for line in lines + [""]:
        if re.search(r"WM_ACTIVATEAPP .* -> ", line):
            run.append(line)
            continue
        kept += sorted(run) + [line]
        run = []
    return kept[:-1]


def hiding(lines):
    """How SetWindowPos is called by ShowWindow(SW_HIDE)."""
    def plain(line):
        if "SWP_HIDEWINDOW" not in line or "WM_WINDOWPOS" not in line:
            return line
        return without_flags(re.sub(r" after=\w+", "", line), "SWP_NOACTIVATE", "SWP_NOZORDER")
    return [plain(line) for line in lines]


MOVES = re.compile(r"[AB] +(\w+) WM_NCHITTEST [^\n]*\n(?:[AB] +\w+ WM_SETCURSOR [^\n]*cause=WM_MOUSEMOVE[^\n]*\n)+"
                   r"[AB] +\1 WM_(?:NC)?MOUSEMOVE [^\n]*-> 0\n")


def unmoved_pointer(lines):
    """Without the mouse messages that a window gets when the pointer has moved, or it itself."""
    lines = MOVES.sub("", "\n".join(lines) + "\n").splitlines()
    # Wine, over a disabled one.
    return rejoined([line for line in lines if not re.search(r"WM_SETCURSOR .* hit=HTERROR cause=WM_MOUSEMOVE", line)])


def caption_found(lines):
    """DefWindowProc looks whether WM_CONTEXTMENU is about the caption."""
    return [line for number, line in enumerate(lines)
            if "WM_NCHITTEST" not in line or "WM_CONTEXTMENU" not in lines[number - 1]]


def active_again(lines):
    """WM_ACTIVATE of the window that is active, after its show state has changed."""
    return [line for line in lines if not
            re.search(r"WM_ACTIVATE state=WA_ACTIVE minimized=\w+ other=null -> 0$", line)]


def menu_in_limits(ours, theirs):
    """How large a popup window with a menu bar is when it is maximized."""
    def heights(lines):
        found = (re.search(r"WM_GETMINMAXINFO limits=\{max \d+ x (\d+)", line) for line in lines)
        return [int(one.group(1)) for one in found if one]
    height_of_menu_bar = 19
    if heights(theirs) != [height + height_of_menu_bar for height in heights(ours)]:
        return ours, theirs
    def plain(lines):
        return [re.sub(r"(WM_GETMINMAXINFO limits=)\{[^}]*\}", r"\1", line) for line in lines]
    return plain(ours), plain(theirs)


def maximized_with_menu(ours, theirs):
    """A popup window with a menu bar, maximized by these limits."""
    limits = [line for line in theirs if "WM_GETMINMAXINFO" in line and line not in ours]
    return (re.search("MAXIMIZE", theirs[0]) is not None and len(limits) > 0
            and menu_in_limits(ours, theirs) != (ours, theirs))


def capture_kept(lines):
    return [line for line in lines if not re.search(r"(\w+) WM_CAPTURECHANGED gaining=\1 -> 0$", line)]


def state_of(lines, subject):
    return next((line for line in lines if line.startswith(f"= {subject} ")), None)


def raised_by_activation(ours, theirs):
    """The window that becomes active lies on top with Transom, and stays where it is with Wine."""
    order = state_of(ours, "desktop's")
    if order is not None and state_of(theirs, "desktop's") == order:
        return False
    # A window of no size is in no order that can be seen.
    if any(re.search(r" (\w+) WM_WINDOWPOSCHANGED position=\{\1 after=\w+ SWP_NOSIZE\|SWP_NOMOVE\|(?:SWP_NOREDRAW\|)?SWP_NOACTIVATE\}", line)
           for line in ours if line not in theirs):
        return True
    names = order.split()[2:] if order is not None else []
    return any(re.match(rf"= [AB] active {names[0]}\b", line) for line in ours) if names else False


def shown_again(ours, theirs):
    """Shown although it is visible: activated with Transom, and nothing with Wine."""
    shows = re.search(r"ShowWindow\((\w+), SW_(?:SHOW|SHOWNORMAL|RESTORE|SHOWMAXIMIZED)\)"
                      r"|(\w+), WM_SYSCOMMAND, SC_(?:RESTORE|MAXIMIZE)"
                      r"|set_placement\((\w+), SW_(?:SHOW|SHOWNORMAL|RESTORE|SHOWMAXIMIZED)", theirs[0])
    if shows is None:
        return False
    name = next(one for one in shows.groups() if one)
    return any(re.match(rf"= [AB] active {name}\b", line) and line not in theirs for line in ours)


def positioned(step):
    """The window that SetWindowPos is about in this step, and behind whom it comes."""
    found = re.search(r"SetWindowPos\((\w+), (\w+),", step)
    return found.groups() if found else (None, None)


def topmost_in(lines, window):
    """Whether the window's state says that it is topmost; None where nothing is said of it."""
    state = state_of(lines, window)
    return None if state is None else "WS_EX_TOPMOST" in state


def topmost_kept(ours, theirs):
    """A topmost window that ceases to be one, but not with Wine where it becomes active or is owned."""
    window, after = positioned(theirs[0])
    if window is None or after in ("HWND_TOP", "HWND_TOPMOST"):
        return False
    return topmost_in(ours, window) is False and topmost_in(theirs, window) is not False


def owner_not_topmost(ours, theirs):
    """HWND_TOPMOST for a window that owns others: with Wine only these become topmost."""
    window, after = positioned(theirs[0])
    return after == "HWND_TOPMOST" and topmost_in(ours, window) is True and not topmost_in(theirs, window)


WHEEL = re.compile(r"[AB] +(\w+) WM_NCHITTEST [^\n]*\n[AB] +\w+ WM_SETCURSOR [^\n]*cause=WM_MOUSEWHEEL[^\n]*\n"
                   r"|[AB] +\w+ WM_MOUSEWHEEL [^\n]*\n")


def wheel_elsewhere(ours, theirs):
    """Who has the focus when the wheel turns, and when the message is taken."""
    def plain(lines):
        return rejoined(WHEEL.sub("", "\n".join(lines) + "\n").splitlines())
    return plain(ours) == plain(theirs)


BUTTONS = "HTCLOSE|HTMAXBUTTON|HTMINBUTTON|HTHELP|HTSYSMENU"


def context_menu_of_buttons(lines):
    """WM_CONTEXTMENU where the right button was released on a button of the caption."""
    kept, inside = [], False
    for line in lines:
        inside = inside and " WM_NCRBUTTONUP ->" not in line
        if not inside:
            kept.append(line)
        inside = inside or re.search(rf"WM_NCRBUTTONUP hit=({BUTTONS}) position=\([^)]*\)$", line) is not None
    return kept


def focus_of_the_unfit(ours, theirs):
    """The active window is minimized or disabled, and Wine gives it the focus all the same."""
    for name in re.findall(r"^= (\w+) at [^\n]*(?:WS_DISABLED|WS_MINIMIZE)\b", "\n".join(ours), re.M):
        if any(f" {name} WM_SETFOCUS " in line for line in theirs if line not in ours):
            return True
    unfit = re.compile(r"= [AB] active \w+ (minimized|disabled)")
    return (any(unfit.match(line) and line not in theirs and "focus null" in line for line in ours)
            or any(re.match(r"= [AB] active \w+ disabled", line) and line not in ours for line in theirs))


def minimizes(step):
    return re.search(r"SW_MINIMIZE|SW_SHOWMINNOACTIVE|SC_MINIMIZE|CloseWindow", step) is not None


def minimizing_activates(ours, theirs):
    """The window that is minimized stays active with Wine; the next one is active with Transom."""
    return (minimizes(theirs[0]) and any(re.match(r"= [AB] active \w+ focus", line) for line in ours)
            and any(re.match(r"= [AB] active \w+ minimized", line) for line in theirs))


def owned_stay_visible(ours, theirs):
    """Windows whose owner is minimized: hidden with Transom."""
    return (minimizes(theirs[0]) or "SW_SHOWMINIMIZED" in theirs[0]) and \
        any("SW_PARENTCLOSING" in line for line in ours) and \
        not any("SW_PARENTCLOSING" in line for line in theirs)


def background_successor(ours, theirs):
    """The active window of a thread in the background goes, and Wine names one of the foreground's as
    its successor, which it does not become."""
    told = re.compile(r"[AB] +\w+ WM_ACTIVATE state=WA_INACTIVE minimized=\w+ other=(w\d+) -> 0")
    names = [found.group(1) for found in map(told.fullmatch, theirs) if found]
    return any(not any(f" {name} WM_ACTIVATE state=WA_ACTIVE" in line for line in theirs) for name in names) \
        and any(re.match(r"= [AB] active null focus null", line) for line in ours)


def focus_to_another_thread(ours, theirs):
    """SetFocus and SetActiveWindow for another thread's window fail; Wine deactivates the thread's own
    beforehand."""
    failed = [match.group(1) for match in (re.fullmatch(r"[AB] +Set(?:Focus|ActiveWindow)\((\w+)\) -> null", line) for line in ours) if match]
    return any(re.search(rf"WA_INACTIVE minimized=\w+ other={name} -> 0", line) for name in failed for line in theirs)


def owner_that_is_a_child(ours, theirs):
    if "GWLP_HWNDPARENT" not in theirs[0]:
        return False
    window, owner = re.search(r"SetWindowLongPtrW\((\w+), GWLP_HWNDPARENT, (\w+)\)", theirs[0]).groups()
    state = state_of(theirs, window)
    return state is not None and state.endswith(f" owner {owner}") and state_of(ours, window) != state


def menu_stays_open(ours, theirs):
    return all(lines[-1] == "HANGS" and any("WM_ENTERMENULOOP" in line for line in lines)
               for lines in (ours, theirs))


def ancestors_of_other_threads(ours, theirs):
    """WM_PARENTNOTIFY that only Transom sends, to ancestors of another thread."""
    def plain(lines, others):
        return [line for line in lines
                if line in others or not re.match(r"[AB] \w+ WM_PARENTNOTIFY ", line)]
    return plain(ours, theirs), theirs


def shown_without_activation(ours, theirs):
    """SW_SHOWNOACTIVATE of a minimized or maximized window activates it with Wine."""
    shows = re.search(r"(?:ShowWindow|set_placement)\((\w+), SW_SHOWNOACTIVATE", theirs[0])
    return shows is not None and any(re.match(rf"= [AB] active {shows.group(1)} |= [AB] .*focus {shows.group(1)} ", line)
                                     for line in theirs if line not in ours)


def neighbour_of_another_program(ours, theirs):
    """GetWindow finds windows of Wine's desktop and of its services."""
    asked = re.fullmatch(r"[AB] (GetWindow\(\w+, GW_HWND(?:NEXT|PREV|LAST|FIRST)\)) -> a window", theirs[-1])
    if asked and ours == [theirs[0], theirs[-1][:2] + asked.group(1) + " -> null"]:
        return theirs, theirs
    return ours, theirs


LOSES = re.compile(r"[AB] +\w+ (?:WM_NCACTIVATE active=FALSE update=null|WM_ACTIVATE state=WA_INACTIVE .*other=null"
                   r"|WM_ACTIVATEAPP activated=FALSE|WM_KILLFOCUS gaining=null).* -> ")


def foreground_lost_later(ours, theirs):
    """The calling thread loses the foreground to another thread's window: while its call waits for
    that thread, or afterwards."""
    thread = theirs[0][2]
    other = "B" if thread == "A" else "A"

    def afterwards(lines):
        if not any(re.match(rf"{other} +\w+ WM_NCACTIVATE active=TRUE", line) for line in lines):
            return lines
        lost = [line for line in lines if line.startswith(thread) and LOSES.match(line)]
        kept = [line for line in lines if line not in lost]
        last = max((number for number, line in enumerate(kept) if line.startswith(thread)), default=0)
        return kept[:last + 1] + [thread + " " + line[1:].strip() for line in lost] + kept[last + 1:]
    return rejoined(afterwards(ours)), rejoined(afterwards(theirs))


def foreground_of_the_attached(ours, theirs):
    """Threads come to share their input: with Wine nobody is in the foreground then, though who is
    active stays so."""
    return ("= foreground " in theirs and "= foreground " not in ours
            and re.search(r"> [AB] (?:create|SetParent|when)\(", theirs[0]) is not None)


RULES = [
    Rule("place in the Z order told or not", "winmsg/wm-windowposchanged",
         '"sent to a window whose size, position, or place in the Z order has changed": Wine also tells '
         "of a place that is the one before. Where it lies is compared after each step.",
         both_sides(position_as_told)),
    Rule("all ancestors are notified", "inputmsg/wm-parentnotify",
         '"also sent to all ancestor windows of the child window": Wine stops at some',
         both_sides(parent_only)),
    Rule("ancestors of other threads are notified", "inputmsg/wm-parentnotify",
         '"also sent to all ancestor windows of the child window"', ancestors_of_other_threads),
    Rule("context menus of caption buttons", "menurc/wm-contextmenu",
         '"DefWindowProc generates the WM_CONTEXTMENU message when it processes the WM_RBUTTONUP or WM_NCRBUTTONUP '
         'message": Wine not on buttons', both_sides(context_menu_of_buttons)),
    Rule("failure on a window that is gone", "nf-winuser-closewindow",
         '"if the function fails, the return value is zero": Wine says 1', dead_window),
    Rule("neighbours of another program", "nf-winuser-getwindow",
         "the Z order is the desktop's, and Wine's has more windows on it", neighbour_of_another_program),
    Rule("the foreground is lost during the call or afterwards", "nf-winuser-setforegroundwindow",
         "when the thread that loses hears of it is left open, and Wine does it now so, now so",
         foreground_lost_later),
    Rule("the thread that is activated", "winmsg/wm-activateapp",
         '"if wParam is FALSE, lParam is the thread that owns the window being activated": Wine says 0',
         both_sides(thread_of_the_other)),
    Rule("raising is told beforehand or not", "nf-winuser-setactivewindow",
         '"brought into the foreground (top of Z-Order)": by which messages is left open',
         both_sides(raising_untold)),
    Rule("windows of a thread in any order", "winmsg/wm-activateapp",
         "sent to the windows of the application: in which order is left open", both_sides(in_any_order)),
    Rule("the flags of hiding", "winmsg/wm-windowposchanging",
         "whether hiding a window says that it is not activated is left open", both_sides(hiding)),
    Rule("a window that came under the pointer", "inputdev/wm-mousemove",
         '"posted to a window when the cursor moves": whether it also is when the window moves is left open',
         both_sides(unmoved_pointer)),
    Rule("where a caption is found", "menurc/wm-contextmenu",
         "how DefWindowProc finds out that the caption was clicked is left open", both_sides(caption_found)),
    Rule("told again that it is active", "inputdev/wm-activate",
         "whether a window that is active hears so again when it is restored is left open",
         both_sides(active_again)),
    Rule("limits of a popup window with a menu bar", "winmsg/wm-getminmaxinfo",
         "the default size is left open; Wine adds the menu bar's height", menu_in_limits),
    Rule("capture that is kept", "inputdev/wm-capturechanged",
         '"sent to the window that is losing the mouse capture": Wine tells the window that has it and keeps it',
         both_sides(capture_kept)),
    Rule("activation raises", "nf-winuser-setactivewindow",
         '"brought into the foreground (top of Z-Order)": Wine leaves it where it is',
         ends=raised_by_activation),
    Rule("showing activates", "nf-winuser-showwindow",
         '"activates the window and displays it": Wine does nothing where it is visible', ends=shown_again),
    Rule("behind others nobody is topmost", "nf-winuser-setwindowpos",
         '"a topmost window ceases to be topmost if it is repositioned to the bottom (HWND_BOTTOM) of the Z order '
         'or after any non-topmost window": HWND_NOTOPMOST: in Wine not where it also is activated or has an owner', ends=topmost_kept),
    Rule("HWND_TOPMOST for owners", "nf-winuser-setwindowpos",
         '"when a non-topmost window is made topmost, its owned windows are also made topmost": '
         "Wine leaves the window itself as it is", ends=owner_not_topmost),
    Rule("minimizing activates the next window", "nf-winuser-showwindow",
         '"minimizes the specified window and activates the next top-level window in the Z order": '
         "Wine leaves the minimized one active", ends=minimizing_activates),
    Rule("shown without being activated", "nf-winuser-showwindow",
         'SW_SHOWNOACTIVATE: "the window is not activated": Wine activates what was minimized',
         ends=shown_without_activation),
    Rule("foreground of threads that share their input", "nf-winuser-attachthreadinput",
         "Wine forgets who is in the foreground; nothing is said of such a side effect",
         ends=foreground_of_the_attached),
    Rule("the wheel is the focus window's", "inputdev/wm-mousewheel",
         '"sent to the focus window": Wine sends it to the capture, and to the thread that was in the foreground '
         "when the wheel turned", ends=wheel_elsewhere),
    Rule("maximized with a menu bar", "winmsg/wm-getminmaxinfo",
         '"x- and y-coordinates of the default maximized size": by Wine\'s the menu bar is out of sight',
         ends=maximized_with_menu),
    Rule("owned windows hide with their owner", "winmsg/window-features",
         '"an owned window is hidden when its owner is minimized": Wine leaves most visible', ends=owned_stay_visible),
    Rule("successor in the background", "nf-winuser-setforegroundwindow",
         "a thread in the background has nothing to pass on: Wine begins to, and does not end it",
         ends=background_successor),
    Rule("no focus for other threads' windows", "nf-winuser-setfocus",
         '"the window must be attached to the calling thread\'s message queue": where it is not, Wine deactivates all the same',
         ends=focus_to_another_thread),
    Rule("children own nothing", "winmsg/window-features",
         '"an overlapped or pop-up window can be owned by another overlapped or pop-up window": '
         "Wine takes a child as the owner", ends=owner_that_is_a_child),
    Rule("a menu that stays open", "menurc/wm-menuselect",
         "both wait for the user; what came before is compared with the other sequences", ends=menu_stays_open),
    Rule("no focus for minimized and disabled windows", "inputdev/about-keyboard-input",
         'EnableWindow: "must be enabled before it can be activated"; WM_ACTIVATE: "if the window is not minimized"; EnableWindow: "does not receive key presses"; '
         "Wine gives them the focus", ends=focus_of_the_unfit),
]
