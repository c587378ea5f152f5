//! What the learner has reached: ready for a job, or everything on the plan. To look at, to print, and to go on from.

use yew::prelude::*;

use crate::focus::HEADING;
use crate::parts::{Button, ButtonKind, Icon, MsgButton};
use crate::text::{dates, reached as words, titles};
use app::{Model, Msg, NavigationMsg, Outlook, Reached, Screen};
use browser::page;
use planner::questionnaire::Question;
use planner::{Ending, Item, Status};
use roadmap::Kind;

#[inline(never)]
pub fn view(model: &Model) -> Html {
    let reached = model.outlook().ok().and_then(|outlook| Some((outlook.reached(model.roadmap())?, outlook)));
    let Some((reached, outlook)) = reached else { return Html::default() };
    html! {
        <article class="reached">
            <header class="page-head">
                <p class="eyebrow">{ dates::date(reached.on) }</p>
                <h1 id={HEADING} tabindex="-1">{ title(model, &reached) }</h1>
                <p class="lead">{ words::lead(outlook.start, reached.on, model.document().target) }</p>
            </header>
            { figures(model, &outlook) }
            { done(model, &outlook) }
            { projects(model) }
            { signs(model) }
            { next(model, &outlook) }
            <p class="actions">
                <Button label={words::PRINT} on_click={|_| page::print()} />
                <a class="button-quiet" href={Screen::Keep.hash()}>{ Icon::Backup.view() }{ words::BACK_UP }</a>
            </p>
        </article>
    }
}

/// The title of the screen; the same words name a link to it.
pub fn title(model: &Model, reached: &Reached) -> String {
    match &reached.path {
        Some(path) => {
            let title = model.roadmap().node(path).map(|node| node.title.clone()).unwrap_or_default();
            words::job_ready(&title)
        }
        None => words::FINISHED.to_owned(),
    }
}

fn figures(model: &Model, outlook: &Outlook) -> Html {
    let logged = model.document().progress.log.total();
    let figures = words::figures(outlook.tally.finished, outlook.tally.done, logged);
    html! {
        <dl class="facts-row">
            { for figures.into_iter().map(|(name, figure)| html! {
                <div class="fact"><dt>{ name }</dt><dd class="figure">{ figure }</dd></div>
            }) }
        </dl>
    }
}

/// The phases that are done, each with its date.
fn done(model: &Model, outlook: &Outlook) -> Html {
    let rows = outlook.work().filter_map(|(scheduled, expected)| match expected.status() {
        Status::Done(on) => Some((titles::work(model.roadmap(), &scheduled.work), on)),
        _ => None,
    });
    html! {
        <section aria-labelledby="done">
            <h2 id="done">{ words::DONE }</h2>
            <ol class="rows">
                { for rows.map(|(title, on)| html! {
                    <li><span>{ title }</span>{ " " }<span class="quiet">{ dates::date(on) }</span></li>
                }) }
            </ol>
        </section>
    }
}

/// The projects that were built, with what the learner keeps about them.
fn projects(model: &Model) -> Html {
    let document = model.document();
    let built = document.progress.marks().filter_map(|(item, mark)| match (item, mark.ended) {
        (Item::Project(project), Some((Ending::Finished, _))) => Some(project),
        _ => None,
    });
    let built: Vec<_> = built.collect();
    if built.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="built">
            <h2 id="built">{ words::BUILT }</h2>
            <ul class="rows">
                { for built.into_iter().map(|project| html! {
                    <li>
                        <a class="link-line" href={Screen::Project(project.clone()).hash()}>
                            { titles::item(model.roadmap(), &Item::Project(project.clone())) }
                        </a>
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// The signs of success that the learner sees.
fn signs(model: &Model) -> Html {
    let ticked = &model.document().signs;
    let signs = model.roadmap().about().success.iter().flat_map(|level| &level.signs);
    let seen: Vec<_> = signs.filter_map(|sign| Some((sign, ticked.get(&sign.id)?))).collect();
    if seen.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="signs">
            <h2 id="signs">{ words::SIGNS }</h2>
            <ul class="rows">
                { for seen.into_iter().map(|(sign, on)| html! {
                    <li><span>{ &sign.text }</span>{ " " }<span class="quiet">{ dates::date(*on) }</span></li>
                }) }
            </ul>
        </section>
    }
}

/// Ways to go on: what is left of the plan, advanced directions, another path.
fn next(model: &Model, outlook: &Outlook) -> Html {
    let tracks = outlook.plan.nodes(model.roadmap()).filter(|node| {
        matches!(node.kind, Kind::Track(_)) && model.roadmap().content().tracks.contains_key(&node.id)
    });
    let last_turn = model.route().turns.into_iter().rfind(|taken| taken.is_asked());
    html! {
        <section aria-labelledby="next">
            <h2 id="next">{ words::NEXT }</h2>
            <ul class="rows">
                if !outlook.forecast.remaining.is_nothing() {
                    <li><a class="link-line" href={Screen::Today.hash()}>{ words::GO_ON }</a></li>
                }
                { for tracks.map(|node| html! {
                    <li><a class="link-line" href={Screen::Node(node.id.clone()).hash()}>{ words::track(&node.title) }</a></li>
                }) }
                if let Some(taken) = last_turn {
                    <li>
                        <MsgButton
                            kind={ButtonKind::Link}
                            label={words::another(&titles::decision(model.roadmap(), &taken.turn), taken.taken.is_none())}
                            msg={Msg::Navigation(NavigationMsg::ChangeAsked(Question::Choice(taken.turn.clone())))}
                        />
                    </li>
                }
                <li><a class="link-line" href={Screen::Guide.hash()}>{ words::GUIDE }</a></li>
            </ul>
        </section>
    }
}
