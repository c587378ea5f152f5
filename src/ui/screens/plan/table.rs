//! The plan as a table, for those who would rather read.

use yew::prelude::*;

use super::{group, title};
use crate::app::Model;
use crate::planner::{Plan, Scheduled};
use crate::ui::text::{amounts, dates, plan as words};

pub fn view(model: &Model, plan: &Plan) -> Html {
    html! {
        <details class="as-table">
            <summary>{ words::AS_TABLE }</summary>
            <div class="table-frame" role="region" aria-label={words::TABLE_CAPTION} tabindex="0">
                <table>
                    <caption class="unseen">{ words::TABLE_CAPTION }</caption>
                    <thead>
                        <tr>
                            { for [
                                words::COLUMN_WORK,
                                words::COLUMN_EFFORT,
                                words::COLUMN_STARTS,
                                words::COLUMN_FINISHES,
                                words::COLUMN_STATUS,
                            ].map(|column| html! { <th scope="col">{ column }</th> }) }
                        </tr>
                    </thead>
                    <tbody>{ for plan.work.iter().map(|scheduled| row(model, scheduled)) }</tbody>
                </table>
            </div>
        </details>
    }
}

fn row(model: &Model, scheduled: &Scheduled) -> Html {
    let status = model.document.progress.status(&scheduled.work);
    html! {
        <tr>
            <th scope="row">
                { title(model, &scheduled.work) }
                <span class="quiet">{ group(model, scheduled) }</span>
            </th>
            <td>{ amounts::effort(scheduled.effort) }</td>
            <td>{ dates::range_short(scheduled.starts) }</td>
            <td>{ dates::range_short(scheduled.finishes) }</td>
            <td>{ words::status(status) }</td>
        </tr>
    }
}
