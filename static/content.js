// Learning content travels in a block of its own, gzipped and in base64, which is unpacked once the page is usable.

waymark.content = async () => {
  const block = document.getElementById("learning-content");
  const zipped = new Blob([bytesOf(block.textContent)]).stream();
  return new Response(zipped.pipeThrough(new DecompressionStream("gzip"))).text();
};
