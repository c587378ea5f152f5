// The second copy of what is saved, in IndexedDB: another engine than localStorage, on other files of the disk.
// One record for each roadmap, which is only ever replaced by one of the same or a higher revision, and never deleted.
(function () {
  "use strict";

  var STORE = "copies";
  // The record of the roadmap that comes with the page.
  var RECORD = "newest";

  // Browsers with a damaged database may never answer at all, so waiting has an end.
  var PATIENCE = { readonly: 1500, readwrite: 10000 };

  // Opens the database for one transaction and lets `use` work with the store. What comes first counts: `done` with
  // what `use` reported, once the transaction is complete, or `failed`.
  function transact(mode, use, done, failed) {
    var isSettled = false;
    var result;
    var timer = setTimeout(function () {
      fail("The browser's database does not answer.");
    }, PATIENCE[mode]);

    function settle(callback, value) {
      if (!isSettled) {
        isSettled = true;
        clearTimeout(timer);
        callback(value);
      }
    }
    function fail(reason) {
      settle(failed, reason || "The browser's database failed.");
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
        fail("The browser's database is blocked.");
      };
      request.onsuccess = function () {
        var database = request.result;
        try {
          // Strict: complete means on the disk, not only on the way there.
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
      failed("Waymark has stopped, and nothing is saved any more.");
    } else {
      transact("readwrite", use, done, failed);
    }
  }

  // A browser takes a while to start its database. Asked this early it does so beside all that comes before the answer is
  // needed; that is asked for then, anew.
  function ignore() {}
  read(RECORD, ignore, ignore);

  waymark.copies = {
    // For the crash screen, which also works where there are no promises.
    readThen: function (done, failed) {
      read(RECORD, done, failed);
    },
    read: function (record) {
      return new Promise(function (done, failed) {
        read(record || RECORD, done, failed);
      });
    },
    write: function (revision, text, record) {
      return new Promise(function (done, failed) {
        write(record || RECORD, revision, text, done, failed);
      });
    },
  };
})();
