//! Signs of success to tick.

use yew::prelude::*;

use crate::context::use_send;
use crate::parts::Tick;
use crate::text::nudge as words;
use app::{Model, ProgressMsg};
use browser::clock;
use planner::Date;
use roadmap::{Sign, SignId};

pub fn list<'a>(model: &Model, signs: impl IntoIterator<Item = &'a Sign>) -> Html {
    let line = |sign: &Sign| {
        let since = model.document().signs.get(&sign.id).copied();
        html! {
            <li key={sign.id.to_string()}>
                <SignTick sign={sign.id.clone()} text={sign.text.clone()} {since} />
            </li>
        }
    };
    html! { <ul class="signs">{ for signs.into_iter().map(line) }</ul> }
}

#[derive(Properties, PartialEq)]
struct SignTickProps {
    sign: SignId,
    text: AttrValue,
    since: Option<Date>,
}

#[component]
fn SignTick(props: &SignTickProps) -> Html {
    let SignTickProps { sign, text, since } = props;
    let on_change = {
        let sign = sign.clone();
        use_send().reform(move |is_ticked: bool| {
            ProgressMsg::SignTicked { sign: sign.clone(), on: is_ticked.then(clock::today) }.into()
        })
    };
    html! {
        <Tick id={format!("sign-{sign}")} checked={since.is_some()} {on_change}>
            { text }
            if let Some(since) = since {
                { " " }<span class="note">{ words::since(*since) }</span>
            }
        </Tick>
    }
}
