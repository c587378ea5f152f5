//! Signs of success to tick.

use yew::prelude::*;

use crate::parts::Tick;
use crate::text::nudge as words;
use app::{Model, Msg, ProgressMsg};
use roadmap::Sign;

pub fn list<'a>(model: &Model, signs: impl IntoIterator<Item = &'a Sign>) -> Html {
    html! { <ul class="signs">{ for signs.into_iter().map(|sign| line(model, sign)) }</ul> }
}

fn line(model: &Model, sign: &Sign) -> Html {
    let since = model.document().signs.get(&sign.id);
    let tick = |on| Msg::Progress(ProgressMsg::SignTicked { sign: sign.id.clone(), on });
    html! {
        <li key={sign.id.to_string()}>
            <Tick
                id={format!("sign-{}", sign.id)}
                checked={since.is_some()}
                on={tick(Some(model.today()))}
                off={tick(None)}
            >
                { &sign.text }
            </Tick>
            if let Some(since) = since {
                <p class="hint">{ words::since(*since) }</p>
            }
        </li>
    }
}
