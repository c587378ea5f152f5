//! From rows and columns to boxes and lines.

use super::hooks::{self, Hook, Outside};
use super::lanes::{self, Lanes, Track};
use super::layers::{self, Layers};
use super::ports::Ports;
use super::{Graph, Layout, Point, Rect, Size, Way, columns, cycles, order, ranks};

/// From one row to the next it is at least so far.
const ROW_GAP: i32 = 28;
/// The same beside a row that has only labels and bends.
const LABEL_GAP: i32 = 20;
/// And at most so much more where links lead far to the side.
const SLANT: i32 = 44;
/// So far above and below the nodes of a row no link slants yet.
const CLEAR: i32 = 8;
/// Two tracks are so far apart.
const TRACK_GAP: i32 = 12;

/// Draws a graph that is in one part.
pub(super) fn draw(graph: &Graph) -> Layout {
    let directions = cycles::directions(graph);
    let ranks = ranks::ranks(graph, &directions);
    let mut layers = layers::layers(graph, &directions, &ranks);
    order::order(&mut layers);
    // Without links along the outside nothing has to be known of columns before.
    let rough = if layers.is_outside.contains(&true) { columns::columns(&layers, true) } else { Vec::new() };
    let outside = hooks::hooks(graph, &mut layers, &rough);
    let x = columns::columns(&layers, false);
    let lanes = lanes::lanes(&layers, &outside, &x);
    let Layers { above, below, .. } = &layers;
    let drawing = Drawing {
        graph,
        x: &x,
        leaving: Ports::of(graph, &layers, &x, below, above),
        arriving: Ports::of(graph, &layers, &x, above, below),
        bands: bands(&layers, &lanes, &x),
        layers: &layers,
    };
    let nodes = (0..graph.nodes.len()).map(|node| drawing.node(node)).collect();
    let inside = |link: usize| if layers.is_outside[link] { Way::default() } else { drawing.inside(link) };
    let mut ways: Vec<Way> = (0..graph.links.len()).map(inside).collect();
    for (at, link) in outside.iter().enumerate() {
        ways[link.link] = drawing.outside(link, lanes.lanes[at], lanes.tracks[at]);
    }
    for (way, is_back) in ways.iter_mut().zip(directions.is_back) {
        way.is_back = is_back;
    }
    let height = drawing.bands.last().map_or(0, |end| end.top);
    let of_nodes = |row: &Vec<u32>| {
        row.iter().filter(|&&item| layers.is_node(item)).map(|&item| item as usize).collect()
    };
    let mut rows: Vec<Vec<usize>> = layers.rows.iter().map(of_nodes).collect();
    rows.retain(|row| !row.is_empty());
    let mut layout = Layout { width: 0, height, nodes, ways, rows };
    layout.move_to_edge();
    layout
}

/// A row from top to bottom; the last one is the end of the drawing.
struct Band {
    top: i32,
    height: i32,
    /// Where the first track above it is.
    first_track: i32,
}

fn bands(layers: &Layers, lanes: &Lanes, x: &[i32]) -> Vec<Band> {
    let mut bands = Vec::with_capacity(layers.rows.len() + 1);
    let mut bottom = 0;
    let mut had_nodes = false;
    for (at, &tracks) in lanes.counts.iter().enumerate() {
        let row = layers.rows.get(at).map_or(&[][..], Vec::as_slice);
        let has_nodes = row.iter().any(|&item| layers.is_node(item));
        let mut free = 0;
        if at > 0 && at < layers.rows.len() {
            let away = |&item: &u32| {
                let linked = layers.above.at(item).iter();
                linked.map(|&other| x[item as usize].abs_diff(x[other as usize]) as i32).max().unwrap_or(0)
            };
            let furthest = row.iter().map(away).max().unwrap_or(0);
            let gap = if has_nodes && had_nodes { ROW_GAP } else { LABEL_GAP };
            free = gap + (furthest / 10).min(SLANT);
        }
        had_nodes = has_nodes;
        let top = bottom + free + tracks * TRACK_GAP;
        let height = row.iter().map(|&item| layers.items[item as usize].height).max().unwrap_or(0);
        bands.push(Band { top, height, first_track: bottom + (free + TRACK_GAP) / 2 });
        bottom = top + height;
    }
    bands
}

struct Drawing<'a> {
    graph: &'a Graph,
    layers: &'a Layers,
    x: &'a [i32],
    leaving: Ports,
    arriving: Ports,
    bands: Vec<Band>,
}

