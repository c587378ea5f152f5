//! Striped fills, distinguishable without color.

use yew::prelude::*;

#[derive(Clone, Copy)]
pub struct Pattern {
    id: &'static str,
    class: &'static str,
    turned: &'static str,
}

impl Pattern {
    /// The part of a phase's bar from the 50% to the 80% date.
    pub const PHASE_RANGE: Self =
        Self { id: "timeline-phase-range", class: "timeline-stripes timeline-phase", turned: "rotate(45)" };
    /// The same for a project.
    pub const PROJECT_RANGE: Self = Self {
        id: "timeline-project-range",
        class: "timeline-stripes timeline-project",
        turned: "rotate(45)",
    };
    pub const TIME_OFF: Self =
        Self { id: "timeline-time-off", class: "timeline-stripes timeline-time-off", turned: "rotate(-45)" };

    /// The value of `fill` that refers to this pattern.
    pub fn fill(self) -> String {
        format!("url(#{})", self.id)
    }
}

/// The `<defs>` of all patterns, which a drawing needs once.
pub fn definitions() -> Html {
    let define = |Pattern { id, class, turned }| {
        html! {
            <pattern
                {id}
                {class}
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform={turned}
            >
                <rect class="timeline-stripes-ground" width="6" height="6" />
                <rect class="timeline-stripes-line" width="1.25" height="6" />
            </pattern>
        }
    };
    let all = [Pattern::PHASE_RANGE, Pattern::PROJECT_RANGE, Pattern::TIME_OFF];
    html! { <defs>{ for all.into_iter().map(define) }</defs> }
}
