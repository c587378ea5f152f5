//! The frame through which the map is seen. Panning and zooming, by mouse, touch and keys, only transform the drawing and
//! render nothing.

use std::cell::Cell;
use std::rc::Rc;

use browser::clock::Timeout;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::camera::{Area, Camera};
use super::drawing::{drawing, node_id, slices};
use super::{Drawing, use_slices};
use crate::focus::MAP_DRAWING;
use browser::gestures::Gesture;
use browser::{gestures, keys};

/// Milliseconds after the last movement when the view counts as settled.
const SETTLED: u32 = 250;

/// Milliseconds that a browser gets to rasterize the drawing at its new scale.
const DRAWN: u32 = 50;

/// The zoom factor of one press of a button or key.
const STEP: f64 = 1.25;

/// The pixels that one press of a key pans.
const STRIDE: f64 = 80.0;

#[derive(Properties, PartialEq)]
pub struct FrameProps {
    pub drawing: Rc<Drawing>,
    /// Whether everything is drawn at once. Otherwise what is out of sight follows in slices, and what is in sight is
    /// seen that much sooner.
    pub all_at_once: bool,
    /// Called when everything is drawn.
    pub on_drawn: Callback<()>,
    /// The area of the whole drawing.
    pub world: Area,
    /// The part with the learner's route.
    pub route: Area,
    /// The node with the next open work.
    pub next: Option<usize>,
    /// The area of each drawn node, with the node's index in the roadmap.
    pub areas: Rc<Vec<(usize, Area)>>,
    /// The node with open details, which stays in place when the drawing changes.
    pub chosen: Option<usize>,
    /// The view to restore.
    pub camera: Option<Camera>,
    pub on_settled: Callback<Camera>,
    pub on_press: Callback<usize>,
    pub on_arrow: Callback<(usize, Arrow)>,
    pub on_escape: Callback<()>,
    /// More buttons for the bar of the frame.
    pub bar: Html,
    pub words: FrameWords,
}

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    Up,
    Down,
    Left,
    Right,
}

/// The words of the frame.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameWords {
    /// The accessible name of the drawing.
    pub title: AttrValue,
    /// The accessible name of the group of buttons.
    pub view: &'static str,
    pub nearer: &'static str,
    pub farther: &'static str,
    pub whole: &'static str,
    pub route: &'static str,
    pub next: &'static str,
}

/// The elements of the frame, and the view.
#[derive(Clone)]
struct Seen {
    frame: NodeRef,
    drawn: NodeRef,
    /// The mark of the part in sight, in the overview.
    sight: NodeRef,
    view: Rc<ViewState>,
    on_settled: Callback<Camera>,
}

/// The view. It is not Yew state, so panning and zooming render nothing.
struct ViewState {
    camera: Cell<Option<Camera>>,
    world: Cell<Area>,
    settling: Cell<Option<Timeout>>,
    /// The scale that the browser has rasterized the drawing for.
    rasterized_for: Cell<f64>,
    /// The width of the window that the camera is for.
    window: Cell<f64>,
}

impl Seen {
    fn frame(&self) -> Option<Area> {
        let (width, height) = gestures::size(&self.frame.cast()?);
        (width > 0.0 && height > 0.0).then_some(Area { x: 0.0, y: 0.0, width, height })
    }

    /// Changes the camera, within the bounds of the map.
    fn change(&self, to: impl FnOnce(Camera, Area) -> Camera) {
        let (Some(frame), Some(drawn)) = (self.frame(), self.drawn.cast()) else { return };
        let world = self.view.world.get();
        let from = self.view.camera.get().unwrap_or_else(|| Camera::fitting(world, frame));
        let camera = to(from, frame).contained(world, frame);
        self.view.camera.set(Some(camera));
        gestures::transform(&drawn, &camera.transform());
        if let Some(sight) = self.sight.cast() {
            gestures::transform(&sight, &camera.sight(frame).within(world).transform_in(world));
        }
        let (view, on_settled) = (self.view.clone(), self.on_settled.clone());
        let settle = Timeout::new(SETTLED, move || {
            on_settled.emit(camera);
            let is_drawn = view.rasterized_for.replace(camera.scale) != camera.scale;
            gestures::settle(&drawn, is_drawn);
            if is_drawn {
                Timeout::new(DRAWN, move || gestures::settle(&drawn, false)).forget();
            }
        });
        // The timeout before it is dropped, which cancels it.
        self.view.settling.set(Some(settle));
    }

    fn fit(&self, area: Area) {
        self.change(|_, frame| Camera::fitting(area, frame));
    }

    fn zoom(&self, factor: f64) {
        let world = self.view.world.get();
        self.change(|camera, frame| {
            camera.zoomed(factor, (frame.width / 2.0, frame.height / 2.0), world, frame)
        });
    }

    /// By how much the window is wider than before: what is in the middle stays there, as when a phone is turned.
    fn widened(&self) -> f64 {
        let (width, _) = gestures::window_size();
        width - self.view.window.replace(width)
    }

