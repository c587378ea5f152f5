//! A plan that could take the place of the present one, beside it.

use std::rc::Rc;

use yew::prelude::*;

use crate::focus::HEADING;
use crate::text::digest;
use crate::text::offer as words;
use app::{Digest, Model, Msg};

pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let Some(offer) = &model.offer else { return Html::default() };
    let of = |document| digest::lines(&Digest::of(document, &model.roadmap, model.today), &model.roadmap);
    let (present, offered) = (of(&model.document), of(&offer.document));
    let is_inside = offer.inside.is_some();
    html! {
        <div class="offer">
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::title(is_inside) }</h1>
                <p class="lead">{ words::lead(is_inside) }</p>
            </div>
            <div class="table-frame" role="region" aria-label={words::CAPTION} tabindex="0">
                <table>
                    <caption class="unseen">{ words::CAPTION }</caption>
                    <thead>
                        <tr>
                            <td></td>
                            <th scope="col">{ words::PRESENT }</th>
                            <th scope="col">{ words::offered(is_inside) }</th>
                        </tr>
                    </thead>
                    <tbody>{ for present.into_iter().zip(offered).map(row) }</tbody>
                </table>
            </div>
            <p class="actions">
                <button type="button" class="button" onclick={send.reform(|_| Msg::OfferAccepted)}>{ words::OPEN }</button>
                <button type="button" class="button-quiet" onclick={send.reform(|_| Msg::OfferDeclined)}>
                    { words::KEEP }
                </button>
            </p>
            <p class="hint">{ words::NOTE }</p>
        </div>
    }
}

fn row(((name, present), (_, offered)): ((&'static str, String), (&'static str, String))) -> Html {
    let is_same = present == offered;
    html! {
        <tr class={classes!((!is_same).then_some("differs"))}>
            <th scope="row">{ name }</th>
            <td>{ present }</td>
            <td>{ if is_same { words::SAME.to_owned() } else { offered } }</td>
        </tr>
    }
}
