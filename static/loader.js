// After this the packer calls `start` with what the page carries as LZMA, which is smaller but nothing that browsers
// know: the program, and after it the rest of the page's texts, among them the wasm-bindgen glue, which defines
// `wasm_bindgen`. It is written as letters. A page opened from a file may not fetch, so it travels inside it.

async function unpacked(packed, length, programLength) {
  for (const needed of ["WebAssembly", "DecompressionStream"]) {
    if (!(needed in window)) {
      throw new Error(`This browser has no ${needed}.`);
    }
  }
  const bytes = waymark.bytesFrom(packed);
  const { instance } = await waymark.unpacker;
  const { memory, reserve, unpack } = instance.exports;

  // The memory grows as it is used, which detaches its buffer: it is asked for anew each time.
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

async function start(packed, length, programLength) {
  waymark.hasBegun = true;
  waymark.secondScript = document.currentScript.textContent;
  try {
    const bytes = await unpacked(packed, length, programLength);
    // The browser compiles it beside the rest of this.
    const program = WebAssembly.compile(bytes.subarray(0, programLength));
    const { script, style, shell } = JSON.parse(new TextDecoder().decode(bytes.subarray(programLength)));
    adopt(style);
    run(script);
    preparePageCopy(shell);
    await wasm_bindgen(await program);
  } catch (reason) {
    // Where the program itself has stopped it has said so already, in better words.
    waymark.cannotStart(reason);
  }
}
