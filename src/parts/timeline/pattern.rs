//! Fills that can be told apart without their colours.

use yew::prelude::*;

/// Stripes to fill with.
#[derive(Clone, Copy)]
pub struct Pattern {
    id: &'static str,
    class: &'static str,
    turned: &'static str,
}

impl Pattern {
    /// From the earliest to the latest finish of a phase.
    pub const PHASE_RANGE: Self =
        Self { id: "timeline-phase-range", class: "timeline-stripes timeline-phase", turned: "rotate(45)" };
    /// From the earliest to the latest finish of a project.
    pub const PROJECT_RANGE: Self = Self {
        id: "timeline-project-range",
        class: "timeline-stripes timeline-project",
        turned: "rotate(45)",
    };
    /// Dates without study.
    pub const TIME_OFF: Self =
        Self { id: "timeline-time-off", class: "timeline-stripes timeline-time-off", turned: "rotate(-45)" };

    /// What `fill` has to be for these stripes.
    pub fn fill(self) -> String {
        format!("url(#{})", self.id)
    }
}

/// All patterns, once for the whole drawing.
pub fn definitions() -> Html {
    let define = |Pattern { id, class, turned }| {
        html! {
            <pattern {id} {class} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={turned}>
                <rect class="timeline-stripes-ground" width="6" height="6" />
                <rect class="timeline-stripes-line" width="1.25" height="6" />
            </pattern>
        }
    };
    let all = [Pattern::PHASE_RANGE, Pattern::PROJECT_RANGE, Pattern::TIME_OFF];
    html! { <defs>{ for all.into_iter().map(define) }</defs> }
}