    fn take(&self, gesture: Gesture) {
        let world = self.view.world.get();
        self.change(|camera, frame| match gesture {
            Gesture::Moved { x, y } => camera.moved(x, y),
            Gesture::Zoomed { factor, at } => camera.zoomed(factor, at, world, frame),
            Gesture::Resized => camera.moved(self.widened() / 2.0, 0.0),
        });
    }
}

#[component]
pub fn MapFrame(props: &FrameProps) -> Html {
    let seen = use_seen(props);
    let area_of = {
        let areas = props.areas.clone();
        move |node: usize| area_in(&areas, Some(node))
    };
    let on_focus = {
        let (seen, area_of) = (seen.clone(), area_of.clone());
        Callback::from(move |event: FocusEvent| {
            if let Some(area) = keys::numbered(&event, NODE).and_then(&area_of) {
                seen.change(|camera, frame| camera.revealing(area, frame));
            }
        })
    };
    let on_click = {
        let on_press = props.on_press.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(node) = keys::numbered(&event, NODE) {
                on_press.emit(node);
            }
        })
    };
    let (width, height) = props.world.size();
    let slices = slices(&props.drawing);
    let drawn_slices = use_slices(slices, props.all_at_once);
    {
        let on_drawn = props.on_drawn.clone();
        use_effect_with(drawn_slices == slices, move |&is_drawn| {
            if is_drawn {
                on_drawn.emit(());
            }
        });
    }
    let sight = use_memo((), |()| in_sight_at_first(props));
    let outlines = use_memo((props.areas.clone(), props.next), |(areas, next)| {
        let others: AttrValue = outlines(areas, |at| *next != Some(at)).into();
        let next: AttrValue = outlines(areas, |at| *next == Some(at)).into();
        (others, next)
    });
    html! {
        <div class="map">
            { bar(props, &seen, area_of) }
            <div class="map-frame" ref={seen.frame.clone()}>
                <div class="map-moved" ref={seen.drawn.clone()}>
                    <svg
                        class="map-drawn"
                        id={MAP_DRAWING}
                        role="group"
                        aria-label={props.words.title.clone()}
                        viewBox={format!("0 0 {width} {height}")}
                        width={width.to_string()}
                        height={height.to_string()}
                        onclick={on_click}
                        onfocusin={on_focus}
                        onkeydown={on_keys(props, &seen)}
                    >
                        { drawing(&props.drawing, *sight, drawn_slices) }
                    </svg>
                </div>
            </div>
            { overview(props, &seen, &outlines) }
        </div>
    }
}

/// A thumbnail of the whole map, with the part in sight marked; pressing it moves there. It adds nothing for a screen
/// reader.
fn overview(props: &FrameProps, seen: &Seen, (others, next): &(AttrValue, AttrValue)) -> Html {
    let (width, height) = props.world.size();
    let go = {
        let seen = seen.clone();
        move |event: MouseEvent| {
            if let Some((x, y)) = gestures::position_in_svg(&event, width.into(), height.into()) {
                let point = Area { x, y, width: 0.0, height: 0.0 };
                seen.change(|camera, frame| camera.with_middle(point, frame));
            }
        }
    };
    html! {
        <div class="map-small" aria-hidden="true">
            <svg
                viewBox={format!("0 0 {width} {height}")}
                width={width.to_string()}
                height={height.to_string()}
                onclick={go}
            >
                <path d={others.clone()} />
                <path class="map-small-next" d={next.clone()} />
            </svg>
            <div class="map-sight" ref={seen.sight.clone()} />
        </div>
    }
}

/// The rectangles of some nodes as one path.
fn outlines(areas: &[(usize, Area)], is_in: impl Fn(usize) -> bool) -> String {
    let mut path = String::new();
    for (_, area) in areas.iter().filter(|(at, _)| is_in(*at)) {
        let (width, height) = area.size();
        path += &format!("M{} {}h{width}v{height}h-{width}z", area.x as i32, area.y as i32);
    }
    path
}

/// The prefix of the ids of nodes' elements.
const NODE: &str = "node-";

#[hook]
fn use_seen(props: &FrameProps) -> Seen {
    let seen = Seen {
        frame: use_node_ref(),
        drawn: use_node_ref(),
        sight: use_node_ref(),
        view: use_memo((), |()| ViewState {
            camera: Cell::new(props.camera),
            world: Cell::new(props.world),
            settling: Cell::default(),
            rasterized_for: Cell::default(),
            window: Cell::new(gestures::window_size().0),
        }),
        on_settled: props.on_settled.clone(),
    };
    {
        let seen = seen.clone();
        use_effect_with((), move |()| {
            let act = seen.clone();
            let frame = seen.frame.cast();
            let listeners =
                frame.map(|frame| gestures::on_gestures(&frame, move |gesture| act.take(gesture)));
            move || drop((listeners, seen.view.settling.take()))
        });
    }
    use_areas(&seen, props);
    use_chosen(&seen, props);
    seen
}

/// The area that may be in sight at first. The frame has no size before it is rendered, but it is never larger than the
/// window.
fn in_sight_at_first(props: &FrameProps) -> Area {
    let (width, height) = gestures::window_size();
    let frame = Area { x: 0.0, y: 0.0, width, height };
    let next = area_in(&props.areas, props.next);
    Camera::sight_at_first(props.camera, props.route, next, props.world, frame)
}

