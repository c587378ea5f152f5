// The packer puts this after the wasm-bindgen glue, which defines `wasm_bindgen`, and then calls `start` with
// the program as base64 of gzip. A page opened from a file may not fetch, so the program travels inside it.

function bytesFromBase64(text) {
  if (Uint8Array.fromBase64) {
    return Uint8Array.fromBase64(text);
  }
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i += 1) {
    bytes[i] = characters.charCodeAt(i);
  }
  return bytes;
}

function unpack(packed) {
  for (const needed of ["WebAssembly", "DecompressionStream"]) {
    if (!(needed in window)) {
      throw new Error(`This browser has no ${needed}.`);
    }
  }
  const zipped = new Blob([bytesFromBase64(packed)]).stream();
  return new Response(zipped.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

async function start(packed) {
  // All of this is held from before the start, because the app removes it when it draws itself.
  const app = document.getElementById("app");
  const explanation = [...app.childNodes];
  const notStarted = document.getElementById("not-started");
  const problem = document.getElementById("start-problem");

  const explain = (reason) => {
    app.replaceChildren(...explanation);
    problem.textContent = String(reason);
    notStarted.hidden = false;
  };
  const explainEvent = (event) => explain(event.reason || event.error || event.message);

  // The app draws itself for the first time in a task of its own, whose errors reach only the window.
  window.addEventListener("error", explainEvent);
  window.addEventListener("unhandledrejection", explainEvent);
  try {
    await wasm_bindgen({ module_or_path: await unpack(packed) });
    await new Promise((drawn) => setTimeout(drawn));
  } catch (reason) {
    explain(reason);
  } finally {
    window.removeEventListener("error", explainEvent);
    window.removeEventListener("unhandledrejection", explainEvent);
  }
}
