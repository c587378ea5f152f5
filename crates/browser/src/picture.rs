//! A drawing of the page as an SVG file.

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList, XmlSerializer};

use super::window;

/// Computed styles that are written as attributes: few programs read style sheets with custom properties.
const OF_SHAPES: [&str; 4] = ["fill", "stroke", "stroke-width", "stroke-dasharray"];
const OF_TEXT: [&str; 5] = ["fill", "font-size", "font-weight", "font-family", "text-anchor"];

/// The SVG element with that id as a file that looks the same without the page, on the page's background
/// color; `None` if there is no such element.
pub fn svg(id: &str) -> Option<String> {
    let drawing = window().document()?.get_element_by_id(id)?;
    let copy: Element = drawing.clone_node_with_deep(true).ok()?.unchecked_into();
    for (parts, names) in [("path, rect", &OF_SHAPES[..]), ("text", &OF_TEXT), ("g", &[])] {
        let (drawn, copied) = (drawing.query_selector_all(parts).ok()?, copy.query_selector_all(parts).ok()?);
        for at in 0..drawn.length() {
            write_style(&element(&drawn, at)?, &element(&copied, at)?, names)?;
        }
    }
    for name in ["style", "class"] {
        copy.remove_attribute(name).ok()?;
    }
    copy.set_attribute("xmlns", SVG).ok()?;
    let ground = window().document()?.create_element_ns(Some(SVG), "rect").ok()?;
    let behind = drawing.closest("body").ok()??;
    let color = window().get_computed_style(&behind).ok()??.get_property_value("background-color").ok()?;
    for (name, value) in [("width", "100%"), ("height", "100%"), ("fill", &color)] {
        ground.set_attribute(name, value).ok()?;
    }
    copy.insert_before(&ground, copy.first_child().as_ref()).ok()?;
    XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()
}

const SVG: &str = "http://www.w3.org/2000/svg";

fn element(list: &NodeList, at: u32) -> Option<Element> {
    list.get(at)?.dyn_into().ok()
}

fn write_style(drawn: &Element, copied: &Element, names: &[&str]) -> Option<()> {
    let style = window().get_computed_style(drawn).ok()??;
    for name in names {
        copied.set_attribute(name, &style.get_property_value(name).ok()?).ok()?;
    }
    copied.remove_attribute("class").ok()
}
