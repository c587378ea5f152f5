// Scrolls to what is about to be pressed. Drivers press a place, so if something else lies there by then, it must not
// be pressed instead: that press is swallowed, and `window.aim.isMissed` tells.
const [target] = arguments;
const box = target.getBoundingClientRect();
// Drivers scroll too, but WebKit's does not where the target lies just below the window.
if (box.top < 0 || box.bottom > innerHeight) {
  target.scrollIntoView({ block: "center" });
}

const kinds = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
const watch = (event) => {
  // Once the press has begun where it should, all that follows is the page's own doing.
  if (!aim.isMissed && target.contains(event.target)) {
    aim.end();
    return;
  }
  aim.isMissed = true;
  event.preventDefault();
  event.stopImmediatePropagation();
};
const aim = (window.aim = {
  isMissed: false,
  end: () => kinds.forEach((kind) => removeEventListener(kind, watch, true)),
});
// Browsers choose an option without any press of the mouse.
if (target.localName !== "option") {
  kinds.forEach((kind) => addEventListener(kind, watch, true));
}
