//! Small charts over time: lines and areas in a box of any width.
//!
//! The drawing has 100 by 100 units and is stretched to the box, while lines keep their widths. Assistive
//! technology gets the chart as one image, so its label says what it shows.

use yew::prelude::*;

use planner::Date;

/// The dates at the left and right edges, and the value at the top; 0 is at the bottom.
#[derive(Clone, Copy, Debug)]
pub struct Axes {
    pub from: Date,
    pub to: Date,
    pub highest: f64,
}

impl Axes {
    /// A point in SVG syntax.
    fn point(self, (date, value): (Date, f64)) -> String {
        format!("{:.3} {:.3}", self.x(date), 100.0 - 100.0 * value / self.highest.max(1e-9))
    }

    fn x(self, date: Date) -> f64 {
        let days = |date: Date| (date - self.from).num_days() as f64;
        (100.0 * days(date) / days(self.to).max(1.0)).clamp(0.0, 100.0)
    }

    pub fn line(self, class: &'static str, points: impl IntoIterator<Item = (Date, f64)>) -> Html {
        let points: Vec<String> = points.into_iter().map(|point| self.point(point)).collect();
        html! { <polyline {class} points={points.join(" ")} vector-effect="non-scaling-stroke" /> }
    }

    /// The area between two lines, both in the order of dates.
    pub fn area(self, class: &'static str, one: &[(Date, f64)], other: &[(Date, f64)]) -> Html {
        let outline = one.iter().chain(other.iter().rev());
        let points: Vec<String> = outline.map(|&point| self.point(point)).collect();
        html! { <polygon {class} points={points.join(" ")} /> }
    }

    /// A vertical line from the bottom up to a value.
    pub fn vertical(self, class: &'static str, date: Date, value: f64) -> Html {
        self.line(class, [(date, 0.0), (date, value)])
    }

    /// A horizontal line across the box.
    pub fn horizontal(self, class: &'static str, value: f64) -> Html {
        self.line(class, [(self.from, value), (self.to, value)])
    }
}

/// A chart with its text alternative, and a caption: dates of the edges and the legend.
pub fn plot(label: String, drawing: Html, caption: Html) -> Html {
    html! {
        <figure class="plot">
            <svg role="img" aria-label={label} viewBox="0 0 100 100" preserveAspectRatio="none">
                { drawing }
            </svg>
            <figcaption>{ caption }</figcaption>
        </figure>
    }
}

/// An entry of the legend: a sample of the line with a class, and its label.
pub fn legend_entry(class: &'static str, label: impl Into<AttrValue>) -> Html {
    html! {
        <li>
            <svg class="plot-key" viewBox="0 0 20 10" aria-hidden="true">
                <line {class} x1="0" y1="5" x2="20" y2="5" />
            </svg>
            { label.into() }
        </li>
    }
}
