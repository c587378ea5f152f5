// The packer puts this after the wasm-bindgen glue, which defines `wasm_bindgen`, and then calls `start` with
// the program as letters that stand for its gzip. A page opened from a file may not fetch, so the program travels inside it.

// Five letters stand for four bytes. The letters are those that ASCII can print, in its order, but for some
// that mean something in a script or a page.
function bytesFromText(text, length) {
  const values = new Uint8Array(128);
  for (let code = 33, value = 0; value < 85; code += 1) {
    if (!"\"&'<\\".includes(String.fromCharCode(code))) {
      values[code] = value;
      value += 1;
    }
  }
  const bytes = new DataView(new ArrayBuffer((text.length / 5) * 4));
  for (let from = 0, to = 0; from < text.length; from += 5, to += 4) {
    let group = 0;
    for (let i = from; i < from + 5; i += 1) {
      group = group * 85 + values[text.charCodeAt(i)];
    }
    bytes.setUint32(to, group);
  }
  return new Uint8Array(bytes.buffer, 0, length);
}

function unpack(packed, length) {
  for (const needed of ["WebAssembly", "DecompressionStream"]) {
    if (!(needed in window)) {
      throw new Error(`This browser has no ${needed}.`);
    }
  }
  const zipped = new Blob([bytesFromText(packed, length)]).stream();
  return new Response(zipped.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

async function start(packed, length) {
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
    await wasm_bindgen({ module_or_path: await unpack(packed, length) });
    await new Promise((drawn) => setTimeout(drawn));
  } catch (reason) {
    explain(reason);
  } finally {
    window.removeEventListener("error", explainEvent);
    window.removeEventListener("unhandledrejection", explainEvent);
  }
}
