// Scrolls to the target of the next click. Drivers click a position, so something else may lie there by then: such a
// click is swallowed and reported by `window.aim.isMissed`.
const [target] = arguments;
const box = target.getBoundingClientRect();
// A bar that stays where it is may lie over the target.
const isUnderBar = () => {
  let above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (!above || target.contains(above)) {
    return false;
  }
  while (above && getComputedStyle(above).position !== "fixed") {
    above = above.parentElement;
  }
  return above !== null && !above.contains(target);
};
// Drivers scroll too, but WebKit's does not if the target lies just below the window.
if (box.top < 0 || box.bottom > innerHeight || isUnderBar()) {
  target.scrollIntoView({ block: "center" });
}

const kinds = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
const watch = (event) => {
  // Once the mouse is down on the target, everything that follows is up to the page.
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
// Browsers choose an option without mouse events.
if (target.localName !== "option") {
  kinds.forEach((kind) => addEventListener(kind, watch, true));
}
