//! The placement quiz about a part of the roadmap: one question on each screen, then what the answers say.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::content;
use crate::focus::HEADING;
use crate::parts::{ButtonKind, Listing, Markdown, MsgButton};
use crate::text::{questions, quiz as words};
use app::{Model, Msg, Placed, Placement, QuizMsg, QuizRun, Screen, reply_of};
use browser::keys;
use planner::quiz::Reply;
use roadmap::{Kind, Minutes, NodeId, Question, TopicId};

#[inline(never)]
pub fn view(model: &Model, about: &NodeId) -> Html {
    if let Some(wait) = content::awaited(model) {
        return wait;
    }
    let fresh = QuizRun::begun(model.today());
    let run = model.document().quizzes.get(about).unwrap_or(&fresh);
    let Some(placement) = Placement::of(model.roadmap(), about, run) else {
        return html! { <h1 id={HEADING} tabindex="-1">{ words::NO_QUESTIONS }</h1> };
    };
    match placement.next() {
        Some((topic, question)) => html! {
            <QuestionCard
                key={question.id.to_string()}
                about={about.clone()}
                topic={topic.title.clone()}
                question={question.clone()}
                number={run.replies.len() + 1}
                on={model.today()}
            />
        },
        None => result(model, &placement),
    }
}

#[derive(Properties, PartialEq)]
struct QuestionCardProps {
    about: NodeId,
    /// The title of the topic.
    topic: AttrValue,
    question: Question,
    /// From 1.
    number: usize,
    on: planner::Date,
}

/// The index of "I don't know yet" among the options, which comes last.
fn unsure(question: &Question) -> usize {
    question.options.len()
}

#[component]
fn QuestionCard(props: &QuestionCardProps) -> Html {
    let QuestionCardProps { about, topic, question, number, on } = props;
    let chosen = use_state(|| None::<usize>);
    let is_refused = use_state(|| false);
    let send = crate::context::use_send();
    use_digits(question, &chosen);
    let submit = {
        let (about, on, options) = (about.clone(), *on, question.options.len());
        let (chosen, is_refused, send) = (chosen.clone(), is_refused.clone(), send.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match *chosen {
                Some(at) => {
                    let choice = Some(at).filter(|at| *at < options);
                    send.emit(QuizMsg::Answered { about: about.clone(), choice, on }.into());
                }
                None => is_refused.set(true),
            }
        })
    };
    let is_refused = *is_refused && chosen.is_none();
    html! {
        <form class="quiz" novalidate=true onsubmit={submit}>
            <p class="eyebrow">{ words::position(*number, topic) }</p>
            <fieldset class="choices" aria-describedby={is_refused.then_some("quiz-error")}>
                <legend><h1 id={HEADING} tabindex="-1"><Markdown text={question.prompt.clone()} inline=true /></h1></legend>
                if let Some(code) = &question.code {
                    <Listing language={code.language.clone()} code={code.text.clone()} />
                }
                if is_refused {
                    <p class="field-error" id="quiz-error" role="alert">{ words::NOTHING_CHOSEN }</p>
                }
                { for question.options.iter().enumerate().map(|(at, option)| {
                    choice(at, &chosen, html! { <Markdown text={option.text.clone()} inline=true /> })
                }) }
                { choice(unsure(question), &chosen, html! { { words::UNSURE } }) }
            </fieldset>
            <p class="actions">
                <button type="submit" class="button">{ words::NEXT }</button>
                if *number > 1 {
                    <MsgButton label={words::BACK} msg={Msg::Quiz(QuizMsg::TakenBack(about.clone()))} />
                    <MsgButton
                        label={words::STOP}
                        kind={ButtonKind::Link}
                        msg={Msg::Quiz(QuizMsg::Stopped(about.clone()))}
                    />
                }
            </p>
            <p class="hint">{ words::USUALLY }{ " " }{ words::NOBODY_SEES }</p>
        </form>
    }
}

