// Writes this page again with a plan inside. It is put together as the packer does it, from the very texts that the
// packer made and the policy allows, and not from what the app or an extension has made of the page since.
function preparePageCopy(shell) {
  const policy = [...document.querySelectorAll("meta[http-equiv='Content-Security-Policy']")]
    .map((meta) => meta.content)
    .find((content) => content.includes("'wasm-unsafe-eval'"));
  const script = (kind, text) => `<script${kind}>${text}</` + "script>";

  waymark.pageWith = (json) => {
    const [upToPolicy, upToFirst, upToSecond, end] = shell;
    // A plan may hold any text; without this sign none of it can end the block.
    const inert = json.replaceAll("<", "\\u003c");
    return [
      upToPolicy,
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      upToFirst,
      script(' type="application/json" id="plan-inside"', inert),
      "\n",
      script("", waymark.firstScript),
      upToSecond,
      script("", waymark.secondScript),
      end,
    ].join("");
  };
}
