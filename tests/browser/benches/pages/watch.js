// Added to every timed page, before its own content.

/** When the frame that is drawn now was handed on to be shown, in milliseconds since the page was asked for. */
const handedOn = (done) => {
    // A task posted just before a frame is drawn runs right after it.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
};

/** The same of the next frame. */
const painted = () => new Promise((done) => requestAnimationFrame(() => handedOn(done)));

/** The same of the first frame with an element. */
const paintedWith = (selector) => new Promise((done) => {
    const look = () => document.querySelector(selector) ? handedOn(done) : requestAnimationFrame(look);
    requestAnimationFrame(look);
});

/** The same of the first frame with the page's map. */
const mapPainted = () => paintedWith("svg [role=button]");

const firstMap = mapPainted();

// The heading of a screen; the text shown until the program has started has a different one.
const firstHeading = paintedWith("h1#heading");
