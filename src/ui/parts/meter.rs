//! How much of something is done, as a bar with its figure.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct MeterProps {
    pub label: String,
    /// From 0 to 100.
    pub percent: u32,
    /// The figure in words.
    pub value: String,
}

#[component]
pub fn Meter(props: &MeterProps) -> Html {
    html! {
        <svg
            class="meter"
            role="progressbar"
            aria-label={props.label.clone()}
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow={props.percent.to_string()}
            aria-valuetext={props.value.clone()}
        >
            <rect class="meter-track" width="100%" height="100%" rx="5" />
            if props.percent > 0 {
                <rect class="meter-done" width={format!("{}%", props.percent)} height="100%" rx="5" />
            }
        </svg>
    }
}
