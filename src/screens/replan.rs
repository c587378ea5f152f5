//! Replanning after a break: three options, each with its dates.

use yew::prelude::*;

use crate::context::use_model;
use crate::focus::HEADING;
use crate::parts::{BackToPlan, ButtonKind, MsgButton};
use crate::screens::plan;
use crate::text::replan as words;
use app::form::USUAL_MOST;
use app::{AfterGap, Model, Msg, PlanMsg, Replan};
use browser::page;
use planner::finish_by::Needed;
use planner::{Chances, DateRange, NoFinish, gap};
use roadmap::ProjectId;

#[inline(never)]
pub fn view(model: &Model, send: &Callback<Msg>) -> Html {
    let outlook = match model.outlook() {
        Ok(outlook) => outlook,
        Err(why) => return plan::undated(model, send, why),
    };
    let dates =
        gap::since_last_activity(&outlook.plan, &model.document().progress, outlook.start, model.today());
    let dates = dates.filter(|dates| !dates.dates().all(|date| outlook.availability.is_off(date)));
    html! {
        <div class="plan replan">
            <BackToPlan />
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
                <p class="lead">{ dates.map_or_else(|| words::NO_BREAK.to_owned(), words::lead) }</p>
            </div>
            if let Some(dates) = dates {
                <Options {dates} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct OptionsProps {
    dates: DateRange,
}

/// The three options. Projects ticked to be left out are only remembered until one option is chosen.
#[component]
fn Options(&OptionsProps { dates }: &OptionsProps) -> Html {
    let ticked = use_state(Vec::<ProjectId>::new);
    let model = use_model();
    let most = model.document().most_a_week.unwrap_or(USUAL_MOST);
    let replan = Replan::of(model.document(), model.roadmap(), model.today(), dates, most);
    let go_on = |way: AfterGap| Msg::Plan(PlanMsg::WentOn { dates, way });
    html! {
        <ul class="cards ways">
            <li class="card">
                <h2>{ words::EXTEND }</h2>
                <p class="dates">{ words::finish(replan.extend) }</p>
                <p class="hint">{ words::EXTEND_HINT }</p>
                <MsgButton
                    kind={ButtonKind::Primary}
                    label={words::TAKE_EXTEND}
                    msg={go_on(AfterGap::Extend)}
                />
            </li>
            <li class="card">
                <h2>{ words::CATCH_UP }</h2>
                <p class="dates">{ words::catch_up(replan.catch_up, replan.before, most) }</p>
                if let Some(Needed::AWeek(total)) = replan.catch_up {
                    <MsgButton
                        kind={ButtonKind::Primary}
                        label={words::take_catch_up(total)}
                        msg={go_on(AfterGap::CatchUp(total))}
                    />
                }
            </li>
            <li class="card">
                <h2>{ words::LIGHTEN }</h2>
                { lighten(&model, &replan, &ticked) }
                if !replan.lighten.is_empty() {
                    <MsgButton
                        kind={ButtonKind::Primary}
                        label={words::TAKE_LIGHTEN}
                        disabled={ticked.is_empty()}
                        msg={go_on(AfterGap::Lighten(ticked.to_vec()))}
                    />
                }
            </li>
        </ul>
    }
}

fn without(model: &Model, dates: DateRange, ticked: &[ProjectId]) -> Result<Option<Chances>, NoFinish> {
    Replan::without(model.document(), model.roadmap(), model.today(), dates, ticked)
}

fn lighten(model: &Model, replan: &Replan, ticked: &UseStateHandle<Vec<ProjectId>>) -> Html {
    if replan.lighten.is_empty() {
        return html! { <p>{ words::NOTHING_TO_LEAVE }</p> };
    }
    let line = |(project, without): &(ProjectId, _)| {
        let id = format!("leave-{project}");
        let title =
            model.roadmap().project(project).map_or(project.as_str(), |project| &project.title).to_owned();
        let tick = {
            let (ticked, project) = (ticked.clone(), project.clone());
            move |event: Event| {
                let mut now = ticked.to_vec();
                now.retain(|other| *other != project);
                if page::is_ticked(&event) {
                    now.push(project.clone());
                }
                ticked.set(now);
            }
        };
        html! {
            <li class="tick">
                <input type="checkbox" id={id.clone()} checked={ticked.contains(project)} onchange={tick} />
                <div>
                    <label for={id}>{ title }</label>
                    <p class="hint">{ words::gives(*without, replan.extend) }</p>
                </div>
            </li>
        }
    };
    html! {
        <>
            <p class="hint">{ words::LIGHTEN_HINT }</p>
            <ul class="plain">{ for replan.lighten.iter().map(line) }</ul>
            if !ticked.is_empty() {
                <p class="dates" role="status">{ words::finish(without(model, replan.dates, ticked)) }</p>
            }
        </>
    }
}
