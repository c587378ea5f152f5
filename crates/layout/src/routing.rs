//! The y coordinates and the paths of edges.

use super::lanes::{self, Lanes, Track};
use super::layers::{self, Layers};
use super::ports::Ports;
use super::side_ports::{self, Outside, SidePort};
use super::{EdgePath, Graph, Layout, Point, Rect, Size, columns, cycles, order, ranks};

/// The least distance from one row of nodes to the next.
const ROW_GAP: i32 = 28;
/// The same before and after a row of dummy nodes only.
const LABEL_GAP: i32 = 20;
/// The most that is added to these where edges lead far to the side.
const SLANT: i32 = 44;
/// The margin above and below the nodes of a row in which edges stay vertical.
const CLEAR: i32 = 8;
/// The distance between two tracks.
const TRACK_GAP: i32 = 12;

/// Draws a connected graph.
pub(super) fn draw(graph: &Graph) -> Layout {
    let directions = cycles::directions(graph);
    let ranks = ranks::ranks(graph, &directions);
    let mut layers = layers::layers(graph, &directions, &ranks);
    order::order(&mut layers);
    // Only edges along the outside need to know x beforehand.
    let rough = if layers.is_outside.contains(&true) { columns::columns(&layers, true) } else { Vec::new() };
    let outside = side_ports::side_ports(graph, &mut layers, &rough);
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
    let inside =
        |edge: usize| if layers.is_outside[edge] { EdgePath::default() } else { drawing.inside(edge) };
    let mut edges: Vec<EdgePath> = (0..graph.edges.len()).map(inside).collect();
    for (at, edge) in outside.iter().enumerate() {
        edges[edge.edge] = drawing.outside(edge, lanes.lanes[at], lanes.tracks[at]);
    }
    for (path, is_back) in edges.iter_mut().zip(directions.is_back) {
        path.is_back = is_back;
    }
    let height = drawing.bands.last().map_or(0, |end| end.top);
    let of_nodes = |row: &Vec<u32>| {
        row.iter().filter(|&&item| layers.is_node(item)).map(|&item| item as usize).collect()
    };
    let mut rows: Vec<Vec<usize>> = layers.rows.iter().map(of_nodes).collect();
    rows.retain(|row| !row.is_empty());
    let mut layout = Layout { width: 0, height, nodes, edges, rows };
    layout.move_to_left_edge();
    layout
}

/// The vertical extent of a row.
struct Band {
    top: i32,
    height: i32,
    /// The y of the first track above it.
    first_track: i32,
}

/// The bands of the rows, and an empty one at the end of the drawing.
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
                let linked = layers.above.neighbors(item).iter();
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

    /// The center of an item.
    fn center(&self, item: u32) -> Point {
        let band = self.band(item);
        Point { x: self.x[item as usize], y: band.top + band.height / 2 }
    }

    fn node(&self, node: usize) -> Rect {
        around(self.center(node as u32), self.graph.nodes[node])
    }

    /// An edge that passes the rows between its nodes.
    fn inside(&self, at: usize) -> EdgePath {
        let edge = self.graph.edges[at];
        let passing = || self.layers.passing[at].clone();
        let (first, last) = (passing().next(), passing().last());
        let (from, to) = (self.node(edge.from), self.node(edge.to));
        let mut line = Line::default();
        let Layers { above, below, .. } = self.layers;
        let [from_node, to_node] = [edge.from, edge.to].map(|node| node as u32);
        let mut at_x = self.leaving.x(below, self.x, from_node, first.unwrap_or(to_node));
        let end_x = self.arriving.x(above, self.x, to_node, last.unwrap_or(from_node));
        line.to(at_x, from.y + from.height);
        let mut bottom = self.band(from_node);
        for item in passing().chain([to_node]) {
            let band = self.band(item);
            line.to(at_x, bottom.top + bottom.height + CLEAR);
            at_x = if item == to_node { end_x } else { self.x[item as usize] };
            line.to(at_x, band.top - CLEAR);
            bottom = band;
        }
        line.to(at_x, to.y);
        let label = edge.label.zip(first).map(|(size, item)| around(self.center(item), size));
        EdgePath { points: line.0, label, is_back: false }
    }

    /// An edge along the outside.
    fn outside(&self, edge: &Outside, lane: i32, [leaving, arriving]: [Option<Track>; 2]) -> EdgePath {
        let mut line = Line::default();
        let Outside { leaves, arrives, .. } = edge;
        let point = |port: &SidePort, out: i32, down: i32| {
            let center = self.center(port.node);
            Point { x: center.x + port.side * out, y: center.y + down }
        };
        let start = point(leaves, leaves.border, leaves.y);
        let end = point(arrives, arrives.border, arrives.y);
        line.to(start.x, start.y);
        if edge.is_loop() {
            let turn = point(leaves, leaves.reach, 0);
            line.to(turn.x, start.y);
            line.to(turn.x, end.y);
        } else {
            let track = |track: Track| self.bands[track.gap].first_track + track.index * TRACK_GAP;
            let [from, to] = [leaves, arrives].map(|port| point(port, port.reach, port.y));
            let mut y = start.y;
            if let Some(leaving) = leaving {
                line.to(from.x, y);
                y = track(leaving);
                line.to(from.x, y);
            }
            line.to(lane, y);
            line.to(lane, arriving.map_or(end.y, track));
            if let Some(arriving) = arriving {
                line.to(to.x, track(arriving));
                line.to(to.x, end.y);
            }
        }
        line.to(end.x, end.y);
        let label = self.graph.edges[edge.edge].label.zip(leaves.label);
        let label = label.map(|(size, center)| around(point(leaves, center.x, center.y), size));
        EdgePath { points: line.0, label, is_back: false }
    }
}

/// A polyline without points where it does not turn.
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

/// The rectangle around a center.
fn around(center: Point, size: Size) -> Rect {
    let Size { width, height } = size;
    Rect { x: center.x - width / 2, y: center.y - height / 2, width, height }
}

impl Layout {
    /// All nodes and labels.
    fn boxes(&mut self) -> impl Iterator<Item = &mut Rect> {
        self.nodes.iter_mut().chain(self.edges.iter_mut().filter_map(|edge| edge.label.as_mut()))
    }

    /// Moves everything by an offset.
    pub(super) fn shift(&mut self, x: i32, y: i32) {
        for shape in self.boxes() {
            shape.x += x;
            shape.y += y;
        }
        for point in self.edges.iter_mut().flat_map(|edge| &mut edge.points) {
            point.x += x;
            point.y += y;
        }
    }

    /// Moves everything to the left edge, and measures the width.
    fn move_to_left_edge(&mut self) {
        let (mut left, mut right) = (i32::MAX, i32::MIN);
        let mut reach = |begin: i32, end: i32| (left, right) = (left.min(begin), right.max(end));
        self.boxes().for_each(|shape| reach(shape.x, shape.x + shape.width));
        self.edges.iter().flat_map(|edge| &edge.points).for_each(|point| reach(point.x, point.x));
        self.width = right - left;
        self.shift(-left, 0);
    }
}
