//! The drawing as SVG elements.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::shape::{head, line};
use super::{
    Area, Drawing, DrawnEdge, DrawnNode, LABEL_LINE, MARGIN, PADDING, SMALL_LINE, TITLE_LINE, Tone,
    label_lines,
};
use layout::{EdgePath, Point, Rect};

/// Nodes and edges drawn in one task. On the slowest machine tried, a slice takes about 20 ms.
const SLICE: usize = 48;

/// The id of a node's element, from its index among all nodes of the roadmap.
pub fn node_id(at: usize) -> String {
    format!("node-{at}")
}

/// The number of slices in which a drawing is drawn.
pub fn slices(drawing: &Drawing) -> usize {
    node_slices(drawing).max(drawing.edges.len().div_ceil(SLICE))
}

/// Slices of nodes go by their indices in the roadmap, so that a node stays in its slice, and its element in the page,
/// when others are folded away.
fn node_slices(drawing: &Drawing) -> usize {
    drawing.nodes.last().map_or(0, |last| last.at / SLICE + 1)
}

/// All lines, and above them the labels and nodes of the first slices and those in sight.
pub fn drawing(drawing: &Rc<Drawing>, sight: Area, drawn_slices: usize) -> Html {
    let slice = |nth: usize| {
        let sight = if nth < drawn_slices { Area::EVERYWHERE } else { sight };
        SliceProps { drawing: drawing.clone(), nth, sight }
    };
    let label_slices = drawing.edges.len().div_ceil(SLICE);
    html! {
        <g transform={format!("translate({MARGIN} {MARGIN})")}>
            <g class="map-lines" aria-hidden="true">
                <Lines drawing={drawing.clone()} />
                { for (0..label_slices).map(|nth| html! { <Labels ..slice(nth) /> }) }
            </g>
            { for (0..node_slices(drawing)).map(|nth| html! { <Nodes ..slice(nth) /> }) }
        </g>
    }
}

#[derive(Properties, PartialEq)]
struct LinesProps {
    drawing: Rc<Drawing>,
}

/// The lines of all edges.
#[component]
fn Lines(LinesProps { drawing }: &LinesProps) -> Html {
    // Lit lines lie above the others.
    let kinds = [(false, false), (false, true), (true, false), (true, true)];
    html! { <>{ for kinds.map(|kind| lines(drawing, kind)) }</> }
}

/// A part of the nodes or labels, of which only those in sight are drawn.
#[derive(Properties, PartialEq)]
struct SliceProps {
    drawing: Rc<Drawing>,
    nth: usize,
    sight: Area,
}

impl SliceProps {
    fn indices(&self) -> Range<usize> {
        self.nth * SLICE..(self.nth + 1) * SLICE
    }

    fn is_seen(&self, place: Rect) -> bool {
        Area::from(place).meets(self.sight)
    }
}

#[component]
fn Labels(slice: &SliceProps) -> Html {
    let Drawing { edges, layout, .. } = &*slice.drawing;
    let Range { start, end } = slice.indices();
    let labels = edges.iter().zip(&layout.edges).take(end).skip(start);
    html! {
        <>
            { for labels.filter_map(|(edge, path)| {
                path.label.filter(|place| slice.is_seen(*place)).map(|place| label(edge, place))
            }) }
        </>
    }
}

#[component]
fn Nodes(slice: &SliceProps) -> Html {
    let Drawing { nodes, layout, .. } = &*slice.drawing;
    let indices = slice.indices();
    let nodes = nodes.iter().zip(&layout.nodes).filter(|(node, _)| indices.contains(&node.at));
    html! {
        <>{ for nodes.filter(|(_, place)| slice.is_seen(**place)).map(|(shown, place)| node(shown, *place)) }</>
    }
}

/// Lines that share one element, which costs a browser far less than an element each. Lines that follow one another
/// are near one another, so it can still skip what is out of sight.
const TOGETHER: usize = 8;

