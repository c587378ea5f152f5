//! Buttons: plain ones with a callback, and ones that send a message.

use yew::prelude::*;

use super::icon::Icon;
use crate::context::use_send;
use app::Msg;

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The main action of a screen or form.
    Primary,
    #[default]
    Quiet,
    /// Looks like a link, inside text and lists.
    Link,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button",
            Self::Quiet => "button-quiet",
            Self::Link => "link",
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    pub label: AttrValue,
    #[prop_or_default]
    pub kind: ButtonKind,
    #[prop_or_default]
    pub icon: Option<Icon>,
    /// Accessible name, where the label alone is not unique on the screen.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    #[prop_or_default]
    pub id: Option<AttrValue>,
    #[prop_or_default]
    pub disabled: bool,
    pub on_click: Callback<MouseEvent>,
}

#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let ButtonProps { label, kind, icon, name, id, disabled, on_click } = props;
    html! {
        <button
            type="button"
            class={kind.class()}
            id={id.clone()}
            aria-label={name.clone()}
            disabled={*disabled}
            onclick={on_click.clone()}
        >
            { icon.map(Icon::view).unwrap_or_default() }
            { label }
        </button>
    }
}

#[derive(Properties, PartialEq)]
pub struct MsgButtonProps {
    pub label: AttrValue,
    #[prop_or_default]
    pub kind: ButtonKind,
    #[prop_or_default]
    pub icon: Option<Icon>,
    /// Accessible name, where the label alone is not unique on the screen.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    #[prop_or_default]
    pub id: Option<AttrValue>,
    #[prop_or_default]
    pub disabled: bool,
    /// Sent with each click.
    pub msg: Msg,
}

/// A [`Button`] that sends a message to the state.
#[component]
pub fn MsgButton(props: &MsgButtonProps) -> Html {
    let MsgButtonProps { label, kind, icon, name, id, disabled, msg } = props;
    let msg = msg.clone();
    let on_click = use_send().reform(move |_| msg.clone());
    html! {
        <Button
            label={label.clone()}
            kind={*kind}
            icon={*icon}
            name={name.clone()}
            id={id.clone()}
            disabled={*disabled}
            {on_click}
        />
    }
}
