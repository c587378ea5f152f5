//! What the page says unasked: a pitfall or signs of success, one at a time, and each can be sent away.

use yew::prelude::*;

use crate::parts::MsgButton;
use crate::screens::signs;
use crate::text::nudge as words;
use app::{Hint, Model, Msg, Outlook, ProgressMsg, Screen, hint};

pub fn view(model: &Model, outlook: &Outlook) -> Html {
    match hint(model.document(), model.roadmap(), outlook, model.today()) {
        None => Html::default(),
        Some(Hint::Pitfall { pitfall, noticed, advice }) => {
            let away = ProgressMsg::PitfallSentAway { pitfall: pitfall.id.clone(), on: model.today() };
            html! {
                <section class="card nudge" aria-labelledby="nudge">
                    <h2 id="nudge">{ &pitfall.title }</h2>
                    <p>{ noticed }{ " " }{ advice }</p>
                    <p class="actions">
                        <MsgButton label={words::GOT_IT} msg={Msg::Progress(away)} />
                        <a class="link-line" href={Screen::Guide.hash()}>{ words::ALL_PITFALLS }</a>
                    </p>
                </section>
            }
        }
        Some(Hint::Signs(offered)) => html! {
            <section class="card nudge" aria-labelledby="nudge">
                <h2 id="nudge">{ words::SIGNS }</h2>
                <p>{ words::SIGNS_LEAD }</p>
                { signs::list(model, offered) }
                <p class="actions">
                    <MsgButton
                        label={words::NOT_NOW}
                        msg={Msg::Progress(ProgressMsg::SignsPutOff(model.today()))}
                    />
                    <a class="link-line" href={Screen::Guide.hash()}>{ words::ALL_SIGNS }</a>
                </p>
            </section>
        },
    }
}
