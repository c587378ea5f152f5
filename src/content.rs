//! Unpacks the learning content once the page is usable.

use yew::Callback;
use yew::platform::spawn_local;

use app::{Msg, RoadmapMsg};
use browser::content::unpacked;
use roadmap::Content;

/// Reports the content that the page carries, or that it cannot be read.
pub fn unpack(send: Callback<Msg>) {
    spawn_local(async move {
        let content = unpacked().await.ok().and_then(|json| Content::from_json(&json).ok());
        send.emit(RoadmapMsg::ContentUnpacked(content.map(Box::new)).into());
    });
}
