// What this page keeps in the browser's storage, read without the program. The first script of the page is in the
// JavaScript that all browsers know, because it has to tell somebody with an old one what is wrong.
// Everything that the scripts of the page and the program have in common hangs on this one name.
var waymark = {};

(function () {
  "use strict";

  // As it stands in the file, for a copy of the page.
  waymark.firstScript = document.currentScript && document.currentScript.textContent;

  // Each of these throws where the browser does not let the page read what it stored.
  waymark.stored = function () {
    var found = {};
    for (var at = 0; at < localStorage.length; at += 1) {
      var key = localStorage.key(at);
      if (key.indexOf("waymark.") === 0) {
        found[key] = localStorage.getItem(key);
      }
    }
    return found;
  };

  // How much all pages that share this storage have put there. All browsers have room for as many Latin letters; of a
  // text with others, WebKit counts each letter twice.
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