fn area_in(areas: &[(usize, Area)], node: Option<usize>) -> Option<Area> {
    areas.iter().find(|(at, _)| Some(*at) == node).map(|(_, area)| *area)
}

/// Keeps the chosen node in sight: details beside the frame make it narrower.
#[hook]
fn use_chosen(seen: &Seen, props: &FrameProps) {
    let (seen, areas) = (seen.clone(), props.areas.clone());
    use_effect_with(props.chosen, move |&chosen| {
        // A task, as in `use_areas`, because it has to come after that one.
        spawn_local(async move {
            seen.change(|camera, frame| {
                area_in(&areas, chosen).map_or(camera, |area| camera.revealing(area, frame))
            });
        });
    });
}

/// Begins with a view of the route, and keeps the view when the drawing changes. This is a task and not an effect, because
/// where rendering takes long, Yew lets the browser paint before effects run: the new drawing would be seen in the old
/// place.
#[hook]
fn use_areas(seen: &Seen, props: &FrameProps) {
    let before = use_mut_ref(|| None::<Rc<Vec<(usize, Area)>>>);
    let (seen, route, chosen, next) = (seen.clone(), props.route, props.chosen, props.next);
    use_memo((props.areas.clone(), props.world), move |(areas, world)| {
        seen.view.world.set(*world);
        let areas = areas.clone();
        spawn_local(async move {
            let before = before.replace(Some(areas.clone()));
            match (before, seen.view.camera.get()) {
                // The chosen node stays in place, whatever is folded or unfolded around it.
                (Some(before), Some(camera)) => match (area_in(&before, chosen), area_in(&areas, chosen)) {
                    (Some(from), Some(to)) => seen.change(|_, _| {
                        camera.moved((from.x - to.x) * camera.scale, (from.y - to.y) * camera.scale)
                    }),
                    _ => seen.fit(route),
                },
                (None, Some(camera)) => seen.change(|_, _| camera),
                (_, None) => seen.change(|_, frame| Camera::at_first(route, area_in(&areas, next), frame)),
            }
        });
    });
}

fn bar(props: &FrameProps, seen: &Seen, area_of: impl Fn(usize) -> Option<Area>) -> Html {
    let button = |words: &'static str, act: Callback<()>| {
        html! { <button type="button" class="button-quiet" onclick={act.reform(|_: MouseEvent| ())}>{ words }</button> }
    };
    let sign = |sign: &'static str, words: &'static str, factor: f64| {
        let seen = seen.clone();
        html! {
            <button type="button" class="button-quiet map-sign" aria-label={words} onclick={move |_| seen.zoom(factor)}>
                { sign }
            </button>
        }
    };
    let fit = |area: Area| {
        let seen = seen.clone();
        Callback::from(move |()| seen.fit(area))
    };
    let words = &props.words;
    let next = props.next.and_then(area_of).map(|area| {
        let seen = seen.clone();
        button(
            words.next,
            Callback::from(move |()| seen.change(|_, frame| Camera::NEAR.with_middle(area, frame))),
        )
    });
    html! {
        <div class="map-bar">
            <div class="map-view" role="group" aria-label={words.view}>
                { sign("+", words.nearer, STEP) }
                { sign("−", words.farther, 1.0 / STEP) }
                { button(words.route, fit(props.route)) }
                { button(words.whole, fit(props.world)) }
                { next.unwrap_or_default() }
            </div>
            { props.bar.clone() }
        </div>
    }
}

fn on_keys(props: &FrameProps, seen: &Seen) -> Callback<KeyboardEvent> {
    let (seen, world) = (seen.clone(), props.world);
    let (on_press, on_arrow, on_escape) =
        (props.on_press.clone(), props.on_arrow.clone(), props.on_escape.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(node) = keys::numbered(&event, NODE) else { return };
        let arrow = match event.key().as_str() {
            "ArrowUp" => Some((Arrow::Up, 0.0, STRIDE)),
            "ArrowDown" => Some((Arrow::Down, 0.0, -STRIDE)),
            "ArrowLeft" => Some((Arrow::Left, STRIDE, 0.0)),
            "ArrowRight" => Some((Arrow::Right, -STRIDE, 0.0)),
            _ => None,
        };
        match (event.key().as_str(), arrow) {
            (_, Some((_, x, y))) if event.shift_key() => seen.change(|camera, _| camera.moved(x, y)),
            (_, Some((arrow, ..))) => on_arrow.emit((node, arrow)),
            ("Enter" | " ", _) => on_press.emit(node),
            ("Escape", _) => on_escape.emit(()),
            ("+" | "=", _) => seen.zoom(STEP),
            ("-", _) => seen.zoom(1.0 / STEP),
            ("0", _) => seen.fit(world),
            _ => return,
        }
        event.prevent_default();
    })
}

/// Moves the focus to a node that is drawn.
pub fn focus_node(at: usize) {
    browser::page::focus(&node_id(at));
}

/// Whether a node is drawn already.
pub fn has_element(at: usize) -> bool {
    browser::page::has(&node_id(at))
}
