// The packer puts this after the wasm-bindgen glue, which defines `wasm_bindgen`, and then calls `start` with what
// the page carries: the unpacker as gzip and the program as LZMA, which is smaller but nothing that browsers know.
// Both are written as letters. A page opened from a file may not fetch, so they travel inside it.

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

async function programFrom(unpacker, packed, length) {
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
  const program = unpack(place, bytes.length, length);
  if (program === 0) {
    throw new Error("The program in this file is damaged.");
  }
  return new Uint8Array(memory.buffer, program, length);
}

async function start(unpacker, packed, length) {
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
    await wasm_bindgen({ module_or_path: await programFrom(unpacker, packed, length) });
    await new Promise((drawn) => setTimeout(drawn));
  } catch (reason) {
    explain(reason);
  } finally {
    window.removeEventListener("error", explainEvent);
    window.removeEventListener("unhandledrejection", explainEvent);
  }
}