impl Drawing<'_> {
    fn band(&self, item: u32) -> &Band {
        &self.bands[self.layers.items[item as usize].rank as usize]
    }

    fn middle(&self, item: u32) -> Point {
        let band = self.band(item);
        Point { x: self.x[item as usize], y: band.top + band.height / 2 }
    }

    fn node(&self, node: usize) -> Rect {
        around(self.middle(node as u32), self.graph.nodes[node])
    }

    /// A link over the rows between its nodes.
    fn inside(&self, at: usize) -> Way {
        let link = self.graph.links[at];
        let passing = || self.layers.passing[at].clone();
        let (first, last) = (passing().next(), passing().last());
        let (from, to) = (self.node(link.from), self.node(link.to));
        let mut way = Line::default();
        let Layers { above, below, .. } = self.layers;
        let [from_node, to_node] = [link.from, link.to].map(|node| node as u32);
        let mut at_x = self.leaving.at(below, self.x, from_node, first.unwrap_or(to_node));
        let end_x = self.arriving.at(above, self.x, to_node, last.unwrap_or(from_node));
        way.to(at_x, from.y + from.height);
        let mut bottom = self.band(from_node);
        for item in passing().chain([to_node]) {
            let band = self.band(item);
            way.to(at_x, bottom.top + bottom.height + CLEAR);
            at_x = if item == to_node { end_x } else { self.x[item as usize] };
            way.to(at_x, band.top - CLEAR);
            bottom = band;
        }
        way.to(at_x, to.y);
        let label = link.label.zip(first).map(|(size, item)| around(self.middle(item), size));
        Way { points: way.0, label, is_back: false }
    }

    /// A link along the outside.
    fn outside(&self, link: &Outside, lane: i32, [leaving, arriving]: [Option<Track>; 2]) -> Way {
        let mut way = Line::default();
        let Outside { leaves, arrives, .. } = link;
        let place = |hook: &Hook, out: i32, down: i32| {
            let middle = self.middle(hook.node);
            Point { x: middle.x + hook.side * out, y: middle.y + down }
        };
        let start = place(leaves, leaves.border, leaves.port);
        let end = place(arrives, arrives.border, arrives.port);
        way.to(start.x, start.y);
        if link.is_loop() {
            let turn = place(leaves, leaves.reach, 0);
            way.to(turn.x, start.y);
            way.to(turn.x, end.y);
        } else {
            let track = |track: Track| self.bands[track.gap].first_track + track.place * TRACK_GAP;
            let [from, to] = [leaves, arrives].map(|hook| place(hook, hook.reach, hook.port));
            let mut y = start.y;
            if let Some(leaving) = leaving {
                way.to(from.x, y);
                y = track(leaving);
                way.to(from.x, y);
            }
            way.to(lane, y);
            way.to(lane, arriving.map_or(end.y, track));
            if let Some(arriving) = arriving {
                way.to(to.x, track(arriving));
                way.to(to.x, end.y);
            }
        }
        way.to(end.x, end.y);
        let label = self.graph.links[link.link].label.zip(leaves.label);
        let label = label.map(|(size, middle)| around(place(leaves, middle.x, middle.y), size));
        Way { points: way.0, label, is_back: false }
    }
}

/// The corners of a line, without those where it does not turn.
#[derive(Default)]
struct Line(Vec<Point>);

impl Line {
    fn to(&mut self, x: i32, y: i32) {
        if let [.., one, last] = self.0[..]
            && (one.x == last.x && last.x == x || one.y == last.y && last.y == y)
        {
            self.0.pop();
        }
        if self.0.last() != Some(&Point { x, y }) {
            self.0.push(Point { x, y });
        }
    }
}

fn around(middle: Point, size: Size) -> Rect {
    let Size { width, height } = size;
    Rect { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
}

impl Layout {
    /// Every box in it.
    fn boxes(&mut self) -> impl Iterator<Item = &mut Rect> {
        self.nodes.iter_mut().chain(self.ways.iter_mut().filter_map(|way| way.label.as_mut()))
    }

    /// Moves everything by so much.
    pub(super) fn shift(&mut self, x: i32, y: i32) {
        for shape in self.boxes() {
            shape.x += x;
            shape.y += y;
        }
        for point in self.ways.iter_mut().flat_map(|way| &mut way.points) {
            point.x += x;
            point.y += y;
        }
    }

    /// Moves everything to the left edge, and measures the width.
    fn move_to_edge(&mut self) {
        let (mut left, mut right) = (i32::MAX, i32::MIN);
        let mut reach = |begin: i32, end: i32| (left, right) = (left.min(begin), right.max(end));
        self.boxes().for_each(|shape| reach(shape.x, shape.x + shape.width));
        self.ways.iter().flat_map(|way| &way.points).for_each(|point| reach(point.x, point.x));
        self.width = right - left;
        self.shift(-left, 0);
    }
}
