//! The learner's view of the map, which a reload restores. It is not part of the plan and is kept in the session storage.

use crate::parts::map::Camera;
use roadmap::{NodeId, RoadmapId};

/// The stored scale is in units of this part.
const PARTS: f64 = 10_000.0;

/// The part of the map in sight, and what is unfolded.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// None until the first view has settled.
    pub camera: Option<Camera>,
    /// The node whose details are shown.
    pub chosen: Option<NodeId>,
    /// Whether the paths beside the route are folded.
    pub folds: bool,
    /// The paths for which the opposite is true.
    pub except: Vec<NodeId>,
}

impl Default for View {
    fn default() -> Self {
        Self { camera: None, chosen: None, folds: true, except: Vec::new() }
    }
}

impl View {
    pub fn is_folded(&self, path: &NodeId) -> bool {
        self.folds != self.except.contains(path)
    }

    /// The view with a path folded, or unfolded if it was folded.
    pub fn with_toggled(&self, path: &NodeId) -> Self {
        let mut view = self.clone();
        match view.except.iter().position(|except| except == path) {
            Some(at) => drop(view.except.remove(at)),
            None => view.except.push(path.clone()),
        }
        view
    }

    /// The stored form, in lines: roadmap, camera, chosen node, folding, and the exceptions to it.
    pub fn write(&self, roadmap: &RoadmapId) -> String {
        // Whole numbers, the scale in ten-thousandths: smaller differences are invisible.
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

    /// Reads the stored view of a roadmap. An invalid text is ignored, because a view is easily set again.
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
    fn other_texts_are_no_view() {
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
