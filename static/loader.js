// Starts the program. A page opened from a file may not fetch anything, so the program travels inside the page: gzipped, in
// base64, and in blocks after this script, so that it is unpacked while the browser still reads the file. The packer adds
// a call of `start` with the texts that `page_copy.js` needs.

// The learning content follows them in a block with an id.
const BLOCKS = "script[type='application/gzip']:not([id])";

async function start(shell) {
  waymark.hasBegun = true;
  waymark.mainScript = document.currentScript.textContent;
  // Browsers unpack a font only once a text needs it, and would lay out the first screen twice.
  document.fonts.load("1rem Figtree");
  try {
    for (const needed of ["WebAssembly", "DecompressionStream"]) {
      if (!(needed in window)) {
        throw new Error(`This browser has no ${needed}.`);
      }
    }
    const program = unpacking();
    preparePageCopy(shell, program.blocks);
    try {
      // Compiled while the browser still reads the file.
      const wasm = { headers: { "Content-Type": "application/wasm" } };
      await wasm_bindgen({ module_or_path: new Response(program.stream, wasm) });
    } catch (reason) {
      throw program.isDamaged ? new Error("The program in this file is damaged.") : reason;
    }
  } catch (reason) {
    // If the program has crashed, it has already reported a better reason; this call then does nothing.
    waymark.cannotStart(reason);
  }
}

function unpacking() {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  const program = { stream: readable, blocks: [], isDamaged: false };
  let isWhole = false;

  function fail() {
    program.isDamaged = true;
  }

  function write(isRead) {
    const elements = document.querySelectorAll(BLOCKS);
    // The last block is incomplete as long as nothing follows it. The program need not wait for what does.
    const isLast = isRead || document.getElementById("learning-content") !== null;
    const end = isLast ? elements.length : elements.length - 1;
    try {
      while (program.blocks.length < end) {
        const block = elements[program.blocks.length].textContent;
        program.blocks.push(block);
        writer.write(bytesOf(block)).catch(fail);
      }
      if (isLast && !isWhole) {
        isWhole = true;
        observer.disconnect();
        writer.close().catch(fail);
      }
    } catch (reason) {
      fail();
      writer.abort(reason).catch(fail);
    }
  }

  const observer = new MutationObserver(() => write(false));
  observer.observe(document.body, { childList: true });
  document.addEventListener("DOMContentLoaded", () => write(true));
  return program;
}

function bytesOf(base64) {
  return Uint8Array.fromBase64
    ? Uint8Array.fromBase64(base64)
    : Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
}
