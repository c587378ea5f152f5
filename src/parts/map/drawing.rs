//! The drawing itself.

use yew::prelude::*;

use super::shape::{head, line};
use super::{
    Area, Box, Drawing, LABEL_LINE, Line, MARGIN, PADDING, SMALL_LINE, TITLE_LINE, Tone, label_lines,
};
use layout::{Point, Rect, Way};

/// The name of the element of a node, by its place among all nodes of the roadmap.
pub fn node_id(at: usize) -> String {
    format!("node-{at}")
}

/// The lines below the nodes that lie in an area, in an order that a reader can follow.
pub fn drawing(drawing: &Drawing, sight: Area) -> Html {
    let Drawing { boxes, lines, layout } = drawing;
    let is_seen = |place: Rect| Area::from(place).meets(sight);
    html! {
        <g transform={format!("translate({MARGIN} {MARGIN})")}>
            <g class="map-lines" aria-hidden="true">
                // What is lit lies above what is not.
                { for [(false, false), (false, true), (true, false), (true, true)].map(|kind| ways(drawing, kind)) }
                { for lines.iter().zip(&layout.ways).filter_map(|(line, way)| {
                    way.label.filter(|place| is_seen(*place)).map(|place| label(line, place))
                }) }
            </g>
            { for boxes.iter().zip(&layout.nodes).filter(|(_, place)| is_seen(**place)).map(|(shown, place)| {
                node(shown, *place)
            }) }
        </g>
    }
}

/// So many lines are one element: a browser has far less to do for it than for one each. Lines that follow one another are
/// near one another, so that it can still leave out what is not in sight.
const TOGETHER: usize = 8;

/// All lines that are lit or not, and lead back or not.
fn ways(drawing: &Drawing, kind: (bool, bool)) -> Html {
    let all = drawing.lines.iter().zip(&drawing.layout.ways);
    let ways: Vec<&Way> =
        all.filter(|(line, way)| (line.is_lit, way.is_back) == kind).map(|(_, way)| way).collect();
    let (is_lit, is_back) = kind;
    let class = classes!("map-line", is_lit.then_some("map-line-lit"), is_back.then_some("map-line-back"));
    let path = |ways: &[&Way], data: fn(&[Point]) -> String| -> String {
        ways.iter().map(|way| data(&way.points)).collect()
    };
    let some = |ways: &[&Way]| {
        html! {
            <>
                <path d={path(ways, line)} />
                <path class="map-head" d={path(ways, head)} />
            </>
        }
    };
    html! { <g {class}>{ for ways.chunks(TOGETHER).map(some) }</g> }
}

fn label(shown: &Line, place: Rect) -> Html {
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

// Nothing of it has a transform of its own: a browser would have to look at each whenever the map moves.
fn node(shown: &Box, place: Rect) -> Html {
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
            // The name says all of this, in an order for those who hear it.
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

/// A line of text, unless there is nothing in it.
fn texted(class: &'static str, (x, y): (i32, i32), text: AttrValue) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <text {class} x={x.to_string()} y={y.to_string()}>{ text }</text> }
}

fn kind_class(shown: &Box) -> &'static str {
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
