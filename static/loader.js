// The packer puts this after the wasm-bindgen glue, which defines `wasm_bindgen`, and then calls `start` with what
// the page carries: the unpacker as gzip, and as LZMA, which is smaller but nothing that browsers know, the program
// and after it the rest of the page's texts. All is written as letters. A page opened from a file may not fetch, so
// it travels inside it.

// Five letters stand for four bytes. The letters are those that ASCII can print, in its order, but for some
// that mean something in a script or a page.
function bytesFrom({ letters, length }) {
  const values = new Uint8Array(128);
  for (let code = 33, value = 0; value < 85; code += 1) {
    if (!"\"&'<\\".includes(String.fromCharCode(code))) {
      values[code] = value;
      value += 1;
    }
  }
  const bytes = new DataView(new ArrayBuffer((letters.length / 5) * 4));
  for (let from = 0, to = 0; from < letters.length; from += 5, to += 4) {
    let group = 0;
    for (let i = from; i < from + 5; i += 1) {
      group = group * 85 + values[letters.charCodeAt(i)];
    }
    bytes.setUint32(to, group);
  }
  return new Uint8Array(bytes.buffer, 0, length);
}

async function unpacked(unpacker, packed, length) {
  for (const needed of ["WebAssembly", "DecompressionStream"]) {
    if (!(needed in window)) {
      throw new Error(`This browser has no ${needed}.`);
    }
  }
  const zipped = new Blob([bytesFrom(unpacker)]).stream();
  const unzipped = new Response(zipped.pipeThrough(new DecompressionStream("gzip")));
  const { instance } = await WebAssembly.instantiate(await unzipped.arrayBuffer());
  const { memory, reserve, unpack } = instance.exports;

  // The memory grows as it is used, which detaches its buffer: it is asked for anew each time.
  const bytes = bytesFrom(packed);
  const place = reserve(bytes.length);
  new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
  const found = unpack(place, bytes.length, length);
  if (found === 0) {
    throw new Error("The program in this file is damaged.");
  }
  return new Uint8Array(memory.buffer, found, length);
}

// Before the app draws itself, so that nobody ever sees it without its style.
function adopt(style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}

async function start(unpacker, packed, length, programLength) {
  waymark.hasBegun = true;
  waymark.secondScript = document.currentScript.textContent;
  try {
    const bytes = await unpacked(unpacker, packed, length);
    const { style, shell } = JSON.parse(new TextDecoder().decode(bytes.subarray(programLength)));
    adopt(style);
    preparePageCopy(shell);
    await wasm_bindgen({ module_or_path: bytes.subarray(0, programLength) });
  } catch (reason) {
    // Where the program itself has stopped it has said so already, in better words.
    waymark.cannotStart(reason);
  }
}
