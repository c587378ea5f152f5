//! Finding things on the page by role and accessible name.

use std::fmt;

use fantoccini::Client;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde::Deserialize;
use serde_json::{Value, json};

/// The key under which WebDriver passes an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The accessible name of what is looked for: the whole name when made from a text, a part by [`containing`].
#[derive(Clone, Debug)]
pub struct Name {
    text: String,
    whole: bool,
}

/// A name of which this is a part.
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

/// A role with a name: how a person with a screen reader knows a thing.
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

/// A thing on the page as it was when it was looked at.
#[derive(Clone, Debug, Deserialize)]
pub struct Seen {
    /// Its role, as in ARIA; a date field has the role `date`.
    pub role: String,
    /// Its accessible name.
    pub name: String,
    /// What `aria-describedby` and `aria-errormessage` say about it: hints and messages.
    pub description: String,
    /// The text shown in it.
    pub text: String,
    /// What is entered in the field, if it is one.
    pub value: String,
    /// Whether it is checked, selected or pressed.
    pub chosen: bool,
    /// Whether what is entered is said to be wrong.
    pub invalid: bool,
    /// Whether it cannot be used at present.
    pub disabled: bool,
    /// Whether what it opens is open.
    pub expanded: bool,
    /// Whether it is marked as the current one of its kind.
    pub current: bool,
    element: Value,
    /// What a person presses to use it: the thing itself, or its label where that is drawn in its place.
    press: Value,
}

impl Seen {
    pub(crate) fn element(&self, client: &Client) -> Element {
        as_element(&self.element, client)
    }

    /// Clicks what a person presses to use it. Returns whether the click met it: it may have moved away meanwhile, and
    /// then nothing was clicked.
    pub(crate) async fn click(&self, client: &Client) -> Result<bool, CmdError> {
        client.execute(include_str!("aim.js"), vec![self.press.clone()]).await?;
        as_element(&self.press, client).click().await?;
        let script = "window.aim?.end(); return window.aim?.isMissed";
        // A click that leaves the page takes the answer with it.
        Ok(client.execute(script, vec![]).await.ok() != Some(Value::Bool(true)))
    }
}

fn as_element(reference: &Value, client: &Client) -> Element {
    let id = reference[ELEMENT].as_str().expect("the script returned an element").to_owned();
    Element::from_element_id(client.clone(), ElementRef::from(id))
}

/// What to ask of the page.
pub(crate) enum Question<'a> {
    /// Every thing with this role and name.
    Find(&'a Wanted),
    /// Every thing with this role.
    Every(&'a str),
    /// The thing that has the focus.
    Focus,
    /// The text shown.
    Text,
    /// A line for each thing that has a role and a name.
    Inventory,
}

impl Question<'_> {
    /// Puts the question to the page; the answer is null where axe-core is not in the page yet.
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
