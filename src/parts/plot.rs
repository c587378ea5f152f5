//! Small charts over time: lines and areas in a box of any width.
//!
//! What is drawn lies in a square of 100 by 100 that is stretched to the box; lines keep their widths all the same. A
//! chart is one image to assistive technology, so its label says what it shows.

use yew::prelude::*;

use super::decimal;
use planner::Date;

/// The dates from the left to the right edge, and the value at the top.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub from: Date,
    pub to: Date,
    pub highest: f64,
}

impl Frame {
    /// Where a date and a value lie, as SVG has it.
    fn point(self, (date, value): (Date, f64)) -> String {
        format!("{} {}", decimal(self.x(date)), decimal(100.0 - 100.0 * value / self.highest.max(1e-9)))
    }

    fn x(self, date: Date) -> f64 {
        let days = |date: Date| (date - self.from).num_days() as f64;
        (100.0 * days(date) / days(self.to).max(1.0)).clamp(0.0, 100.0)
    }

    /// A line through points.
    pub fn line(self, class: &'static str, points: impl IntoIterator<Item = (Date, f64)>) -> Html {
        let points: Vec<String> = points.into_iter().map(|point| self.point(point)).collect();
        html! { <polyline {class} points={points.join(" ")} vector-effect="non-scaling-stroke" /> }
    }

    /// An area between points in order and others in order.
    pub fn area(self, class: &'static str, one: &[(Date, f64)], other: &[(Date, f64)]) -> Html {
        let around = one.iter().chain(other.iter().rev());
        let points: Vec<String> = around.map(|&point| self.point(point)).collect();
        html! { <polygon {class} points={points.join(" ")} /> }
    }

    /// An upright line from the bottom up to a value.
    pub fn upright(self, class: &'static str, date: Date, value: f64) -> Html {
        self.line(class, [(date, 0.0), (date, value)])
    }

    /// A level line across the box.
    pub fn level(self, class: &'static str, value: f64) -> Html {
        self.line(class, [(self.from, value), (self.to, value)])
    }
}

/// A chart with what stands below it.
pub fn plot(label: String, drawing: Html, below: Html) -> Html {
    html! {
        <figure class="plot">
            <svg role="img" aria-label={label} viewBox="0 0 100 100" preserveAspectRatio="none">{ drawing }</svg>
            <figcaption>{ below }</figcaption>
        </figure>
    }
}

/// An entry of the key below a chart: a piece of the line, and what it is.
pub fn key(class: &'static str, words: String) -> Html {
    html! {
        <li>
            <svg class="plot-key" viewBox="0 0 20 10" aria-hidden="true">
                <line {class} x1="0" y1="5" x2="20" y2="5" />
            </svg>
            { words }
        </li>
    }
}
