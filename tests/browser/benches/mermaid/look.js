// Reads nodes and edges out of a Mermaid drawing, and measures any drawing of lines between boxes.

/** Draws a flowchart with Mermaid and returns its boxes, its labels and its lines, all measured in the drawing. */
const drawnByMermaid = async (text) => {
    mermaid.initialize({ startOnLoad: false, maxTextSize: 1e6 });
    const { svg } = await mermaid.render("drawing", text);
    const place = document.createElement("div");
    document.body.replaceChildren(place);
    place.innerHTML = svg;
    const drawing = place.querySelector("svg");
    // Unscaled, so that lengths are those that Mermaid computed with.
    drawing.removeAttribute("style");
    const [, , width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
    drawing.setAttribute("width", width);
    drawing.setAttribute("height", height);
    const nodes = [...drawing.querySelectorAll("g.node")].map((node) => {
        const shape = node.querySelector("rect.label-container, polygon, path, rect");
        const { x, y, width, height } = shape.getBoundingClientRect();
        const name = /flowchart-(.+)-\d+$/.exec(node.id)[1];
        return { name, x, y, width, height, pointed: shape.tagName === "polygon" };
    });
    const corner = drawing.getBoundingClientRect();
    nodes.forEach((node) => ((node.x -= corner.x), (node.y -= corner.y)));
    const lines = [...drawing.querySelectorAll("path.flowchart-link")].map((path) => {
        const label = drawing.querySelector(`.edgeLabel .label[data-id="${path.dataset.id}"] foreignObject`);
        const size = label && [Number(label.getAttribute("width")), Number(label.getAttribute("height"))];
        const matrix = path.getScreenCTM();
        const points = sampled(path).map(([x, y]) => [
            matrix.a * x + matrix.e - corner.x,
            matrix.d * y + matrix.f - corner.y,
        ]);
        return { name: path.dataset.id, label: size && size[0] > 0 ? size : null, points };
    });
    return { width, height, nodes, lines };
};

/** Points along a path, at most two units apart. */
const sampled = (path) => {
    const length = path.getTotalLength();
    const steps = Math.max(1, Math.ceil(length / 2));
    return Array.from({ length: steps + 1 }, (_, step) => {
        const { x, y } = path.getPointAtLength((length * step) / steps);
        return [x, y];
    });
};

/** Points along a line that is given as path data. */
const sampledData = (data) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", data);
    return sampled(path);
};

/**
 * The length of all lines, how often two of them cross, and how many lead through a node that is not theirs. Near a node
 * that both lines have in common, where arrows run together, nothing counts as a crossing.
 */
const measured = (nodes, drawn) => {
    const lines = drawn.map(({ from, to, line }) => {
        return { from, to, points: typeof line === "string" ? sampledData(line) : line };
    });
    const lengthOf = ({ points }) =>
        points.slice(1).reduce((sum, [x, y], at) => sum + Math.hypot(x - points[at][0], y - points[at][1]), 0);
    const isIn = (node, [x, y], margin) => {
        const across = Math.abs(x - node.x - node.width / 2) / (node.width / 2 + margin);
        const down = Math.abs(y - node.y - node.height / 2) / (node.height / 2 + margin);
        return node.pointed ? across + down < 1 : Math.max(across, down) < 1;
    };
    const ends = ({ from, to }) => [from, to];
    let crossings = 0;
    let through = 0;
    lines.forEach((line, at) => {
        nodes.forEach((node, place) => {
            if (!ends(line).includes(place) && line.points.some((point) => isIn(node, point, -2))) through++;
        });
        for (const other of lines.slice(0, at)) {
            const common = ends(line).filter((end) => ends(other).includes(end)).map((end) => nodes[end]);
            crossings += crossingsOf(line.points, other.points)
                .filter((point) => !common.some((node) => isIn(node, point, 12))).length;
        }
    });
    return { length: lines.reduce((sum, line) => sum + lengthOf(line), 0), crossings, through };
};

/** Where two lines cross; crossings nearer than ten units to the last one are the same. */
const crossingsOf = (one, other) => {
    const side = ([ax, ay], [bx, by], [x, y]) => Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
    const found = [];
    const [left, right] = [Math.min, Math.max].map((most) => most(...other.map(([x]) => x)));
    const [top, bottom] = [Math.min, Math.max].map((most) => most(...other.map(([, y]) => y)));
    for (let i = 1; i < one.length; i++) {
        const [a, b] = [one[i - 1], one[i]];
        if (b[0] < left - 2 || b[0] > right + 2 || b[1] < top - 2 || b[1] > bottom + 2) continue;
        for (let j = 1; j < other.length; j++) {
            const [c, d] = [other[j - 1], other[j]];
            if (Math.abs(a[0] - c[0]) > 6 || Math.abs(a[1] - c[1]) > 6) continue;
            if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) {
                const last = found[found.length - 1];
                if (!last || Math.hypot(last[0] - a[0], last[1] - a[1]) > 10) found.push(a);
            }
        }
    }
    return found;
};
