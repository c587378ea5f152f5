//! How much of something is done, as a bar with its figure.

use yew::prelude::*;

/// A bar filled by so many percent, which `value` says in words.
pub fn meter(label: &'static str, percent: u32, value: String) -> Html {
    html! {
        <svg
            class="meter"
            role="progressbar"
            aria-label={label}
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow={percent.to_string()}
            aria-valuetext={value}
        >
            <rect class="meter-track" width="100%" height="100%" rx="5" />
            if percent > 0 {
                <rect class="meter-done" width={format!("{}%", percent)} height="100%" rx="5" />
            }
        </svg>
    }
}
