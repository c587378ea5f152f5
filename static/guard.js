// Keeps the program going where others change its page. Translators put elements in the place of texts or around them,
// and extensions add and take away what they like. The program knows nothing of that, and would stop as soon as it
// inserts something before a text that is no longer there. So what it asks for is done at the place where the thing
// it means is now. Translators and extensions have an `insertBefore` of their own, so what comes here is the program's.
(function () {
  "use strict";

  if (typeof MutationObserver === "undefined" || typeof WeakSet === "undefined") {
    return;
  }
  var root = document.getElementById("app");
  var insertBefore = Node.prototype.insertBefore;
  var removeChild = Node.prototype.removeChild;

  // What the program put into the page.
  var ours = new WeakSet([root]);
  // Texts of ours that somebody else has rewritten or cut in pieces.
  var changed = new WeakSet();
  // What stands in the place of what somebody else took out, and what that was.
  var standIns = new WeakMap();
  var originals = new WeakMap();

  var observer = new MutationObserver(notice);
  observer.observe(root, { childList: true, characterData: true, subtree: true });

  function isInPage(node) {
    return root.contains(node);
  }

  // Whether anything of ours but this one is in a node.
  function holdsOurs(node, butNot) {
    return Array.prototype.some.call(node.childNodes, function (child) {
      return (child !== butNot && ours.has(child)) || holdsOurs(child, butNot);
    });
  }

  // Takes in what others did. What the program did is never among it: `asProgram` sees to that.
  function notice(records) {
    records.forEach(function (record) {
      if (record.type === "characterData") {
        changed.add(record.target);
      }
      Array.prototype.forEach.call(record.removedNodes, function (node) {
        if (!isInPage(node) && (ours.has(node) || originals.has(node) || holdsOurs(node))) {
          replace(node, inPlaceOf(node, record, records), record);
        }
      });
    });
    observer.takeRecords();
  }

  function replace(node, others, removal) {
    standIns.set(node, others.length > 0 ? others : [markedPlace(removal)]);
    standIns.get(node).forEach(function (other) {
      originals.set(other, (originals.get(other) || []).concat(node));
    });
  }

  // What others put where a node was: with the same stroke, or before or after they took it out.
  function inPlaceOf(node, removal, records) {
    var found = [];
    records.forEach(function (record) {
      var isThere =
        record === removal ||
        record.nextSibling === node ||
        record.previousSibling === node ||
        (record.nextSibling === removal.nextSibling && record.previousSibling === removal.previousSibling);
      if (record.target === removal.target && isThere) {
        Array.prototype.forEach.call(record.addedNodes, function (added) {
          if (!ours.has(added) && isInPage(added) && found.indexOf(added) < 0) {
            found.push(added);
          }
        });
      }
    });
    return found;
  }

  // An empty text where a node was for which nothing came.
  function markedPlace(removal) {
    var parent = removal.target;
    var next = removal.nextSibling;
    var previous = removal.previousSibling;
    if (next && next.parentNode === parent) {
      return mark(parent, next);
    }
    return mark(parent, previous && previous.parentNode === parent ? previous.nextSibling : null);
  }

  function mark(parent, next) {
    return insertBefore.call(parent, document.createTextNode(""), next);
  }

  // All that stands for a node now: others may have taken it out together with what they had put around it, and may
  // have replaced what stood for it.
  function allFor(node) {
    if (isInPage(node)) {
      return [node];
    }
    var at = node;
    while (at && !standIns.has(at)) {
      at = at.parentNode;
      if (ours.has(at)) {
        return [];
      }
    }
    return (standIns.get(at) || []).reduce(function (found, other) {
      return found.concat(allFor(other));
    }, []);
  }

  // The child of a parent that a node is, is in, or is represented by.
  function childFor(node, parent) {
    var found = null;
    [node].concat(allFor(node)).forEach(function (at) {
      while (at && at.parentNode !== parent) {
        at = at.parentNode;
      }
      found = found || at;
    });
    return found;
  }

  function takeOut(node) {
    if (node.parentNode) {
      removeChild.call(node.parentNode, node);
    }
  }

  // The outermost element of others around a node, if nothing else of ours is in it.
  function wrapperOf(node) {
    var wrapper = null;
    for (var at = node.parentNode; at && !ours.has(at); at = at.parentNode) {
      wrapper = at;
    }
    return wrapper && isInPage(wrapper) && !holdsOurs(wrapper, node) ? wrapper : null;
  }

  // Puts a node of ours back in place of what others made of it.
  function bringBack(node) {
    var wrapper = wrapperOf(node);
    var others = wrapper ? [wrapper] : isInPage(node) ? [] : allFor(node);
    if (others.length > 0) {
      var place = mark(others[0].parentNode, others[0]);
      // One thing may stand for several: then all of them come back.
      var lost = wrapper ? [] : originals.get(others[0]) || [];
      lost.concat(lost.indexOf(node) < 0 ? node : []).forEach(function (original) {
        if (ours.has(original) && !isInPage(original)) {
          insertBefore.call(place.parentNode, original, place);
        }
      });
      if (wrapper) {
        insertBefore.call(place.parentNode, node, place);
      }
      others.concat(place).forEach(takeOut);
    }
    standIns.delete(node);
    if (changed.has(node)) {
      // The pieces that others cut off it.
      while (node.nextSibling && !ours.has(node.nextSibling)) {
        takeOut(node.nextSibling);
      }
      changed.delete(node);
    }
  }

  // Does what the program asks for, in the knowledge of all that others did until now.
  function asProgram(deed) {
    notice(observer.takeRecords());
    try {
      return deed();
    } finally {
      observer.takeRecords();
    }
  }

  Node.prototype.insertBefore = function (node, next) {
    var parent = this;
    return asProgram(function () {
      if (ours.has(node)) {
        bringBack(node);
      }
      ours.add(node);
      // Most often nobody else was there, and then there is nothing to look for.
      var isAsItWas = !next || next.parentNode === parent;
      return insertBefore.call(parent, node, isAsItWas ? next : childFor(next, parent));
    });
  };

  Node.prototype.removeChild = function (node) {
    return asProgram(function () {
      bringBack(node);
      takeOut(node);
      return node;
    });
  };

  // A text that the program writes anew has to be seen: what stands in its place says something old.
  function guardText(prototype, name) {
    var property = Object.getOwnPropertyDescriptor(prototype, name);
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: property.enumerable,
      get: property.get,
      set: function (text) {
        var node = this;
        asProgram(function () {
          // Something around the text may have been taken out as well.
          for (var at = node; at && ours.has(node); at = at.parentNode) {
            if (ours.has(at)) {
              bringBack(at);
            }
          }
          property.set.call(node, text);
        });
      },
    });
  }
  guardText(Node.prototype, "nodeValue");
  guardText(CharacterData.prototype, "data");
})();
