//! What a hand does with the map: dragging, pinching and turning the wheel, by mouse, pen and touch.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, MouseEvent, PointerEvent, WheelEvent};

use super::window;

/// What is to happen to what is seen in a frame. Places are pixels from its corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// It is moved.
    Moved { x: f64, y: f64 },
    /// It is made larger by a factor around a point.
    Zoomed { factor: f64, at: (f64, f64) },
    /// The frame has another size now.
    Resized,
}

/// A hand moves so far before it drags rather than presses.
const STILL: f64 = 5.0;

/// How much larger a pixel of the wheel makes things.
const WHEEL: f64 = 0.0015;

/// The fingers and pointers that are down.
#[derive(Default)]
struct Hand {
    down: Vec<(i32, f64, f64)>,
    /// How far they have gone since the first came down.
    gone: f64,
}

impl Hand {
    /// Whether they drag, so that lifting them presses nothing.
    fn drags(&self) -> bool {
        self.gone > STILL
    }

    /// The middle of the fingers, and how far apart they are.
    fn grip(&self) -> (f64, f64, f64) {
        match self.down.as_slice() {
            [(_, x, y)] => (*x, *y, 0.0),
            [(_, x1, y1), (_, x2, y2), ..] => {
                let apart = ((x1 - x2) * (x1 - x2) + (y1 - y2) * (y1 - y2)).sqrt();
                ((x1 + x2) / 2.0, (y1 + y2) / 2.0, apart)
            }
            [] => (0.0, 0.0, 0.0),
        }
    }
}

/// Calls back for each gesture in a frame, until the listeners are dropped.
pub fn on_gestures(frame: &Element, callback: impl Fn(Gesture) + Clone + 'static) -> Vec<EventListener> {
    let hand = Rc::new(RefCell::new(Hand::default()));
    let listen = |name: &'static str, act: fn(&Element, &PointerEvent, &mut Hand) -> Vec<Gesture>| {
        let (frame, hand, callback) = (frame.clone(), hand.clone(), callback.clone());
        let target = frame.clone();
        EventListener::new(&target, name, move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            let gestures = act(&frame, event, &mut hand.borrow_mut());
            gestures.into_iter().for_each(&callback);
        })
    };
    let mut listeners = vec![
        listen("pointerdown", press),
        listen("pointermove", drag),
        listen("pointerup", lift),
        listen("pointercancel", lift),
        // A press that has turned into a drag is none any more.
        EventListener::new_with_options(
            frame,
            "click",
            EventListenerOptions { phase: EventListenerPhase::Capture, passive: false },
            {
                let hand = hand.clone();
                move |event: &Event| {
                    let dragged = std::mem::take(&mut hand.borrow_mut().gone) > STILL;
                    if dragged {
                        event.stop_propagation();
                        event.prevent_default();
                    }
                }
            },
        ),
    ];
    let resized = callback.clone();
    listeners.push(EventListener::new(&window(), "resize", move |_| resized(Gesture::Resized)));
    listeners.push(on_wheel(frame, callback));
    listeners
}

fn on_wheel(frame: &Element, callback: impl Fn(Gesture) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    let target = frame.clone();
    EventListener::new_with_options(frame, "wheel", options, move |event| {
        let Some(event) = event.dyn_ref::<WheelEvent>() else { return };
        event.prevent_default();
        // Wheels that count in lines or pages turn by about so many pixels for each.
        let unit = [1.0, 16.0, 400.0][(event.delta_mode() as usize).min(2)];
        let (x, y) = (event.delta_x() * unit, event.delta_y() * unit);
        callback(if event.shift_key() || x.abs() > y.abs() {
            let x = if x == 0.0 { y } else { x };
            Gesture::Moved { x: -x, y: 0.0 }
        } else {
            let by = y.clamp(-400.0, 400.0) * if event.ctrl_key() { 4.0 * WHEEL } else { WHEEL };
            // One more of a step away undoes a step nearer exactly.
            let factor = if by < 0.0 { 1.0 - by } else { 1.0 / (1.0 + by) };
            Gesture::Zoomed { factor, at: place(&target, event.client_x(), event.client_y()) }
        });
    })
}

