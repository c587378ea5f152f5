// Keeps the program running where others change its DOM. Translators replace or wrap text nodes, and extensions add and
// remove elements. Yew does not expect that and panics when it inserts before a node that is gone. So the DOM methods that
// it calls are patched to act where the node's replacement is now. Translators and extensions run in an isolated world
// with its own `insertBefore`, so only calls of the program arrive here.
(function () {
  "use strict";

  if (typeof MutationObserver === "undefined" || typeof WeakSet === "undefined") {
    return;
  }
  var root = document.getElementById("app");
  var insertBefore = Node.prototype.insertBefore;
  var removeChild = Node.prototype.removeChild;

  // Nodes that the program inserted.
  var ours = new WeakSet([root]);
  // Text nodes of ours that somebody else has rewritten or split.
  var changed = new WeakSet();
  // From each node that somebody else removed to its replacements, and back.
  var standIns = new WeakMap();
  var originals = new WeakMap();

  var observer = new MutationObserver(notice);
  observer.observe(root, { childList: true, characterData: true, subtree: true });

  function isInPage(node) {
    return root.contains(node);
  }

  // Whether a node contains any of our nodes except this one.
  function holdsOurs(node, butNot) {
    return Array.prototype.some.call(node.childNodes, function (child) {
      return (child !== butNot && ours.has(child)) || holdsOurs(child, butNot);
    });
  }

  // Records what others did. `asProgram` keeps the program's own mutations out of it.
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

  // What others inserted where a node was, in the same mutation or in one next to it.
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

  // An empty text node where a node was removed without a replacement.
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

  // All nodes that represent a node now: others may have removed it along with a wrapper, or replaced its replacements.
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

  // The child of a parent that is, contains, or represents a node.
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

  // The outermost foreign element around a node, unless it contains other nodes of ours.
  function wrapperOf(node) {
    var wrapper = null;
    for (var at = node.parentNode; at && !ours.has(at); at = at.parentNode) {
      wrapper = at;
    }
    return wrapper && isInPage(wrapper) && !holdsOurs(wrapper, node) ? wrapper : null;
  }

  // Puts a node of ours back in place of its replacements or wrapper.
  function bringBack(node) {
    var wrapper = wrapperOf(node);
    var others = wrapper ? [wrapper] : isInPage(node) ? [] : allFor(node);
    if (others.length > 0) {
      var place = mark(others[0].parentNode, others[0]);
      // One replacement may represent several nodes: all of them come back.
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
      // The pieces that others split off.
      while (node.nextSibling && !ours.has(node.nextSibling)) {
        takeOut(node.nextSibling);
      }
      changed.delete(node);
    }
  }

  // Runs one of the program's DOM operations, after taking note of what others have done so far.
  function asProgram(operation) {
    notice(observer.takeRecords());
    try {
      return operation();
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
      // The common case: nobody else has changed anything here.
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

  // A text node that the program updates has to become visible again: its replacement shows the old text.
  function guardText(prototype, name) {
    var property = Object.getOwnPropertyDescriptor(prototype, name);
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: property.enumerable,
      get: property.get,
      set: function (text) {
        var node = this;
        asProgram(function () {
          // Nodes around the text may have been removed as well.
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
