// Starts the program. A page opened from a file may not fetch anything, so the program travels inside the page: the
// packer adds a call of `start` with it, gzipped and in base64, and with the texts that `page_copy.js` needs.

async function start(program, shell) {
  waymark.hasBegun = true;
  waymark.mainScript = document.currentScript.textContent;
  try {
    for (const needed of ["WebAssembly", "DecompressionStream"]) {
      if (!(needed in window)) {
        throw new Error(`This browser has no ${needed}.`);
      }
    }
    preparePageCopy(shell);
    await wasm_bindgen({ module_or_path: await unpacked(program) });
  } catch (reason) {
    // Where the program itself has stopped, it has said so already, in better words.
    waymark.cannotStart(reason);
  }
}

async function unpacked(base64) {
  try {
    const zipped = Uint8Array.fromBase64
      ? Uint8Array.fromBase64(base64)
      : Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
    const stream = new Response(zipped).body.pipeThrough(new DecompressionStream("gzip"));
    return await new Response(stream).arrayBuffer();
  } catch {
    throw new Error("The program in this file is damaged.");
  }
}
