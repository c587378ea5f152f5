//! A progress bar.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct MeterProps {
    /// Accessible name.
    pub label: AttrValue,
    /// From 0 to 100.
    pub percent: u32,
    /// The value in words.
    pub value: AttrValue,
}

#[component]
pub fn Meter(props: &MeterProps) -> Html {
    let MeterProps { label, percent, value } = props;
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
            if *percent > 0 {
                <rect class="meter-done" width={format!("{percent}%")} height="100%" rx="5" />
            }
        </svg>
    }
}