fn place(frame: &Element, x: i32, y: i32) -> (f64, f64) {
    let area = frame.get_bounding_client_rect();
    (f64::from(x) - area.left(), f64::from(y) - area.top())
}

fn press(frame: &Element, event: &PointerEvent, hand: &mut Hand) -> Vec<Gesture> {
    if event.button() == 0 && hand.down.len() < 2 {
        let (x, y) = place(frame, event.client_x(), event.client_y());
        if hand.down.is_empty() {
            hand.gone = 0.0;
        }
        hand.down.push((event.pointer_id(), x, y));
    }
    Vec::new()
}

fn drag(frame: &Element, event: &PointerEvent, hand: &mut Hand) -> Vec<Gesture> {
    let (x, y) = place(frame, event.client_x(), event.client_y());
    let before = hand.grip();
    let Some(finger) = hand.down.iter_mut().find(|(id, ..)| *id == event.pointer_id()) else {
        return Vec::new();
    };
    let gone = (x - finger.1).abs() + (y - finger.2).abs();
    (finger.1, finger.2) = (x, y);
    let was_still = !hand.drags();
    hand.gone += gone;
    if !hand.drags() {
        return Vec::new();
    }
    if was_still {
        // From now on all that this finger does comes here, also beyond the frame. A browser that will not do that
        // only loses the drag at the border.
        let _ = frame.set_pointer_capture(event.pointer_id());
    }
    let after = hand.grip();
    let moved = Gesture::Moved { x: after.0 - before.0, y: after.1 - before.1 };
    match before.2 > 0.0 && after.2 > 0.0 {
        true => vec![moved, Gesture::Zoomed { factor: after.2 / before.2, at: (after.0, after.1) }],
        false => vec![moved],
    }
}

fn lift(_: &Element, event: &PointerEvent, hand: &mut Hand) -> Vec<Gesture> {
    hand.down.retain(|(id, ..)| *id != event.pointer_id());
    Vec::new()
}

/// The size of a frame in pixels.
pub fn size(frame: &Element) -> (f64, f64) {
    (f64::from(frame.client_width()), f64::from(frame.client_height()))
}

#[wasm_bindgen]
extern "C" {
    // Another name for the window: what web-sys has for these two can throw, for which the page would have to be larger.
    type Pane;

    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = window)]
    static PANE: Pane;

    #[wasm_bindgen(method, getter, js_name = innerWidth)]
    fn inner_width(this: &Pane) -> f64;

    #[wasm_bindgen(method, getter, js_name = innerHeight)]
    fn inner_height(this: &Pane) -> f64;
}

/// The size of the window in pixels: no more of a frame than that is ever in sight. Unlike the size of an element it is
/// known without placing all that is on the page.
pub fn most_in_sight() -> (f64, f64) {
    PANE.with(|pane| (pane.inner_width(), pane.inner_height()))
}

/// Moves and scales what is seen, without drawing it anew: while it moves it is one picture that only shifts.
pub fn transform(seen: &HtmlElement, transform: &str) {
    set(seen, "will-change", "transform");
    set(seen, "transform", transform);
}

/// What was moved stays where it is for now, and is drawn as sharp as it is large if it has to be. Whether it is one picture
/// while it rests its style says.
pub fn settle(seen: &HtmlElement, is_drawn: bool) {
    set(seen, "will-change", if is_drawn { "auto" } else { "" });
}

fn set(seen: &HtmlElement, property: &str, value: &str) {
    // The policy of the page forbids style in attributes, and allows it here. What a browser does not take stays as
    // it was.
    let _ = seen.style().set_property(property, value);
}

/// Where in a drawing of that size, which is seen whole, a click lies.
pub fn place_in_drawing(event: &MouseEvent, (width, height): (f64, f64)) -> Option<(f64, f64)> {
    let drawing = event.target()?.dyn_into::<Element>().ok()?.closest("svg").ok()??;
    let (x, y) = place(&drawing, event.client_x(), event.client_y());
    let area = drawing.get_bounding_client_rect();
    let scale = (area.width() / width).min(area.height() / height);
    let at = |at: f64, room: f64, length: f64| (at - (room - length * scale) / 2.0) / scale;
    Some((at(x, area.width(), width), at(y, area.height(), height)))
}
