"""Sequences of window calls from a seed: the same seed gives the same sequence."""
import random

TOP_STYLES = ["WS_OVERLAPPEDWINDOW", "WS_OVERLAPPED|WS_CAPTION|WS_SYSMENU", "WS_POPUP",
              "WS_POPUP|WS_BORDER", "WS_POPUP|WS_CAPTION|WS_THICKFRAME", "WS_OVERLAPPEDWINDOW|WS_VISIBLE",
              "WS_POPUP|WS_VISIBLE", "WS_OVERLAPPEDWINDOW|WS_VISIBLE|WS_CLIPCHILDREN",
              "WS_OVERLAPPEDWINDOW|WS_VSCROLL"]
CHILD_STYLES = ["WS_CHILD", "WS_CHILD|WS_VISIBLE", "WS_CHILD|WS_VISIBLE|WS_BORDER",
                "WS_CHILD|WS_VISIBLE|WS_CLIPSIBLINGS", "WS_CHILD|WS_VISIBLE|WS_CAPTION",
                "WS_CHILD|WS_VISIBLE|WS_DISABLED", "WS_CHILD|WS_VISIBLE|WS_TABSTOP"]
EXTENDED = ["0"] * 12 + ["WS_EX_TOPMOST", "WS_EX_TOOLWINDOW", "WS_EX_CLIENTEDGE",
                         "WS_EX_NOPARENTNOTIFY", "WS_EX_DLGMODALFRAME"]
SHOWS = ["SW_HIDE", "SW_SHOWNORMAL", "SW_SHOWMINIMIZED", "SW_SHOWMAXIMIZED", "SW_SHOWNOACTIVATE",
         "SW_SHOW", "SW_MINIMIZE", "SW_SHOWMINNOACTIVE", "SW_SHOWNA", "SW_RESTORE"]
POSITION_FLAGS = ["SWP_NOSIZE", "SWP_NOMOVE", "SWP_NOZORDER", "SWP_NOACTIVATE", "SWP_FRAMECHANGED",
                  "SWP_SHOWWINDOW", "SWP_HIDEWINDOW", "SWP_NOREDRAW", "SWP_NOSENDCHANGING",
                  "SWP_NOOWNERZORDER"]
INSERT_AFTER = ["HWND_TOP", "HWND_TOP", "HWND_BOTTOM", "HWND_TOPMOST", "HWND_NOTOPMOST"]
KEYS = ["VK_RETURN", "VK_ESCAPE", "VK_SPACE", "VK_TAB", "VK_LEFT", "VK_DELETE", "65", "VK_F5"]
STYLE_BITS = ["WS_BORDER", "WS_CAPTION", "WS_THICKFRAME", "WS_DISABLED", "WS_VISIBLE", "WS_VSCROLL",
              "WS_SYSMENU", "WS_MINIMIZEBOX"]
MOMENTS = ["WM_SIZE", "WM_MOVE", "WM_ACTIVATE", "WM_SETFOCUS", "WM_KILLFOCUS", "WM_ENABLE",
           "WM_SHOWWINDOW", "WM_WINDOWPOSCHANGING", "WM_WINDOWPOSCHANGED", "WM_DESTROY",
           "WM_NCACTIVATE", "WM_STYLECHANGED", "WM_CANCELMODE", "WM_CAPTURECHANGED"]


