// Reads what this page has stored, without the program. The first script is in ECMAScript 5, because it has to tell people
// with an old browser what is wrong.

// The one global that the scripts and the program share.
var waymark = {};

(function () {
  "use strict";

  // Exactly as in the file, for a copy of the page.
  waymark.firstScript = document.currentScript && document.currentScript.textContent;

  // All three functions throw where the browser blocks storage.
  waymark.storedKeys = function () {
    var keys = [];
    for (var at = 0; at < localStorage.length; at += 1) {
      var key = localStorage.key(at);
      if (key.indexOf("waymark.") === 0) {
        keys.push(key);
      }
    }
    return keys;
  };

  waymark.stored = function () {
    var found = {};
    waymark.storedKeys().forEach(function (key) {
      found[key] = localStorage.getItem(key);
    });
    return found;
  };

  // The characters stored by all pages that share this storage. Every browser has the same quota of Latin-1 characters;
  // WebKit counts each character of a string with any other one twice.
  waymark.used = function () {
    var used = 0;
    for (var at = 0; at < localStorage.length; at += 1) {
      var key = localStorage.key(at);
      var text = key + localStorage.getItem(key);
      used += /[^\u0000-\u00ff]/.test(text) ? 2 * text.length : text.length;
    }
    return used;
  };
})();
