//! What the learner keeps about a topic or project: notes and links of their own.

use std::collections::BTreeMap;

use planner::Item;
use roadmap::Material;

/// The most links that a learner can keep about one topic or project.
pub const MOST_LINKS: usize = 100;
/// The most characters of a note.
pub const LONGEST_NOTE: usize = 20_000;

/// A learner's note and links about one topic or project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    pub text: String,
    pub links: Vec<Material>,
}

/// The notes by topic and project; those without any text and links are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes(BTreeMap<Item, Note>);

impl Notes {
    pub fn new(notes: impl IntoIterator<Item = (Item, Note)>) -> Self {
        Self(notes.into_iter().filter(|(_, note)| *note != Note::default()).collect())
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Item, &Note)> {
        self.0.iter()
    }

    pub fn text(&self, item: &Item) -> &str {
        self.0.get(item).map_or("", |note| &note.text)
    }

    pub fn links(&self, item: &Item) -> &[Material] {
        self.0.get(item).map_or(&[], |note| &note.links)
    }

    /// Replaces the text, cut to [`LONGEST_NOTE`] characters.
    pub(super) fn write(&mut self, item: Item, text: &str) {
        self.change(item, |note| note.text = text.chars().take(LONGEST_NOTE).collect());
    }

    /// Adds a link, unless there are [`MOST_LINKS`].
    pub(super) fn add_link(&mut self, item: Item, link: Material) {
        self.change(item, |note| {
            if note.links.len() < MOST_LINKS {
                note.links.push(link);
            }
        });
    }

    pub(super) fn remove_link(&mut self, item: Item, at: usize) {
        self.change(item, |note| {
            if at < note.links.len() {
                note.links.remove(at);
            }
        });
    }

    fn change(&mut self, item: Item, change: impl FnOnce(&mut Note)) {
        let mut note = self.0.remove(&item).unwrap_or_default();
        change(&mut note);
        if note != Note::default() {
            self.0.insert(item, note);
        }
    }
}

/// The address in a typed text: `https://` is added where no scheme is given. `None` if it is no web address.
///
/// ```
/// assert_eq!(app::web_address(" example.org/a ").as_deref(), Some("https://example.org/a"));
/// assert_eq!(app::web_address("http://example.org").as_deref(), Some("http://example.org"));
/// assert_eq!(app::web_address("javascript:alert(1)"), None);
/// assert_eq!(app::web_address("my notes"), None);
/// ```
pub fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let (scheme, rest) = text.split_once("://").unwrap_or(("https", text));
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.rsplit_once(':').unwrap_or((host, ""));
    let is_web = matches!(scheme.to_ascii_lowercase().as_str(), "https" | "http");
    let is_host = name.contains('.') && port.chars().all(|digit| digit.is_ascii_digit());
    let address = format!("{}://{rest}", scheme.to_ascii_lowercase());
    (is_web && is_host && !text.contains(char::is_whitespace)).then_some(address)
}
