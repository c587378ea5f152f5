// The screen for a program that cannot start or has crashed. It offers the stored data as a file, and makes sure that the
// dead program neither receives events nor saves anything.
(function () {
  "use strict";

  // In milliseconds. Most starts are over before anything has to be said about them.
  var SHORT_START = 700;
  var LONG_START = 20000;
  var MINUTE = 60000;

  var UNREADABLE =
    "The program in this file could not be read: the browser is too old for it, or the file is damaged.";

  // The key of the last crash's time in sessionStorage.
  var CRASHES = "waymark.crashes";

  var app = document.getElementById("app");
  var main = app.querySelector("main");
  var hints = document.getElementById("start-hints");
  var hasDrawn = false;
  var firstProblem = null;
  var screen = null;

  waymark.hasStopped = false;
  // Set by the main script as soon as it runs.
  waymark.hasBegun = false;
  waymark.isSafeStart = takeSafeStart();

  // Whether the learner chose to start without the plan. The state of a page in the browser's history outlives a reload,
  // also where storage is blocked, and no start has to wait for it.
  function takeSafeStart() {
    var isSafe = Boolean(history.state && history.state.isSafeStart);
    if (isSafe) {
      history.replaceState(null, "");
    }
    return isSafe;
  }

  // Called after the first render.
  waymark.done = function () {
    hasDrawn = true;
  };

  // The program has panicked or trapped.
  waymark.crash = function (problem) {
    show(problem, true);
  };

  // The program has never run.
  waymark.cannotStart = function (problem) {
    show(problem, false);
  };

  // Extensions raise errors in the page too; those are ignored.
  function isOfProgram(error) {
    if (!error || typeof error !== "object") {
      return false;
    }
    var hasWebAssembly = typeof WebAssembly === "object";
    if (hasWebAssembly && WebAssembly.RuntimeError && error instanceof WebAssembly.RuntimeError) {
      return true;
    }
    return /wasm-function\[|wasm:\/\/|\[wasm code\]/.test(String(error.stack));
  }

  function isFromPage(address) {
    return String(address).split("#")[0] === location.href.split("#")[0];
  }

  addEventListener("error", function (event) {
    if (isOfProgram(event.error)) {
      waymark.crash(event.error);
    } else if (!waymark.hasBegun && isFromPage(event.filename)) {
      firstProblem = UNREADABLE + " (" + event.message + ")";
    }
  });
  addEventListener("unhandledrejection", function (event) {
    if (isOfProgram(event.reason)) {
      waymark.crash(event.reason);
    }
  });
  document.addEventListener("securitypolicyviolation", function (event) {
    if (!waymark.hasBegun && /^script-src/.test(event.effectiveDirective)) {
      firstProblem = "This file was changed or damaged after it was made, so the browser does not run its program.";
    }
  });
  document.addEventListener("DOMContentLoaded", function () {
    // Browsers report a blocked script only some time later.
    setTimeout(function () {
      if (!waymark.hasBegun) {
        waymark.cannotStart(firstProblem || UNREADABLE);
      }
    }, 100);
  });
  main.hidden = true;
  setTimeout(function () {
    main.hidden = false;
  }, SHORT_START);
  setTimeout(function () {
    if (!hasDrawn && !screen) {
      var note = element("p", "This takes longer than usual. Waymark appears here as soon as it is ready.");
      note.setAttribute("role", "status");
      main.insertBefore(note, main.children[1]);
    }
  }, LONG_START);

  // What the screen's buttons do. This listener is older than any of the program's.
  var actions = [];
  addEventListener("click", function (event) {
    for (var at = 0; at < actions.length; at += 1) {
      if (actions[at].button.contains(event.target)) {
        actions[at].run();
      }
    }
  }, true);

  // Wraps every callback that the program registers, so that none is called after a crash, and its errors are noticed: on a
  // page from a file, WebKit hides the error itself from `error` listeners.
  var calls;
  function watched(call) {
    if (typeof call !== "function") {
      return call;
    }
    if (!calls.has(call)) {
      calls.set(call, function () {
        if (waymark.hasStopped) {
          return undefined;
        }
        try {
          return call.apply(this, arguments);
        } catch (error) {
          if (isOfProgram(error)) {
            waymark.crash(error);
          }
          throw error;
        }
      });
    }
    return calls.get(call);
  }

  function watch(owner, name, position) {
    var real = owner[name];
    owner[name] = function () {
      arguments[position] = watched(arguments[position]);
      return real.apply(this, arguments);
    };
  }
  if (typeof WeakMap === "function" && typeof queueMicrotask === "function") {
    calls = new WeakMap();
    watch(EventTarget.prototype, "addEventListener", 1);
    watch(EventTarget.prototype, "removeEventListener", 1);
    watch(window, "queueMicrotask", 0);
  }

  // A crashed program may be in any state and must not overwrite what is stored.
  function stopSaving() {
    try {
      ["setItem", "removeItem", "clear"].forEach(function (name) {
        Storage.prototype[name] = function () {
          throw new Error("Waymark has stopped, and nothing more is saved.");
        };
      });
    } catch (reason) {
      // Without storage nothing is saved anyway.
    }
  }

  function isSecondInAMinute() {
    try {
      var now = Date.now();
      var last = Number(sessionStorage.getItem(CRASHES));
      sessionStorage.setItem(CRASHES, String(now));
      return last > 0 && now - last < MINUTE;
    } catch (reason) {
      return false;
    }
  }

  function show(problem, isCrash) {
    if (screen) {
      return;
    }
    var programRan = isCrash || isOfProgram(problem);
    var heading = hasDrawn ? "Waymark has stopped" : "Waymark could not start";
    var report = reportOf(heading, problem);
    var isSecond = programRan && isSecondInAMinute();
    waymark.hasStopped = true;
    stopSaving();
    draw(heading, problem, programRan, isSecond, report);
  }

  function draw(heading, problem, programRan, isSecond, report) {
    screen = element("main");
    screen.className = "alone crash";
    var said = element("p");
    said.setAttribute("role", "status");
    var shownReport = element("pre", report);
    var download = [
      "Download my data",
      function () {
        handOut(said);
      },
    ];
    var reload = [
      "Reload",
      function () {
        location.reload();
      },
    ];
    var safely = ["Start without my plan", startWithoutPlan];
    var copy = [
      "Copy the report",
      function () {
        copyReport(report, shownReport, said);
      },
    ];

    var alert = element("div");
    alert.setAttribute("role", "alert");
    var title = element("h1", heading);
    title.tabIndex = -1;
    alert.appendChild(title);
    alert.appendChild(
      element("p", programRan ? "Something went wrong inside Waymark, and it can’t continue." : textOf(problem))
    );
    alert.appendChild(
      element("p", "Everything saved so far is safe. Nothing more will be saved.")
    );
    if (isSecond) {
      alert.appendChild(
        element(
          "p",
          "This is the second time in a minute, so your plan itself may be the cause. Start without it: your plan " +
            "won’t be shown, and it stays stored as it is."
        )
      );
    }
    screen.appendChild(alert);
    var ways = buttons(isSecond ? [safely, download, reload] : [download, reload, safely]);
    ways.firstChild.className = "button";
    screen.appendChild(ways);
    screen.appendChild(said);
    if (!programRan) {
      screen.appendChild(element("p", "Try these in order:"));
      screen.appendChild(hints);
    }
    screen.appendChild(element("h2", "A report for whoever gave you this file"));
    screen.appendChild(element("p", "This is the whole report. It contains nothing from your plan."));
    screen.appendChild(shownReport);
    screen.appendChild(buttons([copy]));

    // A new element, because the program's listeners are on the old one.
    var place = element("div");
    place.id = "app";
    place.appendChild(screen);
    app.parentNode.replaceChild(place, app);
    document.title = heading;
    scrollTo(0, 0);
    title.focus();
  }

  function element(name, text) {
    var made = document.createElementNS("http://www.w3.org/1999/xhtml", name);
    made.textContent = text || "";
    return made;
  }

  function buttons(list) {
    var group = element("div");
    group.className = "actions";
    list.forEach(function (item) {
      var button = element("button", item[0]);
      button.type = "button";
      button.className = "button-quiet";
      actions.push({ button: button, run: item[1] });
      group.appendChild(button);
    });
    return group;
  }

  function startWithoutPlan() {
    history.replaceState({ isSafeStart: true }, "");
    location.reload();
  }

  // The message of anything thrown, without the folder of this file, which may contain somebody's name.
  function textOf(problem) {
    var folder = location.href.split("#")[0].replace(/[^/]*$/, "");
    return String((problem && problem.message) || problem || "unknown").split(folder).join("");
  }

  function reportOf(heading, problem) {
    var lines = [
      heading + ": " + textOf(problem),
      "Page: " + location.pathname.split("/").pop() + location.hash,
      "Browser: " + navigator.userAgent,
      "Time: " + new Date().toISOString(),
    ];
    try {
      var stored = waymark.stored();
      Object.keys(stored).forEach(function (key) {
        lines.push("Stored: " + key + ", " + new Blob([stored[key]]).size + " bytes");
      });
    } catch (reason) {
      lines.push("Stored: can’t be read, " + textOf(reason));
    }
    return lines.join("\n");
  }

  function copyReport(report, shownReport, said) {
    function select() {
      getSelection().selectAllChildren(shownReport);
      said.textContent = "The report is selected. Copy it with your browser’s Copy command.";
    }
    try {
      navigator.clipboard.writeText(report).then(function () {
        said.textContent = "The report is copied.";
      }, select);
    } catch (reason) {
      select();
    }
  }

  // Offers everything stored as a file, unchanged.
  function handOut(said) {
    var stored = null;
    try {
      stored = waymark.stored();
    } catch (reason) {
      // Reported by `offer`, depending on the copy.
    }
    waymark.copies.readThen(
      function (copy) {
        offer(stored, copy, said);
      },
      function () {
        offer(stored, null, said);
      }
    );
  }

  function offer(stored, copy, said) {
    if (stored === null && copy === null) {
      said.textContent = "The browser doesn’t let Waymark read what is stored, so there is nothing to download.";
      return;
    }
    var now = new Date();
    var content = { waymark_raw: 1, saved_at: now.toISOString(), local_storage: stored || {}, copy: copy };
    var name = "waymark-data-" + localDate(now) + ".json";
    try {
      var link = element("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(content)], { type: "application/json" }));
      link.download = name;
      link.click();
      said.textContent = stored
        ? "Your data was downloaded as " + name + "."
        : "Only the second copy of your data could be read. It was downloaded as " + name + ".";
    } catch (reason) {
      said.textContent = "The browser didn’t save the file: " + textOf(reason);
    }
  }

  function localDate(date) {
    function two(number) {
      return (number < 10 ? "0" : "") + number;
    }
    return date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate());
  }
})();