/// The lines that are lit or not, and lead back or not.
fn lines(drawing: &Drawing, kind: (bool, bool)) -> Html {
    let all = drawing.edges.iter().zip(&drawing.layout.edges);
    let paths: Vec<&EdgePath> =
        all.filter(|(edge, path)| (edge.is_lit, path.is_back) == kind).map(|(_, path)| path).collect();
    let (is_lit, is_back) = kind;
    let class = classes!("map-line", is_lit.then_some("map-line-lit"), is_back.then_some("map-line-back"));
    let data = |paths: &[&EdgePath], data_of: fn(&[Point]) -> String| -> String {
        paths.iter().map(|path| data_of(&path.points)).collect()
    };
    let some = |paths: &[&EdgePath]| {
        html! {
            <>
                <path d={data(paths, line)} />
                <path class="map-head" d={data(paths, head)} />
            </>
        }
    };
    html! { <g {class}>{ for paths.chunks(TOGETHER).map(some) }</g> }
}

fn label(shown: &DrawnEdge, place: Rect) -> Html {
    let middle = place.x + place.width / 2;
    let lines = label_lines(&shown.label);
    let top = place.y + (place.height - lines.len() as i32 * LABEL_LINE) / 2;
    html! {
        <g class={classes!("map-label", shown.is_lit.then_some("map-label-lit"))}>
            <rect
                x={place.x.to_string()}
                y={place.y.to_string()}
                width={place.width.to_string()}
                height={place.height.to_string()}
                rx="9"
            />
            { for lines.into_iter().zip(1..).map(|(text, nth)| {
                html! { <text x={middle.to_string()} y={(top + nth * LABEL_LINE - 4).to_string()}>{ text }</text> }
            }) }
        </g>
    }
}

// No part of it has its own transform, which a browser would have to update whenever the map moves.
fn node(shown: &DrawnNode, place: Rect) -> Html {
    let (left, right) = shown.shape.inset();
    let outline = shown.shape.outline(place);
    let class = classes!(
        "map-node",
        kind_class(shown),
        tone_class(shown.tone),
        shown.is_next.then_some("map-node-next"),
        shown.is_chosen.then_some("map-node-chosen")
    );
    let mut baseline = place.y + PADDING;
    let mut text = |line: i32, class: &'static str, text: AttrValue| {
        baseline += line;
        texted(class, (place.x + left, baseline - 4), text)
    };
    let kind = text(SMALL_LINE, "map-kind", shown.kind.clone());
    let titles: Vec<Html> =
        shown.title_lines().into_iter().map(|title| text(TITLE_LINE, "map-title", title.into())).collect();
    let first = place.y + PADDING + SMALL_LINE;
    let mark = texted("map-mark", (place.x + place.width - right, first - 4), shown.mark.clone());
    html! {
        <g key={shown.at} {class}>
            <g
                class="map-box"
                id={node_id(shown.at)}
                role="button"
                tabindex="0"
                aria-label={shown.name.clone()}
                aria-pressed={if shown.is_chosen { "true" } else { "false" }}
            >
                <path d={outline} />
            </g>
            // The accessible name says all of this.
            <g aria-hidden="true">
                { kind }
                { mark }
                { for titles }
                { text(SMALL_LINE, "map-status", shown.small(&shown.status)) }
                { text(SMALL_LINE, "map-note", shown.small(&shown.note)) }
            </g>
        </g>
    }
}

/// A line of text, unless it is empty.
fn texted(class: &'static str, (x, y): (i32, i32), text: AttrValue) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <text {class} x={x.to_string()} y={y.to_string()}>{ text }</text> }
}

fn kind_class(shown: &DrawnNode) -> &'static str {
    use super::Shape::{Decision, Milestone, Path, Phase, Projects, Start, Track};
    match shown.shape {
        Start => "map-start",
        Decision => "map-decision",
        Path => "map-path",
        Phase => "map-phase",
        Projects => "map-projects",
        Track => "map-track",
        Milestone => "map-milestone",
    }
}

fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Done => "map-done",
        Tone::Route => "map-on",
        Tone::Open => "map-open",
        Tone::Quiet => "map-quiet",
    }
}