class Window:
    def __init__(self, name, thread, child):
        self.name, self.thread, self.child = name, thread, child


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.windows = []
        self.steps = []
        self.threads = "AB" if self.random.random() < 0.25 else "A"

    # Choices

    def pick(self, choices):
        return self.random.choice(choices)

    def some(self, choices, most):
        return "|".join(self.random.sample(choices, self.random.randint(1, most)))

    def window(self):
        return self.pick(self.windows)

    def other(self):
        return self.pick([w.name for w in self.windows] + ["null"])

    def place(self):
        return f"{self.random.randrange(-20, 400, 10)}, {self.random.randrange(-20, 300, 10)}"

    def size(self):
        return f"{self.random.randrange(0, 500, 20)}, {self.random.randrange(0, 400, 20)}"

    def point(self):
        return f"{self.random.randrange(0, 100, 5)}, {self.random.randrange(0, 80, 5)}"

    # Steps

    def add(self, thread, text):
        self.steps.append(f"{thread} {text}")

    def create(self):
        thread = self.pick(self.threads)
        name = f"w{len(self.windows) + 1}"
        parent = self.other() if self.windows and self.random.random() < 0.7 else "null"
        child = parent != "null" and self.random.random() < 0.65
        if child or parent != "null":
            # A window and its parent or owner have one thread, mostly.
            owner = next(w for w in self.windows if w.name == parent)
            thread = owner.thread if self.random.random() < 0.9 else thread
        style = self.pick(CHILD_STYLES if child else TOP_STYLES)
        number = len(self.windows) + 10 if child else 0
        self.add(thread, f"create({name}, {style}, {self.pick(EXTENDED)}, {self.place()}, "
                         f"{self.size()}, {parent}, {number})")
        self.windows.append(Window(name, thread, child))

    def step(self):
        kind = self.pick(KINDS)
        window = self.window()
        # The window's thread mostly, now and then the other one.
        own = self.random.random() < 0.9 or kind is Generator.timer
        thread = window.thread if own else self.pick(self.threads)
        text = kind(self, window)
        if text is not None:
            self.add(thread, text)

    def show(self, w):
        return f"ShowWindow({w.name}, {self.pick(SHOWS)})"

    def position(self, w):
        after = self.pick(INSERT_AFTER + [self.other()])
        if after in ("null", w.name) or (w.child and after.endswith("TOPMOST")):
            after = "HWND_TOP"
        flags = self.some(POSITION_FLAGS, 4)
        if "HIDE" in flags and "SHOW" in flags:
            return None
        return f"SetWindowPos({w.name}, {after}, {self.place()}, {self.size()}, {flags})"

    def move(self, w):
        return f"MoveWindow({w.name}, {self.place()}, {self.size()}, {self.pick(['TRUE', 'FALSE'])})"

    def to_top(self, w):
        return f"BringWindowToTop({w.name})"

    def reparent(self, w):
        parent = self.other()
        return f"SetParent({w.name}, {parent})" if w.child and parent != "null" else None

    def enable(self, w):
        return f"EnableWindow({w.name}, {self.pick(['TRUE', 'FALSE'])})"

    def focus(self, w):
        return f"SetFocus({self.pick([w.name] * 5 + ['null'])})"

    def activate(self, w):
        return f"SetActiveWindow({w.name})"

    def foreground(self, w):
        return None if w.child else f"SetForegroundWindow({w.name})"

    def capture(self, w):
        return f"SetCapture({self.pick([w.name] * 4 + ['null'])})"

    def release(self, _):
        return "ReleaseCapture()"

    def post(self, w):
        message = self.pick(["WM_APP", "WM_USER", "WM_NULL", "WM_CLOSE"])
        return f"PostMessageW({w.name}, {message}, {self.random.randrange(5)}, 0)"

    def send(self, w):
        message = self.pick(["WM_APP", "WM_USER", "WM_CANCELMODE", "WM_CLOSE"])
        function = self.pick(["SendMessageW", "SendNotifyMessageW"])
        return f"{function}({w.name}, {message}, {self.random.randrange(5)}, 0)"

    def send_with_timeout(self, w):
        return f"send_with_timeout({w.name}, WM_APP, 1, 2, {self.pick(['SMTO_NORMAL', 'SMTO_BLOCK'])})"

    def system_command(self, w):
        command = self.pick(["SC_MINIMIZE", "SC_MAXIMIZE", "SC_RESTORE", "SC_CLOSE"])
        return f"SendMessageW({w.name}, WM_SYSCOMMAND, {command}, 0)"

    def post_to_thread(self, _):
        return f"PostThreadMessageW({self.pick(self.threads)}, WM_APP, {self.random.randrange(5)}, 0)"

    def timer(self, w):
        return f"await_timer({w.name}, {self.random.randrange(1, 4)})"

    def pump(self, _):
        return "pump_messages()"

    def take_one(self, _):
        return "take_one()"

    def destroy(self, w):
        return f"DestroyWindow({w.name})"

    def style(self, w):
        if self.random.random() < 0.2:
            return f"SetWindowLongPtrW({w.name}, GWL_EXSTYLE, {self.pick(EXTENDED)})"
        base = "WS_CHILD" if w.child else "WS_POPUP"
        return f"SetWindowLongPtrW({w.name}, GWL_STYLE, {base}|{self.some(STYLE_BITS, 4)})"

    def owner(self, w):
        return f"SetWindowLongPtrW({w.name}, GWLP_HWNDPARENT, {self.other()})"

    def owned_popups(self, w):
        return f"ShowOwnedPopups({w.name}, {self.pick(['TRUE', 'FALSE'])})"

    def iconic(self, w):
        return f"{self.pick(['CloseWindow', 'OpenIcon'])}({w.name})"

    def placement(self, w):
        if self.random.random() < 0.4:
            return f"note_placement({w.name})"
        return f"set_placement({w.name}, {self.pick(SHOWS)}, 30, 40, 250, 200)"

    def menu(self, w):
        return None if w.child else f"{self.pick(['give_menu', 'take_menu'])}({w.name})"

    def together(self, w):
        other = self.window()
        if other is w:
            return None
        return (f"move_together({w.name}, {other.name}, {self.place()}, "
                f"{self.some(['SWP_NOSIZE', 'SWP_NOZORDER', 'SWP_NOACTIVATE'], 3)})")

    def scroll_bar(self, w):
        return f"ShowScrollBar({w.name}, {self.pick(['SB_HORZ', 'SB_VERT', 'SB_BOTH'])}, {self.pick(['TRUE', 'FALSE'])})"

    def ask(self, w):
        return self.pick([f"GetWindow({w.name}, {self.pick(['GW_OWNER', 'GW_CHILD', 'GW_HWNDNEXT', 'GW_ENABLEDPOPUP'])})",
                          f"GetAncestor({w.name}, {self.pick(['GA_PARENT', 'GA_ROOT', 'GA_ROOTOWNER'])})",
                          f"GetParent({w.name})", f"IsWindowVisible({w.name})", f"IsZoomed({w.name})",
                          f"IsIconic({w.name})", f"GetLastActivePopup({w.name})",
                          f"IsChild({w.name}, {self.window().name})"])

    def mouse(self, w):
        function = self.pick(["click_at", "click_at", "right_click_at", "move_to", "roll_wheel_at"])
        return f"{function}({w.name}, {self.point()})"

    def press(self, _):
        return f"press({self.pick(KEYS)})"

    def text(self, w):
        return f"set_text({w.name})"

    def when(self, w):
        inner = self.pick([Generator.show, Generator.enable, Generator.focus, Generator.destroy,
                           Generator.position, Generator.activate, Generator.capture])
        return f"when({w.name}, {self.pick(MOMENTS)}, {inner(self, self.window())})"

    def quit(self, _):
        return "PostQuitMessage(3)" if self.random.random() < 0.3 else None