fn choice(at: usize, chosen: &UseStateHandle<Option<usize>>, label: Html) -> Html {
    let id = format!("option-{at}");
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |_: Event| chosen.set(Some(at)))
    };
    html! {
        <div class="choice" key={at}>
            <input type="radio" name="option" id={id.clone()} checked={**chosen == Some(at)} onchange={choose} />
            <label for={id}>{ label }</label>
        </div>
    }
}

/// The keys 1 to 5 choose an option.
#[hook]
fn use_digits(question: &Question, chosen: &UseStateHandle<Option<usize>>) {
    let (most, chosen) = (unsure(question) + 1, chosen.clone());
    use_effect_with((), move |()| {
        let listener = keys::on_digit(move |digit| {
            if (1..=most).contains(&digit) {
                chosen.set(Some(digit - 1));
            }
        });
        move || drop(listener)
    });
}

fn result(model: &Model, placement: &Placement<'_>) -> Html {
    let about = &placement.about().id;
    let known = model.quiz_result(about);
    let placed = placement.placed();
    let usual = |topic: &TopicId| model.roadmap().usual_effort(topic).middle();
    let saved: Minutes = known.iter().filter(|(_, known)| **known).map(|(topic, _)| usual(topic)).sum();
    let count = known.values().filter(|known| **known).count();
    let answer = placement.fitting_answer(&known);
    let run = placement.run();
    html! {
        <div class="quiz-result">
            <header class="intro">
                <p class="eyebrow">{ words::RESULT }</p>
                <h1 id={HEADING} tabindex="-1">{ words::headline(count, placed.len(), saved) }</h1>
                <p class="lead">
                    if let Some(answer) = &answer {
                        { words::suggests(model.roadmap().answer_label(about, answer)) }{ " " }
                    }
                    { moves(model, about) }
                </p>
                <p class="hint">{ words::taken_on(run.on, run.replies.len()) }{ " " }{ words::CORRECT }</p>
            </header>
            <section aria-labelledby="placed">
                <h2 id="placed">{ words::TOPICS }</h2>
                <ul class="placed">{ for placed.iter().map(|placed| line(model, placement, placed, &known)) }</ul>
            </section>
            <p class="actions">
                <MsgButton
                    label={words::TAKE_OVER}
                    kind={ButtonKind::Primary}
                    msg={Msg::Quiz(QuizMsg::Taken(about.clone()))}
                />
                <MsgButton
                    label={words::AGAIN}
                    msg={Msg::Quiz(QuizMsg::BegunAgain { about: about.clone(), on: model.today() })}
                />
                <a href={back(placement).hash()}>{ questions::BACK }</a>
            </p>
            { explanations(placement) }
        </div>
    }
}

fn back(placement: &Placement<'_>) -> Screen {
    use planner::Turn;
    use planner::questionnaire::Question;
    match placement.about().kind {
        Kind::Decision => Screen::Question(Question::Choice(Turn::first(placement.about().id.clone()))),
        _ => Screen::Plan,
    }
}

/// How the finish moves if the result is taken over, once there is a plan.
fn moves(model: &Model, about: &NodeId) -> String {
    let finish =
        |taken: bool| if taken { model.finish_with_quiz(about) } else { model.usual_finish().ok().flatten() };
    match (model.open_question(), finish(true), finish(false)) {
        (None, Some(with), Some(without)) => words::moves(with, without),
        _ => String::new(),
    }
}

fn line(
    model: &Model,
    placement: &Placement<'_>,
    placed: &Placed<'_>,
    known: &BTreeMap<TopicId, bool>,
) -> Html {
    let Placed { topic, chance, is_known, asked } = *placed;
    let replies = placement.run().replies.iter().filter(|reply| reply.topic == topic.id);
    let is_right = |reply: &&app::QuizReply| {
        placement.asked(reply).is_some_and(|(_, question)| reply_of(question, reply.choice) == Reply::Right)
    };
    let right = replies.filter(is_right).count();
    let is_taken = known.get(&topic.id) == Some(&true);
    let time = model.roadmap().usual_effort(&topic.id).middle();
    html! {
        <li key={topic.id.to_string()}>
            <fieldset>
                <legend>{ &topic.title }</legend>
                <p class="quiet">{ words::placed(is_known, chance, right, asked) }</p>
                <div class="segments">
                    { segment(topic, true, is_taken, words::KNOWN) }
                    { segment(topic, false, is_taken, words::TO_LEARN) }
                </div>
                if !is_taken {
                    <p class="quiet">{ words::saves(time) }</p>
                }
            </fieldset>
        </li>
    }
}

