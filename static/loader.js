// After this the packer calls `start` with what the page carries: the unpacker as gzip, and as LZMA, which is smaller
// but nothing that browsers know, the program and after it the rest of the page's texts, among them the wasm-bindgen
// glue, which defines `wasm_bindgen`. All is written as letters. A page opened from a file may not fetch, so it
// travels inside it.

// A letter is seven bits. Those that cannot stand in a script have others in their place, which say which one it was
// and the eight bits after it. The last bits only fill up.
function bytesFrom({ letters, length }) {
  const impossible = [0, 10, 13, 26, 34, 60, 92];
  const bytes = new Uint8Array(length);
  let value = 0;
  let bits = 0;
  let to = 0;
  for (let from = 0; from < letters.length; from += 1) {
    const code = letters.charCodeAt(from);
    const rest = code - 128;
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
}

async function unpacked(unpacker, packed, length, programLength) {
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
  const found = unpack(place, bytes.length, length, programLength);
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

// The policy knows its hash too, so this runs nothing that the packer did not see. Where a page may not make code from
// text, it may with the one policy of that name, and there can be no second one.
function run(code) {
  const script = document.createElement("script");
  const asIs = { createScript: (text) => text };
  const policy = window.trustedTypes ? trustedTypes.createPolicy("carried-script", asIs) : asIs;
  script.text = policy.createScript(code);
  document.head.append(script);
  script.remove();
}

async function start(unpacker, packed, length, programLength) {
  waymark.hasBegun = true;
  waymark.secondScript = document.currentScript.textContent;
  try {
    const bytes = await unpacked(unpacker, packed, length, programLength);
    const { script, style, shell } = JSON.parse(new TextDecoder().decode(bytes.subarray(programLength)));
    adopt(style);
    run(script);
    preparePageCopy(shell);
    await wasm_bindgen({ module_or_path: bytes.subarray(0, programLength) });
  } catch (reason) {
    // Where the program itself has stopped it has said so already, in better words.
    waymark.cannotStart(reason);
  }
}
