//! The timeline's dates as a table.

use std::rc::Rc;

use yew::prelude::*;

use crate::parts::Fold;
use crate::text::{amounts, dates, plan as words, titles};
use app::{Model, Outlook};
use planner::{Expected, Scheduled};

pub fn view(model: &Rc<Model>, outlook: &Rc<Outlook>) -> Html {
    let (model, outlook) = (model.clone(), outlook.clone());
    html! { <Fold class="as-table" summary={words::AS_TABLE} body={move |()| table(&model, &outlook)} /> }
}

fn table(model: &Model, outlook: &Outlook) -> Html {
    html! {
        <div class="table-frame" role="region" aria-label={words::TABLE_CAPTION} tabindex="0">
            <table>
                <caption class="unseen">{ words::TABLE_CAPTION }</caption>
                <thead>
                    <tr>
                        { for [
                            words::COLUMN_WORK,
                            words::COLUMN_EFFORT,
                            words::COLUMN_P50,
                            words::COLUMN_P80,
                            words::COLUMN_P95,
                            words::COLUMN_STATUS,
                        ].map(|column| html! { <th scope="col">{ column }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { for outlook.work().map(|(scheduled, expected)| row(model, scheduled, expected)) }
                </tbody>
            </table>
        </div>
    }
}

fn row(model: &Model, scheduled: &Scheduled, expected: &Expected) -> Html {
    let columns = match expected.finishes() {
        Some(finishes) => [finishes.p50, finishes.p80, finishes.p95].map(dates::short),
        None => [words::NO_DATE; 3].map(str::to_owned),
    };
    html! {
        <tr>
            <th scope="row">
                { titles::work(model.roadmap(), &scheduled.work) }
                <span class="quiet">{ titles::path(model.roadmap(), scheduled) }</span>
            </th>
            <td>{ amounts::effort(scheduled.effort) }</td>
            { for columns.map(|date| html! { <td>{ date }</td> }) }
            <td>{ words::status(expected.status()) }</td>
        </tr>
    }
}
