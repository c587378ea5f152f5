//! Names of topics and projects as values of a field.

use planner::Item;

/// `topic/numpy` or `project/scraper`. Drafts are stored with these names.
pub fn item_name(item: &Item) -> String {
    match item {
        Item::Topic(topic) => format!("topic/{topic}"),
        Item::Project(project) => format!("project/{project}"),
    }
}

/// The reverse of [`item_name`].
pub fn item_of_name(name: &str) -> Option<Item> {
    match name.split_once('/')? {
        ("topic", id) => Some(Item::Topic(id.into())),
        ("project", id) => Some(Item::Project(id.into())),
        _ => None,
    }
}
