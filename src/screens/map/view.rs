//! How the learner looks at the map, so that it is the same after a reload. It is no part of the plan and is kept for the
//! visit only.

use crate::parts::map::Camera;
use roadmap::{NodeId, RoadmapId};

const PARTS: f64 = 10_000.0;

/// What of the map is in sight, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The part in the frame; none until it has been moved.
    pub camera: Option<Camera>,
    /// The node whose details are shown.
    pub chosen: Option<NodeId>,
    /// Whether the paths beside the route are folded.
    pub folds: bool,
    /// The paths of which the other is so.
    pub except: Vec<NodeId>,
}

impl Default for View {
    fn default() -> Self {
        Self { camera: None, chosen: None, folds: true, except: Vec::new() }
    }
}

impl View {
    /// Whether a path beside the route is folded.
    pub fn is_folded(&self, path: &NodeId) -> bool {
        self.folds != self.except.contains(path)
    }

    /// With a path folded that was not, or the other way round.
    pub fn with_turned(&self, path: &NodeId) -> Self {
        let mut view = self.clone();
        match view.except.iter().position(|except| except == path) {
            Some(at) => drop(view.except.remove(at)),
            None => view.except.push(path.clone()),
        }
        view
    }

    /// Written down, one thing on a line: roadmap, camera, chosen node, folding, and the exceptions to it.
    pub fn write(&self, roadmap: &RoadmapId) -> String {
        // Whole numbers, of which the last is in ten-thousandths: nobody sees less.
        let camera = self
            .camera
            .map(|Camera { x, y, scale }| format!("{} {} {}", x as i32, y as i32, (scale * PARTS) as i32));
        let chosen = self.chosen.as_ref().map_or("", NodeId::as_str);
        let mut text = format!("{roadmap}\n{}\n{chosen}\n{}", camera.unwrap_or_default(), self.folds);
        for path in &self.except {
            text.push('\n');
            text.push_str(path.as_str());
        }
        text
    }

    /// Reads what was written about a roadmap. What does not read as that is nothing: a view is soon found again.
    pub fn read(text: &str, roadmap: &RoadmapId) -> Option<Self> {
        let mut lines = text.split('\n');
        if lines.next()? != roadmap.as_str() {
            return None;
        }
        let numbers: Vec<i32> = lines.next()?.split(' ').filter_map(|number| number.parse().ok()).collect();
        let camera = match numbers.as_slice() {
            &[x, y, scale] if scale > 0 => {
                Some(Camera { x: x.into(), y: y.into(), scale: f64::from(scale) / PARTS })
            }
            _ => None,
        };
        let chosen = Some(lines.next()?).filter(|id| !id.is_empty()).map(NodeId::from);
        let folds = lines.next()? == "true";
        Some(Self { camera, chosen, folds, except: lines.map(NodeId::from).collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_reads_as_it_was_written() {
        let python = RoadmapId::from("python");
        let view = View {
            camera: Some(Camera { x: -12.0, y: 3.0, scale: 0.4 }),
            chosen: Some("AIML".into()),
            folds: false,
            except: ["WebDev".into(), "DevOps".into()].into(),
        };
        for view in [view, View::default()] {
            assert_eq!(View::read(&view.write(&python), &python), Some(view));
        }
    }

    #[test]
    fn what_is_no_view_of_this_roadmap_is_none() {
        let python = RoadmapId::from("python");
        for text in ["", "python", "python\n1 2 3", "juggling\n1 2 3\n\ntrue"] {
            assert_eq!(View::read(text, &python), None, "{text:?}");
        }
        for camera in ["NaN 1 1", "1 2", "1 2 -3", "9999999999 1 1", "x"] {
            let view = View::read(&format!("python\n{camera}\n\ntrue"), &python);
            assert_eq!(view, Some(View::default()), "{camera}");
        }
    }
}
