// Finds elements as assistive technology does, with axe-core's computation of roles and names.
// Returns null if axe-core is not in the page yet, so that the caller injects it and retries.
const [question, place, wanted] = arguments;
if (typeof axe === "undefined") {
  return null;
}

const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();

axe.setup(document);
try {
  const { aria, dom, text } = axe.commons;
  const modal = document.querySelector("dialog:modal");

  // Browsers expose a file field as a button and a date field as a date; in ARIA neither has a role.
  const roleOf = (node) => {
    const field = node.actualNode;
    if (field.localName === "input" && field.type === "file") {
      return "button";
    }
    return aria.getRole(node) ?? (field.localName === "input" ? field.type : null);
  };
  const nameOf = (node) => plain(text.accessibleTextVirtual(node));
  const reachable = (node) =>
    dom.isVisibleToScreenReaders(node) && (!modal || modal.contains(node.actualNode));

  const nodes = axe.utils.querySelectorAll(axe._tree[0], "*");
  const matching = ({ role, name, whole }) =>
    nodes.filter((node) => {
      if (roleOf(node) !== role || !reachable(node)) {
        return false;
      }
      const own = nameOf(node);
      return whole ? own === name : own.includes(name);
    });

  const scopes = place.map((outer) => matching(outer).map((node) => node.actualNode));
  const inPlace = (node) =>
    scopes.every((outers) =>
      outers.some((outer) => outer !== node.actualNode && outer.contains(node.actualNode)),
    );

  const idsIn = (element, attribute) => (element.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean);
  const told = (element, attribute) =>
    plain(idsIn(element, attribute).map((id) => document.getElementById(id)?.textContent).join(" "));

  const seen = (node) => {
    const element = node.actualNode;
    const flag = (name) => ["true", "mixed"].includes(element.getAttribute(name));
    const box = element.getBoundingClientRect();
    // A visually hidden field is a point on the screen, and a checkbox may lie beneath its label: a person clicks
    // the label.
    const labelled = box.width < 3 || box.height < 3 || element.matches("[type=radio], [type=checkbox]");
    return {
      role: roleOf(node) ?? "",
      name: nameOf(node),
      description: plain([told(element, "aria-describedby"), told(element, "aria-errormessage")].join(" ")),
      text: plain(element.innerText),
      value: typeof element.value === "string" ? element.value : "",
      chosen:
        element.checked === true || element.selected === true || flag("aria-checked") || flag("aria-selected") || flag("aria-pressed"),
      invalid: flag("aria-invalid"),
      disabled: element.matches(":disabled") || flag("aria-disabled"),
      expanded: flag("aria-expanded") || element.parentElement?.matches("details[open]") === true,
      current: element.hasAttribute("aria-current"),
      element,
      press: (labelled && element.labels?.[0]) || element,
    };
  };

  switch (question) {
    case "find":
      return matching(wanted).filter(inPlace).map(seen);
    case "every":
      return nodes.filter((node) => roleOf(node) === wanted && reachable(node) && inPlace(node)).map(seen);
    case "focus": {
      const node = axe.utils.getNodeFromTree(document.activeElement ?? document.body);
      return [seen(node)];
    }
    case "text": {
      const innermost = scopes.length ? scopes[scopes.length - 1] : [document.body];
      return plain(innermost.map((element) => element.innerText).join(" "));
    }
    case "inventory":
      return nodes
        .filter((node) => roleOf(node) && reachable(node))
        .map((node) => `${roleOf(node)} “${nameOf(node)}”`)
        .filter((line) => !line.endsWith("“”") && !/^(row|rowgroup) /.test(line));
  }
} finally {
  axe.teardown();
}
