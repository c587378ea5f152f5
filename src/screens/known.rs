//! What somebody knows already who gave an answer that leads to the same as another one.

use yew::prelude::*;

use super::quiz;
use crate::focus::HEADING;
use crate::parts::Tick;
use crate::text::{known as words, questions, quiz as quiz_words};
use app::{Model, Msg, ProgressMsg, Screen};
use planner::Turn;
use planner::questionnaire::Question;
use roadmap::{Minutes, Phase, Topic, TopicId};

#[inline(never)]
pub fn view(model: &Model, turn: &Turn) -> Html {
    let Some(phase) = model.shared_phase(turn) else { return Html::default() };
    let known = |topic: &&TopicId| model.document().known.contains(*topic);
    let saved: Minutes =
        phase.topics.iter().filter(known).map(|topic| model.roadmap().usual_effort(topic).middle()).sum();
    let next = model.open_question().map_or(Screen::Check, Screen::Question);
    let back = Screen::Question(Question::Choice(turn.clone()));
    html! {
        <div class="question">
            <a class="back" href={back.hash()}>{ questions::BACK }</a>
            <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
            <p class="lead">{ words::LEAD }</p>
            { offer(model, turn) }
            { topics(model, phase) }
            <p role="status">{ words::saved(saved) }</p>
            <p class="actions"><a class="button" href={next.hash()}>{ questions::CONTINUE }</a></p>
        </div>
    }
}

/// The quiz, for those who are not sure.
fn offer(model: &Model, turn: &Turn) -> Html {
    let Some((screen, label)) = quiz::offer(model, &turn.decision) else { return Html::default() };
    html! {
        <div class="help-offer">
            <p>{ quiz_words::OFFER }</p>
            <a class="button button-quiet" href={screen.hash()}>{ label }</a>
        </div>
    }
}

fn topics(model: &Model, phase: &Phase) -> Html {
    let topics = phase.topics.iter().filter_map(|topic| model.roadmap().topic(topic));
    html! { <ul class="signs" aria-label={words::TOPICS}>{ for topics.map(|topic| line(model, topic)) }</ul> }
}

fn line(model: &Model, Topic { id, title, summary, .. }: &Topic) -> Html {
    let know = |known| Msg::Progress(ProgressMsg::TopicKnown { topic: id.clone(), known });
    html! {
        <li key={id.to_string()}>
            <Tick
                id={format!("known-{id}")}
                checked={model.document().known.contains(id)}
                on={know(true)}
                off={know(false)}
            >
                { title }
            </Tick>
            <p class="hint">{ summary }</p>
        </li>
    }
}
