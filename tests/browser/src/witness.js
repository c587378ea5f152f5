// Records the errors of a page, from the end of loading on.
if (!window.witness) {
  const noted = (window.witness = []);
  addEventListener("securitypolicyviolation", (event) =>
    noted.push(`broke the policy ${event.effectiveDirective} with ${event.blockedURI}`),
  );
  addEventListener("error", (event) => noted.push(`failed: ${event.message}`));
  addEventListener("unhandledrejection", (event) => noted.push(`failed: ${event.reason}`));
  const complain = console.error;
  console.error = (...words) => {
    noted.push(`complained: ${words.join(" ")}`);
    complain.apply(console, words);
  };
}