def weighted():
    g = Generator
    weights = {g.show: 10, g.position: 12, g.move: 4, g.to_top: 3, g.reparent: 4, g.enable: 5, g.focus: 6,
               g.activate: 5, g.foreground: 3, g.capture: 4, g.release: 2, g.post: 5, g.send: 4,
               g.send_with_timeout: 1, g.system_command: 3, g.post_to_thread: 1, g.timer: 2, g.pump: 8,
               g.take_one: 3, g.destroy: 3, g.style: 4, g.owner: 1, g.owned_popups: 1, g.iconic: 2,
               g.placement: 2, g.menu: 2, g.together: 2, g.scroll_bar: 2, g.ask: 4, g.mouse: 6,
               g.press: 2, g.text: 1, g.when: 2, g.quit: 1}
    return [kind for kind, weight in weights.items() for _ in range(weight)]


KINDS = weighted()


def sequence(seed):
    """The steps of the sequence of this seed."""
    generator = Generator(seed)
    for _ in range(generator.random.randint(1, 4)):
        generator.create()
    for _ in range(generator.random.randint(4, 16)):
        if len(generator.windows) < 6 and generator.random.random() < 0.06:
            generator.create()
        else:
            generator.step()
    generator.add("A", "pump_messages()")
    if generator.threads == "AB":
        generator.add("B", "pump_messages()")
    return generator.steps
