//! What Today has to say beside today's step: one thing at most, and each can be sent away.

use std::rc::Rc;

use yew::prelude::*;

use super::review;
use crate::download::download_plan;
use crate::kept_file;
use crate::parts::{Button, ButtonKind, MsgButton};
use crate::screens::plan::nudge;
use crate::screens::reached as words;
use crate::text::{frame, keep, plan as plan_words, questions, reached as reached_words, titles};
use app::{AfterGap, BackupMsg, KeptFile, Model, Msg, Outlook, PlanMsg, Reached, Screen};
use planner::questionnaire::Question;
use planner::{Date, Studied, Turn};

/// How long a milestone is news.
const DAYS_OF_NEWS: i64 = 7;

/// How long before a decision the page asks.
const DAYS_BEFORE_DECISION: i64 = 28;

pub fn view(model: &Rc<Model>, send: &Callback<Msg>, outlook: &Outlook, studied: &Studied<'_>) -> Html {
    if let Some(reached) = outlook.reached(model.roadmap()).filter(|reached| is_new(reached, model.today())) {
        return card(
            words::title(model, &reached),
            html! { <a class="button-quiet" href={Screen::Reached.hash()}>{ reached_words::SEE }</a> },
        );
    }
    if let Some(dates) = outlook.notable_gap(model.document(), model.today()) {
        let as_planned = Msg::Plan(PlanMsg::WentOn { dates, way: AfterGap::AsPlanned });
        return card(
            plan_words::gap(dates),
            html! {
                <>
                    <MsgButton label={plan_words::AS_PLANNED} msg={as_planned} />
                    <a class="button-quiet" href={Screen::Break.hash()}>{ plan_words::GAP_WAYS }</a>
                </>
            },
        );
    }
    if let Some(review) = review::view(model, outlook, studied) {
        return review;
    }
    if let Some(turn) = model.later_decision().filter(|_| is_near(outlook, model.today())) {
        return decision(model, turn);
    }
    if let Some(file) = waiting_file(model) {
        return card(
            keep::kept(file),
            html! {
                <>
                    <Button label={keep::KEEP_ALLOW} on_click={kept_file::allow(model, send)} />
                    <Button
                        kind={ButtonKind::Link}
                        label={keep::KEEP_STOP}
                        name={keep::stop_keeping(&file.name)}
                        on_click={kept_file::forget(model, send)}
                    />
                </>
            },
        );
    }
    if model.is_copy_due() {
        return card(
            frame::reminder(model.backups().last_export),
            html! {
                <>
                    <Button label={keep::DOWNLOAD} on_click={download_plan(model, send)} />
                    <MsgButton label={frame::NOT_NOW} msg={Msg::Backup(BackupMsg::ReminderPutOff)} />
                </>
            },
        );
    }
    nudge::view(model, outlook)
}

/// The file to keep up to date, if the learner has to do something about it.
fn waiting_file(model: &Model) -> Option<&KeptFile> {
    model.kept_file().filter(|file| !file.is_kept())
}

/// The decision that the plan leads up to.
fn decision(model: &Model, turn: Turn) -> Html {
    card(
        questions::decide(&titles::decision(model.roadmap(), &turn)),
        html! {
            <a class="button-quiet" href={Screen::Question(Question::Choice(turn)).hash()}>
                { questions::DECIDE }
            </a>
        },
    )
}

/// Whether the plan soon comes to the decision that it leads up to.
fn is_near(outlook: &Outlook, today: Date) -> bool {
    let finish = outlook.forecast.finish();
    finish.is_none_or(|finish| (finish.p50 - today).num_days() < DAYS_BEFORE_DECISION)
}

/// What was reached is news for a week; that everything is done stays in sight.
fn is_new(reached: &Reached, today: Date) -> bool {
    reached.path.is_none() || (today - reached.on).num_days() < DAYS_OF_NEWS
}

fn card(text: String, actions: Html) -> Html {
    html! { <aside class="card nudge"><p>{ text }</p><p class="actions">{ actions }</p></aside> }
}
