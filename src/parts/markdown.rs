//! Markdown of learning content, drawn as elements: never as HTML, and only with links that lead to the web.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use yew::prelude::*;

use super::{Listing, MaterialLink};
use roadmap::Material;

#[derive(Properties, PartialEq)]
pub struct MarkdownProps {
    pub text: AttrValue,
    /// A single paragraph stands without one around it, for texts inside a line.
    #[prop_or_default]
    pub inline: bool,
}

/// Paragraphs, lists, emphasis, code, blocks of code, and links. Whatever else Markdown knows is drawn as its text.
#[component]
pub fn Markdown(props: &MarkdownProps) -> Html {
    let mut events = Parser::new(&props.text);
    html! { <>{ for content(&mut events, props.inline) }</> }
}

/// The elements up to the end of the present one.
fn content<'a>(events: &mut impl Iterator<Item = Event<'a>>, inline: bool) -> Vec<Html> {
    let mut drawn = Vec::new();
    while let Some(event) = events.next() {
        drawn.push(match event {
            Event::End(_) => break,
            Event::Start(tag) => element(tag, events, inline),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => html! { { text.to_string() } },
            Event::Code(code) => html! { <code>{ code.to_string() }</code> },
            Event::SoftBreak => html! { { " " } },
            Event::HardBreak => html! { <br /> },
            Event::Rule
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => Html::default(),
        });
    }
    drawn
}

fn element<'a>(tag: Tag<'a>, events: &mut impl Iterator<Item = Event<'a>>, inline: bool) -> Html {
    if let Tag::CodeBlock(kind) = tag {
        return listing(&kind, events);
    }
    let children = content(events, inline);
    match tag {
        Tag::Paragraph if inline => html! { <>{ for children }</> },
        Tag::Paragraph => html! { <p>{ for children }</p> },
        Tag::Heading { .. } => html! { <p><strong>{ for children }</strong></p> },
        Tag::List(None) => html! { <ul>{ for children }</ul> },
        Tag::List(Some(_)) => html! { <ol>{ for children }</ol> },
        Tag::Item => html! { <li>{ for children }</li> },
        Tag::Emphasis => html! { <em>{ for children }</em> },
        Tag::Strong => html! { <strong>{ for children }</strong> },
        Tag::Link { dest_url, .. } => {
            let url = dest_url.to_string();
            html! { <MaterialLink material={Material { title: text_of(&children, &url), url }} /> }
        }
        _ => html! { <>{ for children }</> },
    }
}

/// The words of a link; its address where they are more than plain words.
fn text_of(children: &[Html], url: &str) -> String {
    match children {
        [yew::virtual_dom::VNode::VText(text)] => text.text.to_string(),
        _ => url.to_owned(),
    }
}

fn listing<'a>(kind: &CodeBlockKind<'a>, events: &mut impl Iterator<Item = Event<'a>>) -> Html {
    let mut code = String::new();
    for event in events {
        match event {
            Event::Text(text) => code.push_str(&text),
            _ => break,
        }
    }
    let language = match kind {
        CodeBlockKind::Fenced(language) => language.to_string(),
        CodeBlockKind::Indented => String::new(),
    };
    html! { <Listing {language} code={code.trim_end().to_owned()} /> }
}
