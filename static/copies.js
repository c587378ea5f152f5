// A second copy of what is saved, in IndexedDB, which browsers keep in different files than localStorage. There is one record
// for each roadmap. A record is never deleted, and only replaced by one of the same or a higher revision. Beside them are the
// files that `kept_file.js` keeps up to date.
(function () {
  "use strict";

  var STORE = "copies";
  // The key of the shipped roadmap's record.
  var RECORD = "newest";

  // Timeouts in milliseconds: a browser with a damaged database may never answer. Where nothing else is stored, the copy
  // may be all that is left, and a busy browser gets more time to find it.
  var TIMEOUTS = { readonly: isAnythingStored() ? 1500 : 5000, readwrite: 10000 };

  function isAnythingStored() {
    try {
      return waymark.storedKeys().length > 0;
    } catch (reason) {
      return false;
    }
  }

  // Runs `use` on the store in one transaction. Calls either `done`, with what `use` reported, or `failed`; only the first
  // outcome counts. A write is done once its transaction is complete.
  function transact(mode, use, done, failed) {
    var isSettled = false;
    var result;
    var timer = setTimeout(function () {
      fail("The browser’s database is not responding.");
    }, TIMEOUTS[mode]);

    function settle(callback, value) {
      if (!isSettled) {
        isSettled = true;
        clearTimeout(timer);
        callback(value);
      }
    }
    function fail(reason) {
      settle(failed, reason || "The browser’s database failed.");
    }

    try {
      var request = indexedDB.open("waymark", 1);
      request.onupgradeneeded = function () {
        request.result.createObjectStore(STORE);
      };
      request.onerror = function () {
        fail(request.error);
      };
      request.onblocked = function () {
        fail("The browser’s database is blocked.");
      };
      request.onsuccess = function () {
        var database = request.result;
        try {
          // Strict durability: complete means that it is on the disk.
          var transaction = database.transaction(STORE, mode, { durability: "strict" });
          transaction.oncomplete = function () {
            database.close();
            settle(done, result);
          };
          transaction.onabort = function () {
            database.close();
            fail(transaction.error);
          };
          use(transaction.objectStore(STORE), function (value) {
            result = value;
            if (mode === "readonly") {
              settle(done, value);
            }
          });
        } catch (reason) {
          database.close();
          fail(reason);
        }
      };
    } catch (reason) {
      fail(reason);
    }
  }

  function read(record, done, failed) {
    function use(store, report) {
      var request = store.get(record);
      request.onsuccess = function () {
        report(request.result ? request.result.text : null);
      };
    }
    transact("readonly", use, done, failed);
  }

  function write(record, revision, text, done, failed) {
    function use(store, report) {
      var request = store.get(record);
      request.onsuccess = function () {
        if (request.result && request.result.revision > revision) {
          report(false);
        } else {
          store.put({ revision: revision, text: text }, record);
          report(true);
        }
      };
    }
    if (waymark.hasStopped) {
      failed("Waymark has stopped, and nothing more is saved.");
    } else {
      transact("readwrite", use, done, failed);
    }
  }

  function promised(record) {
    return new Promise(function (done, failed) {
      read(record || RECORD, done, failed);
    });
  }

  // What a browser gives for a file that the page may write; `null` takes it away.
  function putHandle(record, handle) {
    return new Promise(function (done, failed) {
      function use(store) {
        if (handle) {
          store.put({ handle: handle }, record);
        } else {
          store.delete(record);
        }
      }
      transact("readwrite", use, done, failed);
    });
  }

  function getHandle(record) {
    return new Promise(function (done, failed) {
      function use(store, report) {
        var request = store.get(record);
        request.onsuccess = function () {
          report(request.result ? request.result.handle : null);
        };
      }
      transact("readonly", use, done, failed);
    });
  }

  // Browsers take a while to open their database, so what the program reads first is read while it is being unpacked.
  var firstRead = null;
  if (typeof Promise === "function") {
    firstRead = promised();
    // If the program never starts, nobody awaits this, and a failure must not count as an unhandled error.
    firstRead.catch(function () {});
  }

  waymark.copies = {
    // With callbacks, for the crash screen.
    readThen: function (done, failed) {
      read(RECORD, done, failed);
    },
    read: promised,
    firstRead: function () {
      return firstRead;
    },
    getHandle: getHandle,
    putHandle: putHandle,
    write: function (revision, text, record) {
      return new Promise(function (done, failed) {
        write(record || RECORD, revision, text, done, failed);
      });
    },
  };
})();
