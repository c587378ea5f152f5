//! The offer of a plan from a file or from inside the page, compared with the current one.

use yew::prelude::*;

use crate::focus::HEADING;
use crate::parts::{ButtonKind, MsgButton};
use crate::text::digest;
use crate::text::offer as words;
use app::{Digest, Model, Msg, OfferMsg};

#[inline(never)]
pub fn view(model: &Model) -> Html {
    let Some(offer) = model.offer() else { return Html::default() };
    let of = |document| digest::lines(&Digest::of(document, model.roadmap(), model.today()), model.roadmap());
    let (present, offered) = (of(model.document()), of(&offer.document));
    let is_inside = offer.inside.is_some();
    let has_own = !model.document().is_empty();
    html! {
        <div class="offer">
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::title(is_inside) }</h1>
                <p class="lead">{ words::lead(is_inside, has_own) }</p>
            </div>
            <div class="table-frame" role="region" aria-label={words::CAPTION} tabindex="0">
                <table>
                    <caption class="unseen">{ words::CAPTION }</caption>
                    <thead>
                        <tr>
                            <td></td>
                            if has_own {
                                <th scope="col">{ words::PRESENT }</th>
                            }
                            <th scope="col">{ words::offered(is_inside) }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for present.into_iter().zip(offered).map(|((name, present), (_, offered))| {
                            row(name, has_own.then_some(present), offered)
                        }) }
                    </tbody>
                </table>
            </div>
            <p class="actions">
                <MsgButton
                    kind={ButtonKind::Primary}
                    label={words::OPEN}
                    msg={Msg::Offer(OfferMsg::Accepted)}
                />
                <MsgButton
                    label={if has_own { words::KEEP } else { words::NOT_NOW }}
                    msg={Msg::Offer(OfferMsg::Declined)}
                />
            </p>
            if has_own {
                <p class="hint">{ words::NOTE }</p>
            }
        </div>
    }
}

/// A figure of both plans, or only of the offered one where there is no other.
fn row(name: &str, present: Option<String>, offered: String) -> Html {
    let is_same = present.as_ref() == Some(&offered);
    let differs = present.is_some() && !is_same;
    html! {
        <tr class={classes!(differs.then_some("differs"))}>
            <th scope="row">{ name }</th>
            if let Some(present) = present {
                <td>{ present }</td>
            }
            <td>{ if is_same { words::SAME.to_owned() } else { offered } }</td>
        </tr>
    }
}
