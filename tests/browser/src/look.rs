//! Finds elements by role and accessible name.

use std::fmt;

use fantoccini::Client;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, PointerAction, TouchActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde::Deserialize;
use serde_json::{Value, json};

/// The key under which WebDriver passes an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The accessible name to look for: the whole name if made from a string, a part of it by [`containing`].
#[derive(Clone, Debug)]
pub struct Name {
    text: String,
    whole: bool,
}

/// Any name that contains this text.
pub fn containing(text: impl Into<String>) -> Name {
    Name { text: text.into(), whole: false }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), whole: true }
    }
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        Self { text, whole: true }
    }
}

impl From<&String> for Name {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

/// The role and accessible name of an element to look for.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    role: String,
    name: Name,
}

impl Wanted {
    pub(crate) fn new(role: &str, name: impl Into<Name>) -> Self {
        Self { role: role.to_owned(), name: name.into() }
    }

    pub(crate) fn fits(&self, seen: &Seen) -> bool {
        let name = match self.name.whole {
            true => seen.name == self.name.text,
            false => seen.name.contains(&self.name.text),
        };
        name && seen.role == self.role
    }

    fn json(&self) -> Value {
        json!({ "role": self.role, "name": self.name.text, "whole": self.name.whole })
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = if self.name.whole { "" } else { "containing " };
        write!(out, "{} {part}“{}”", self.role, self.name.text)
    }
}

/// What an element is pressed with.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Pointer {
    Mouse,
    Finger,
}

/// A snapshot of an element.
#[derive(Clone, Debug, Deserialize)]
pub struct Seen {
    /// The ARIA role; `date` for a date field, which has none.
    pub role: String,
    /// The accessible name.
    pub name: String,
    /// The text of `aria-describedby` and `aria-errormessage`: hints and error messages.
    pub description: String,
    /// The text shown, white space collapsed.
    pub text: String,
    /// The value of a field.
    pub value: String,
    /// Checked, selected, or pressed.
    pub chosen: bool,
    /// Marked as invalid.
    pub invalid: bool,
    /// Disabled.
    pub disabled: bool,
    /// Expanded.
    pub expanded: bool,
    /// Marked with `aria-current`.
    pub current: bool,
    element: Value,
    /// What a mouse clicks: the element itself, or its label where that is drawn in its place.
    press: Value,
}

impl Seen {
    pub(crate) fn element(&self, client: &Client) -> Element {
        as_element(&self.element, client)
    }

    /// Clicks or taps the element. Returns whether that hit it: it may have moved away meanwhile, and then nothing was
    /// pressed.
    pub(crate) async fn press(&self, client: &Client, with: Pointer) -> Result<bool, CmdError> {
        client.execute(include_str!("aim.js"), vec![self.press.clone()]).await?;
        let target = as_element(&self.press, client);
        match with {
            Pointer::Mouse => target.click().await?,
            Pointer::Finger => tap(target, client).await?,
        }
        let script = "window.aim?.end(); return window.aim?.isMissed";
        // After a click that leaves the page there is no answer.
        Ok(client.execute(script, vec![]).await.ok() != Some(Value::Bool(true)))
    }
}

/// Puts a finger on the middle of the element and lifts it.
async fn tap(target: Element, client: &Client) -> Result<(), CmdError> {
    let (duration, button) = (None, MOUSE_BUTTON_LEFT);
    let finger = TouchActions::new("finger".into())
        .then(PointerAction::MoveToElement { element: target, duration, x: 0.0, y: 0.0 })
        .then(PointerAction::Down { button })
        .then(PointerAction::Up { button });
    client.perform_actions(finger).await
}

fn as_element(reference: &Value, client: &Client) -> Element {
    let id = reference[ELEMENT].as_str().expect("the script returned an element").to_owned();
    Element::from_element_id(client.clone(), ElementRef::from(id))
}

/// A query to the page.
pub(crate) enum Question<'a> {
    /// All elements with this role and name.
    Find(&'a Wanted),
    /// All elements with this role.
    Every(&'a str),
    /// The focused element.
    Focus,
    /// The text shown.
    Text,
    /// A line for each element with a role and a name.
    Inventory,
}

impl Question<'_> {
    /// Runs the query; the answer is null if axe-core is not in the page yet.
    pub(crate) async fn ask(&self, client: &Client, place: &[Wanted]) -> Result<Value, CmdError> {
        let (word, wanted) = match self {
            Self::Find(wanted) => ("find", wanted.json()),
            Self::Every(role) => ("every", json!(role)),
            Self::Focus => ("focus", Value::Null),
            Self::Text => ("text", Value::Null),
            Self::Inventory => ("inventory", Value::Null),
        };
        let place = place.iter().map(Wanted::json).collect();
        client.execute(include_str!("look.js"), vec![json!(word), place, wanted]).await
    }
}
