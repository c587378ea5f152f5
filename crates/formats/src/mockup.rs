//! The reader of roadmaps drawn as mockups, the older form of roadmap.sh: groups of controls, whose names are paths such as
//! `101-internet:what-is-http` with the number of their place in front.

use std::collections::HashMap;

use crate::outline::{Outline, OutlineStep};
use crate::phase::{PhaseDraft, finished};
use crate::timed::timed;
use crate::tree::Json;

/// No more groups are read.
const MOST_GROUPS: usize = 2_000;

struct Group {
    number: u32,
    /// The path in its parts.
    path: Vec<String>,
    words: String,
}

/// Reads JSON with a mockup: groups of the first level become phases, those below them topics and steps. `None` if it is
/// something else.
pub(crate) fn read(text: &str) -> Option<Outline> {
    let json = Json::read(text)?;
    let controls = controls(json.get("mockup")?)?;
    let mut groups: Vec<Group> = controls.iter().filter_map(Group::read).take(MOST_GROUPS).collect();
    groups.sort_by_key(|group| (group.path.len(), group.number));
    let mut phases: Vec<(u32, PhaseDraft)> = Vec::new();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    for group in groups {
        let name = &group.path[0];
        if let Some(&phase) = by_name.get(name) {
            phases[phase].1.add_group(&group);
            continue;
        }
        by_name.insert(name.clone(), phases.len());
        let is_phase = group.path.len() == 1;
        // A phase that has only parts is known by its name in their paths, and comes last.
        let words = if is_phase { group.words.clone() } else { as_words(name) };
        let mut draft = PhaseDraft::new(timed(&words), "", 1);
        if !is_phase {
            draft.add_group(&group);
        }
        phases.push((if is_phase { group.number } else { u32::MAX }, draft));
    }
    phases.sort_by_key(|(number, _)| *number);
    let drafts = phases.into_iter().map(|(_, draft)| draft).filter(|draft| !draft.phase.title.is_empty());
    let phases = finished(drafts);
    Some(Outline { title: title(controls), phases, ..Outline::default() })
        .filter(|outline| !outline.phases.is_empty())
}

impl PhaseDraft {
    /// Adds a topic, or a step of the topic whose path it continues.
    fn add_group(&mut self, group: &Group) {
        // A second group of the phase itself adds nothing.
        let Some(parent) = group.path.get(1).map(|name| as_words(name)) else { return };
        let topics = &mut self.phase.topics;
        let topic = topics.iter_mut().find(|topic| group.path.len() > 2 && is_alike(&topic.title, &parent));
        match topic {
            Some(topic) => topic.steps.push(OutlineStep { title: group.words.clone(), is_done: false }),
            None => self.add(timed(&group.words), false),
        }
    }
}

impl Group {
    /// `None` unless its name is a path with a number, and it has words.
    fn read(json: &Json) -> Option<Self> {
        let name = json.get("properties")?.get("controlName")?.text()?;
        let (number, path) = name.split_once('-')?;
        let path: Vec<String> = path.split(':').map(str::to_owned).collect();
        let words: Vec<&str> = controls(json.get("children")?)?.iter().filter_map(label).collect();
        let words = words.join(" ");
        (!words.is_empty()).then_some(Self { number: number.parse().ok()?, path, words })
    }
}

fn controls(json: &Json) -> Option<&[Json]> {
    Some(json.get("controls")?.get("control")?.items())
}

fn label(control: &Json) -> Option<&str> {
    let text = control.get("properties")?.get("text")?.text()?.trim();
    (control.get("typeID")?.text()? == "Label" && !text.is_empty()).then_some(text)
}

/// The largest words outside of groups.
fn title(controls: &[Json]) -> String {
    let size =
        |control: &&Json| control.get("properties").and_then(|properties| properties.get("size")?.number());
    let labels = controls.iter().filter(|control| label(control).is_some());
    let largest = labels.max_by(|one, other| size(one).unwrap_or(0.0).total_cmp(&size(other).unwrap_or(0.0)));
    largest.and_then(label).unwrap_or_default().to_owned()
}

/// "what-is-http" as words.
fn as_words(name: &str) -> String {
    let mut letters = name.replace('-', " ").chars().collect::<Vec<_>>().into_iter();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Whether a title has the words of a path.
fn is_alike(title: &str, words: &str) -> bool {
    let plain = |text: &str| {
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    plain(title) == plain(words)
}