fn segment(topic: &roadmap::Topic, known: bool, is_taken: bool, label: &'static str) -> Html {
    html! { <Segment topic={topic.id.clone()} {known} is_chosen={known == is_taken} {label} /> }
}

#[derive(Properties, PartialEq)]
struct SegmentProps {
    topic: TopicId,
    known: bool,
    is_chosen: bool,
    label: &'static str,
}

#[component]
fn Segment(props: &SegmentProps) -> Html {
    let SegmentProps { topic, known, is_chosen, label } = props;
    let msg = Msg::Quiz(QuizMsg::Corrected { topic: topic.clone(), known: *known });
    let onchange = crate::context::use_send().reform(move |_: Event| msg.clone());
    let id = format!("{topic}-{known}");
    html! {
        <span>
            <input type="radio" name={format!("placed-{topic}")} id={id.clone()} checked={*is_chosen} {onchange} />
            <label for={id}>{ *label }</label>
        </span>
    }
}

/// Each question that was answered, with what is to be said about the answer and the right one.
fn explanations(placement: &Placement<'_>) -> Html {
    let answered = placement.run().replies.iter().filter_map(|reply| {
        let (topic, question) = placement.asked(reply)?;
        Some((topic, question, reply.choice))
    });
    html! {
        <details class="answered">
            <summary>{ words::ANSWERED }</summary>
            <ol>{ for answered.map(|(topic, question, choice)| explanation(&topic.title, question, choice)) }</ol>
        </details>
    }
}

fn explanation(topic: &str, question: &Question, choice: Option<usize>) -> Html {
    let is_right = reply_of(question, choice) == Reply::Right;
    let option = |label: &'static str, at: usize| {
        question.options.get(at).map(|option| html! {
            <div>
                <p><strong>{ label }</strong>{ " " }<Markdown text={option.text.clone()} inline=true /></p>
                <Markdown text={option.why.clone()} />
            </div>
        })
    };
    html! {
        <li key={format!("{topic}/{}", question.id)}>
            <p class="eyebrow">
                { topic }{ " · " }
                <span class={classes!("status", is_right.then_some("status-done"))}>
                    { if is_right { words::WAS_RIGHT } else { words::WAS_WRONG } }
                </span>
            </p>
            <Markdown text={question.prompt.clone()} />
            if let Some(code) = &question.code {
                <Listing language={code.language.clone()} code={code.text.clone()} />
            }
            { choice.filter(|_| !is_right).and_then(|choice| option(words::YOU, choice)).unwrap_or_default() }
            if choice.is_none() {
                <p><strong>{ words::YOU }</strong>{ " " }{ words::UNSURE }</p>
            }
            { option(words::RIGHT_ANSWER, question.answer).unwrap_or_default() }
        </li>
    }
}

/// A link to the quiz about a part of the roadmap, if there are questions about it, and how it stands with it.
pub fn offer(model: &Model, about: &NodeId) -> Option<(Screen, &'static str)> {
    if app::quiz_topics(model.roadmap(), about).is_empty() {
        return None;
    }
    let label = match model.placement(about) {
        None => words::TAKE,
        Some(placement) if placement.next().is_some() => words::RESUME,
        Some(_) => words::SEE_RESULT,
    };
    Some((Screen::Quiz(about.clone()), label))
}

/// The title of the window.
pub fn title(model: &Model, about: &NodeId) -> String {
    let name = model.roadmap().node(about).map(|node| node.title.clone()).unwrap_or_default();
    format!("{}: {name}", words::RESULT)
}
