// Writes this page again with a plan inside. It is put together from the texts that the packer made and the policy
// allows, not from what the app or an extension has since made of the page.
function preparePageCopy(shell, blocks) {
  const policy = [...document.querySelectorAll("meta[http-equiv='Content-Security-Policy']")]
    .map((meta) => meta.content)
    .find((content) => content.includes("'wasm-unsafe-eval'"));
  const style = document.getElementById("style").textContent;
  const element = (name, attributes, text) => `<${name}${attributes}>${text}</${name}>\n`;

  waymark.pageWith = (json) => {
    // A plan may hold any text; without this character none of it can end the block.
    const inert = json.replaceAll("<", "\\u003c");
    return [
      shell.upToPolicy,
      `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
      shell.upToStyle,
      element("style", ' id="style"', style),
      shell.upToFirst,
      element("script", ' type="application/json" id="plan-inside"', inert),
      element("script", "", waymark.firstScript),
      shell.upToMain,
      element("script", "", waymark.mainScript),
      ...blocks.map((block) => element("script", ' type="application/gzip"', block)),
      element("script", ' type="application/gzip" id="learning-content"', document.getElementById("learning-content").textContent),
      shell.end,
    ].join("");
  };
}
