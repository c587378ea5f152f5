//! A row that unfolds: its title and figures in one line, and what belongs to it below.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// Unique on the page.
    pub id: AttrValue,
    pub title: AttrValue,
    /// A class that draws the mark of the row's state.
    #[prop_or_default]
    pub mark: Classes,
    /// Below the title.
    pub about: AttrValue,
    /// Beside the title.
    pub figures: Html,
    /// Whether it is unfolded at first.
    #[prop_or_default]
    pub open: bool,
    /// What is below when it is unfolded; it is made only then.
    pub body: Callback<(), Html>,
}

/// A button and not a disclosure of HTML: the title is a heading, and what is folded costs nothing.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { id, title, mark, about, figures, open, body } = props;
    let is_open = use_state_eq(|| *open);
    let toggle = {
        let is_open = is_open.clone();
        move |_: MouseEvent| is_open.set(!*is_open)
    };
    let below = format!("{id}-below");
    html! {
        <article class="row" aria-label={title.clone()}>
            <div class="row-head">
                <div class="row-name">
                    <h3 class={classes!("status", mark.clone())}>
                        <button
                            type="button"
                            class="row-toggle"
                            aria-expanded={is_open.to_string()}
                            aria-controls={is_open.then(|| below.clone())}
                            onclick={toggle}
                        >
                            { title }
                        </button>
                        <span class="on-paper">{ title }</span>
                    </h3>
                    <p class="quiet">{ about }</p>
                </div>
                <div class="row-figures">{ figures.clone() }</div>
            </div>
            if *is_open {
                <div class="row-below" id={below}>{ body.emit(()) }</div>
            }
        </article>
    }
}
