//! A roadmap as one picture: from the start over the ways in to a fan of routes, one of which is lit, and on to their common end.
//!
//! The picture is drawn twice, for wide and for narrow windows, and the style sheet shows one of them.

mod geometry;

use yew::prelude::*;

use super::map::lettering;
use geometry::{Card, Drawing, Place, Point, Row};

/// What the picture shows, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Road {
    /// The accessible name of the picture.
    pub name: AttrValue,
    pub start: String,
    /// What is studied before the choice, on each way that leads there. The first one is lit.
    pub ways_in: Vec<Stop>,
    pub choice: String,
    pub routes: Vec<RoadRoute>,
    pub end: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadRoute {
    /// The accessible name, with all that is shown when the route is lit.
    pub name: AttrValue,
    pub title: String,
    pub stops: Vec<Stop>,
}

/// A piece of work on a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    pub title: String,
    /// Its date or its effort.
    pub note: String,
    /// Minutes of study, which the routes that are not lit show by length.
    pub length: u32,
    pub is_project: bool,
}

#[derive(Properties, PartialEq)]
pub struct RoadPictureProps {
    pub road: Road,
    /// The index of the route that is lit.
    pub lit: usize,
    pub on_lit: Callback<usize>,
}

#[component]
pub fn RoadPicture(props: &RoadPictureProps) -> Html {
    html! {
        <>
            { picture(props, geometry::WIDE, "road road-wide") }
            { picture(props, geometry::NARROW, "road road-narrow") }
        </>
    }
}

fn picture(
    RoadPictureProps { road, lit, on_lit }: &RoadPictureProps,
    width: i32,
    class: &'static str,
) -> Html {
    let drawing = Drawing::of(road, *lit, width);
    // Room for the strokes of the outermost parts.
    let view = format!("-2 -2 {} {}", width + 4, drawing.height + 4);
    html! {
        <svg {class} viewBox={view} role="group" aria-label={road.name.clone()}>
            <g aria-hidden="true">
                { for drawing.quiet.iter().map(|line| html! { <path class="road-line" d={line.clone()} /> }) }
                // A new element for each route, which draws itself from the start.
                <path key={*lit} class="road-lit" d={drawing.lit.clone()} pathLength="1" />
                { pill("road-on", drawing.start, &road.start) }
                { for road.ways_in.iter().zip(&drawing.ways_in).enumerate().map(way_in) }
                <path class="road-box" d={geometry::pointed(drawing.choice)} />
                { text("road-name", drawing.choice.middle(), "middle", &road.choice, drawing.choice.width - 32) }
                if let Some((end, place)) = road.end.as_ref().zip(drawing.end) {
                    { pill("road-box", place, end) }
                }
            </g>
            { for road.routes.iter().zip(&drawing.rows).enumerate().map(|(at, (route, row))| {
                route_row(route, row, (*lit == at).then_some(&drawing.card), &on_lit.reform(move |()| at))
            }) }
        </svg>
    }
}

fn way_in((at, (way, place)): (usize, (&Stop, &Place))) -> Html {
    let (x, room) = (place.x + 12, place.width - 24);
    let (class, title) = if at == 0 { ("road-box", "road-name") } else { ("road-dim", "road-word") };
    html! {
        <>
            { rect(class, *place, 8) }
            { text(title, (x, place.y + 20), "start", &way.title, room) }
            { text("road-word", (x, place.y + 37), "start", &way.note, room) }
        </>
    }
}

/// A route: its name and its pieces of work by their lengths; when it is lit, a card with their dates.
fn route_row(route: &RoadRoute, row: &Row, card: Option<&Card>, light: &Callback<()>) -> Html {
    html! {
        <g class="road-route">
            <g
                class="road-button"
                role="button"
                tabindex="0"
                aria-label={route.name.clone()}
                aria-pressed={if card.is_some() { "true" } else { "false" }}
                onmouseenter={light.reform(|_: MouseEvent| ())}
                onfocus={light.reform(|_: FocusEvent| ())}
                onclick={light.reform(|_: MouseEvent| ())}
            >
                { rect("road-touch", row.touch, 8) }
            </g>
            // The accessible name says all of this.
            <g class="road-shown" aria-hidden="true">
                if let Some(card) = card {
                    { lit_card(route, card) }
                } else {
                    { text("road-word", row.title, "start", &route.title, row.title_room) }
                    { for route.stops.iter().zip(&row.pieces).map(|(stop, piece)| {
                        let (class, round) = if stop.is_project { ("road-piece road-project", 2) } else { ("road-piece", 5) };
                        rect(class, *piece, round)
                    }) }
                }
            </g>
        </g>
    }
}

fn lit_card(route: &RoadRoute, card: &Card) -> Html {
    let stops = route.stops.iter().zip(&card.stops).map(|(stop, &(x, y))| {
        html! {
            <>
                if stop.is_project {
                    { rect("road-stop road-project", Place { x: x - 6, y: y - 6, width: 12, height: 12 }, 3) }
                } else {
                    <circle class="road-stop" cx={x.to_string()} cy={y.to_string()} r="6" />
                }
                { title_and_note(stop, card, (x + 18, y + 5)) }
            </>
        }
    });
    html! {
        <g class="road-card">
            { rect("road-box", card.place, 10) }
            <path class="road-on" d={card.head.clone()} />
            { text("road-title", (card.place.x + 14, card.place.y + 23), "start", &route.title, card.place.width - 28) }
            <path class="road-thread" d={card.thread.clone()} />
            { for stops }
        </g>
    }
}

fn title_and_note(stop: &Stop, card: &Card, (x, y): Point) -> Html {
    if card.has_notes_below {
        return html! {
            <>
                { text("road-word", (x, y), "start", &stop.title, card.room) }
                { text("road-date", (x, y + 17), "start", &stop.note, card.room) }
            </>
        };
    }
    let note = geometry::width_of(&stop.note);
    html! {
        <>
            { text("road-word", (x, y), "start", &stop.title, card.room - note - 12) }
            { text("road-date", (x + card.room, y), "end", &stop.note, note) }
        </>
    }
}

fn pill(class: &'static str, place: Place, words: &str) -> Html {
    let letters = if class == "road-on" { "road-title" } else { "road-name" };
    html! {
        <>
            { rect(class, place, place.height / 2) }
            { text(letters, place.middle(), "middle", words, place.width - 24) }
        </>
    }
}

fn rect(class: &'static str, Place { x, y, width, height }: Place, round: i32) -> Html {
    html! {
        <rect
            {class}
            x={x.to_string()}
            y={y.to_string()}
            width={width.to_string()}
            height={height.to_string()}
            rx={round.to_string()}
        />
    }
}

/// A line of text, cut off where it does not fit.
fn text(class: &'static str, (x, y): Point, anchor: &'static str, words: &str, room: i32) -> Html {
    let fitting = lettering::lines(words, 1, (room.max(0) * 100 / geometry::LETTERS) as u32).concat();
    html! { <text {class} x={x.to_string()} y={y.to_string()} text-anchor={anchor}>{ fitting }</text> }
}
