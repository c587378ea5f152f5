//! Pointer gestures on the map: drag, pinch and wheel, with mouse, pen and touch.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, MouseEvent, PointerEvent, WheelEvent};

use super::window;

/// A change of the view, in pixels from the frame's top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    Moved {
        x: f64,
        y: f64,
    },
    /// Zoomed by a factor around a point, which stays in place.
    Zoomed {
        factor: f64,
        at: (f64, f64),
    },
    /// The frame may have changed its size.
    Resized,
}

/// Pixels a pointer may move and still click; beyond, it drags.
const CLICK_SLOP: f64 = 5.0;

/// Zoom for each pixel of wheel movement.
const WHEEL_ZOOM: f64 = 0.0015;

/// The pointers that are down: one drags, two pinch.
#[derive(Default)]
struct Pointers {
    down: Vec<Pointer>,
    /// Distance moved since the first went down, in pixels.
    travel: f64,
}

struct Pointer {
    id: i32,
    x: f64,
    y: f64,
}

/// Center of the pointers, and the distance between two of them; 0 for one.
struct Grip {
    x: f64,
    y: f64,
    spread: f64,
}

impl Pointers {
    /// Past the slop, so the click at the end is suppressed.
    fn is_dragging(&self) -> bool {
        self.travel > CLICK_SLOP
    }

    fn grip(&self) -> Grip {
        match self.down.as_slice() {
            [] => Grip { x: 0.0, y: 0.0, spread: 0.0 },
            [one] => Grip { x: one.x, y: one.y, spread: 0.0 },
            [one, other, ..] => Grip {
                x: f64::midpoint(one.x, other.x),
                y: f64::midpoint(one.y, other.y),
                spread: (one.x - other.x).hypot(one.y - other.y),
            },
        }
    }
}

/// Calls back for each gesture in `frame`, until the listeners are dropped.
pub fn on_gestures(frame: &Element, callback: impl Fn(Gesture) + Clone + 'static) -> Vec<EventListener> {
    let pointers = Rc::new(RefCell::new(Pointers::default()));
    let listen = |name: &'static str, act: fn(&Element, &PointerEvent, &mut Pointers) -> Vec<Gesture>| {
        let (frame, pointers, callback) = (frame.clone(), pointers.clone(), callback.clone());
        let target = frame.clone();
        EventListener::new(&target, name, move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            let gestures = act(&frame, event, &mut pointers.borrow_mut());
            gestures.into_iter().for_each(&callback);
        })
    };
    let resized = callback.clone();
    vec![
        listen("pointerdown", press),
        listen("pointermove", drag),
        listen("pointerup", lift),
        listen("pointercancel", lift),
        on_click_after_drag(frame, pointers.clone()),
        EventListener::new(&window(), "resize", move |_| resized(Gesture::Resized)),
        on_wheel(frame, callback),
    ]
}

/// Keeps the click at the end of a drag from reaching what is below the pointer.
fn on_click_after_drag(frame: &Element, pointers: Rc<RefCell<Pointers>>) -> EventListener {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(frame, "click", options, move |event: &Event| {
        let mut pointers = pointers.borrow_mut();
        if pointers.is_dragging() {
            event.stop_propagation();
            event.prevent_default();
        }
        pointers.travel = 0.0;
    })
}

fn on_wheel(frame: &Element, callback: impl Fn(Gesture) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    let target = frame.clone();
    EventListener::new_with_options(frame, "wheel", options, move |event| {
        let Some(event) = event.dyn_ref::<WheelEvent>() else { return };
        event.prevent_default();
        // Pixels for each pixel, line and page, the three units of `deltaMode`.
        let unit = [1.0, 16.0, 400.0][(event.delta_mode() as usize).min(2)];
        let (x, y) = (event.delta_x() * unit, event.delta_y() * unit);
        callback(if event.shift_key() || x.abs() > y.abs() {
            let x = if x == 0.0 { y } else { x };
            Gesture::Moved { x: -x, y: 0.0 }
        } else {
            // Browsers report a pinch on a touchpad as small wheel movements with Ctrl.
            let by = y.clamp(-400.0, 400.0) * if event.ctrl_key() { 4.0 * WHEEL_ZOOM } else { WHEEL_ZOOM };
            // Reciprocal, so that a step out undoes a step in exactly.
            let factor = if by < 0.0 { 1.0 - by } else { 1.0 / (1.0 + by) };
            Gesture::Zoomed { factor, at: position_in(&target, event.client_x(), event.client_y()) }
        });
    })
}

