// Notes what the page does wrong from now on: one in each page, put there as soon as it is loaded.
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
