// What unpacks the program is made ready while the browser still reads the program. That takes several turns, which would
// each have to wait for other work later.
(function () {
  "use strict";

  // What the page carries is written as letters. A letter is seven bits. Those that cannot stand in a script have others
  // in their place, which say which one it was and the eight bits after it. The last bits only fill up.
  waymark.bytesFrom = function (carried) {
    var impossible = [0, 10, 13, 26, 34, 60, 92];
    var letters = carried.letters;
    var bytes = new Uint8Array(carried.length);
    var value = 0;
    var bits = 0;
    var to = 0;
    for (var from = 0; from < letters.length; from += 1) {
      var code = letters.charCodeAt(from);
      var rest = code - 128;
      if (rest < 0) {
        value = (value << 7) | code;
        bits += 7;
      } else {
        value = (value << 15) | (impossible[rest >> 8] << 8) | (rest & 255);
        bits += 15;
      }
      for (; bits >= 8; to += 1) {
        bits -= 8;
        bytes[to] = value >> bits;
      }
    }
    return bytes;
  };

  function instantiate(program) {
    return WebAssembly.instantiate(program);
  }

  // The last that the first script does, with the unpacker as gzip. Where the browser lacks something for it this throws,
  // and the second script says what. That also says what is wrong with the unpacker.
  waymark.prepare = function (zipped) {
    var unzipped = new Response(waymark.bytesFrom(zipped)).body.pipeThrough(new DecompressionStream("gzip"));
    waymark.unpacker = new Response(unzipped).arrayBuffer().then(instantiate);
  };
})();
