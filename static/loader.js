// Starts the program. A page opened from a file may not fetch anything, so the program travels inside the page: gzipped, in
// base64, and in blocks after this script, so that it is unpacked while the browser still reads the file. The packer adds
// a call of `start` with the texts that `page_copy.js` needs.

const BLOCKS = "script[type='application/gzip']";

async function start(shell) {
  waymark.hasBegun = true;
  waymark.mainScript = document.currentScript.textContent;
  try {
    for (const needed of ["WebAssembly", "DecompressionStream"]) {
      if (!(needed in window)) {
        throw new Error(`This browser has no ${needed}.`);
      }
    }
    const program = await unpacked();
    preparePageCopy(shell);
    await wasm_bindgen({ module_or_path: program });
  } catch (reason) {
    // Where the program itself has stopped, it has said so already, in better words.
    waymark.cannotStart(reason);
  }
}

async function unpacked() {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  // What goes wrong here also fails the reading side, which tells of it.
  const ignore = () => {};
  let written = 0;

  function write(isWhole) {
    const blocks = document.querySelectorAll(BLOCKS);
    // The last block is incomplete as long as the browser reads the file.
    const end = isWhole ? blocks.length : blocks.length - 1;
    try {
      for (; written < end; written += 1) {
        writer.write(bytesOf(blocks[written].textContent)).catch(ignore);
      }
    } catch (reason) {
      writer.abort(reason).catch(ignore);
    }
  }

  const observer = new MutationObserver(() => write(false));
  observer.observe(document.body, { childList: true });
  document.addEventListener("DOMContentLoaded", () => {
    observer.disconnect();
    write(true);
    writer.close().catch(ignore);
  });
  try {
    return await new Response(readable).arrayBuffer();
  } catch {
    throw new Error("The program in this file is damaged.");
  }
}

function bytesOf(base64) {
  return Uint8Array.fromBase64
    ? Uint8Array.fromBase64(base64)
    : Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
}
