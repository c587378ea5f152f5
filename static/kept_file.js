// A file of the learner's that is kept up to date, where the browser lets a page write a file that it was given. What was given is
// kept beside the second copies, one record for each roadmap, so that the file is known at the next visit.
(function () {
  "use strict";

  var KIND = { description: "Waymark plan", accept: { "application/json": [".json"] } };
  var MODE = { mode: "readwrite" };

  // Writes wait for each other.
  var lastWrite = Promise.resolve();

  function name(record) {
    return "file." + record;
  }

  async function known(record, handle) {
    return { name: handle.name, mayWrite: (await handle.queryPermission(MODE)) === "granted" };
  }

  async function write(record, text) {
    var handle = await waymark.copies.getHandle(name(record));
    if (!handle) {
      throw new Error("no file was chosen");
    }
    var stream = await handle.createWritable();
    await stream.write(text);
    // Only now the file changes, as a whole.
    await stream.close();
  }

  waymark.keptFile = {
    isPossible: function () {
      return typeof showSaveFilePicker === "function" && isSecureContext;
    },
    // The file of a roadmap and whether it may be written at once, or null.
    find: async function (record) {
      var handle = await waymark.copies.getHandle(name(record));
      return handle ? known(record, handle) : null;
    },
    // Lets the learner choose a file; null if they do not.
    choose: async function (record, suggestedName) {
      try {
        var handle = await showSaveFilePicker({ suggestedName: suggestedName, types: [KIND] });
        await waymark.copies.putHandle(name(record), handle);
        return known(record, handle);
      } catch (reason) {
        if (reason && reason.name === "AbortError") {
          return null;
        }
        throw reason;
      }
    },
    // Asks the browser to let the page write the file again.
    allow: async function (record) {
      var handle = await waymark.copies.getHandle(name(record));
      await handle.requestPermission(MODE);
      return known(record, handle);
    },
    write: function (record, text) {
      lastWrite = lastWrite.catch(function () {}).then(function () {
        return write(record, text);
      });
      return lastWrite;
    },
    forget: function (record) {
      return waymark.copies.putHandle(name(record), null);
    },
  };
})();