/// A position in the window, from an element's top left corner.
fn position_in(frame: &Element, x: i32, y: i32) -> (f64, f64) {
    let area = frame.get_bounding_client_rect();
    (f64::from(x) - area.left(), f64::from(y) - area.top())
}

fn press(frame: &Element, event: &PointerEvent, pointers: &mut Pointers) -> Vec<Gesture> {
    if event.button() == 0 && pointers.down.len() < 2 {
        let (x, y) = position_in(frame, event.client_x(), event.client_y());
        if pointers.down.is_empty() {
            pointers.travel = 0.0;
        }
        pointers.down.push(Pointer { id: event.pointer_id(), x, y });
    }
    Vec::new()
}

fn drag(frame: &Element, event: &PointerEvent, pointers: &mut Pointers) -> Vec<Gesture> {
    let (x, y) = position_in(frame, event.client_x(), event.client_y());
    let before = pointers.grip();
    let Some(pointer) = pointers.down.iter_mut().find(|pointer| pointer.id == event.pointer_id()) else {
        return Vec::new();
    };
    let travel = (x - pointer.x).abs() + (y - pointer.y).abs();
    (pointer.x, pointer.y) = (x, y);
    let was_dragging = pointers.is_dragging();
    pointers.travel += travel;
    if !pointers.is_dragging() {
        return Vec::new();
    }
    if !was_dragging {
        // Without capture, a drag merely stops at the edge of the frame.
        let _ = frame.set_pointer_capture(event.pointer_id());
    }
    let after = pointers.grip();
    let moved = Gesture::Moved { x: after.x - before.x, y: after.y - before.y };
    if before.spread > 0.0 && after.spread > 0.0 {
        vec![moved, Gesture::Zoomed { factor: after.spread / before.spread, at: (after.x, after.y) }]
    } else {
        vec![moved]
    }
}

fn lift(_: &Element, event: &PointerEvent, pointers: &mut Pointers) -> Vec<Gesture> {
    pointers.down.retain(|pointer| pointer.id != event.pointer_id());
    Vec::new()
}

/// The inner size of a frame in pixels.
pub fn size(frame: &Element) -> (f64, f64) {
    (f64::from(frame.client_width()), f64::from(frame.client_height()))
}

/// The size of the window in pixels, which bounds the visible part of any frame. Unlike an element's size, it
/// is known without a layout.
pub fn window_size() -> (f64, f64) {
    let pixels =
        |size: Result<JsValue, JsValue>| size.ok().and_then(|size| size.as_f64()).unwrap_or_default();
    (pixels(window().inner_width()), pixels(window().inner_height()))
}

/// Sets the CSS transform of an element that keeps changing: it is composited as one layer rather than
/// repainted.
pub fn transform(element: &HtmlElement, transform: &str) {
    set(element, "will-change", "transform");
    set(element, "transform", transform);
}

/// Ends a series of transforms. `repaint` draws the content sharply at its final scale; otherwise the style
/// sheet decides.
pub fn settle(element: &HtmlElement, repaint: bool) {
    set(element, "will-change", if repaint { "auto" } else { "" });
}

fn set(element: &HtmlElement, property: &str, value: &str) {
    // The page's policy forbids `style` attributes but not this. An unsupported property changes nothing.
    let _ = element.style().set_property(property, value);
}

/// The position of a click in the units of an SVG of that size, which is scaled to fit its element and
/// centered.
pub fn position_in_svg(event: &MouseEvent, width: f64, height: f64) -> Option<(f64, f64)> {
    let svg = event.target()?.dyn_into::<Element>().ok()?.closest("svg").ok()??;
    let (x, y) = position_in(&svg, event.client_x(), event.client_y());
    let area = svg.get_bounding_client_rect();
    let scale = (area.width() / width).min(area.height() / height);
    let unscaled = |at: f64, outer: f64, inner: f64| (at - (outer - inner * scale) / 2.0) / scale;
    Some((unscaled(x, area.width(), width), unscaled(y, area.height(), height)))
}
