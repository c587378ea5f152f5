//! Words around every screen.

use super::keep;
use crate::app::{Model, Notice, Replaced, Saving};

pub const NAME: &str = "Waymark";
pub const SKIP: &str = "Skip to the content";
pub const MAIN_NAVIGATION: &str = "Main";
pub const PLAN: &str = "Plan";
pub const ANSWERS: &str = "Answers";
pub const GUIDE: &str = "Guide";
pub const KEEP: &str = "Your data";
pub const UNDO: &str = "Undo";
pub const DISMISS: &str = "Dismiss";
pub const PRIVACY: &str = "Nothing you enter leaves this page: no account, no server, no tracking.";
pub const DOWNLOAD_NOW: &str = "Download your plan now";

pub fn title(screen: &str) -> String {
    format!("{screen} – {NAME}")
}

pub fn saving(saving: &Saving) -> String {
    match saving {
        Saving::Idle => "Your answers are kept in this browser as you go.".to_owned(),
        Saving::Saved(_) => "Saved in this browser.".to_owned(),
        Saving::Failed(_, why) => format!(
            "Your last change is not saved: the browser refused it ({why}). Nothing is lost while this page stays open. Download your plan to keep it."
        ),
        Saving::Off(why) => format!(
            "Nothing is being saved. {why} The page works as usual until you close it. Download your plan to keep it."
        ),
    }
}

pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::StartedOver => "You have started over. Your earlier plan is put away.".to_owned(),
        Notice::FileOpened => "The plan from your file is open.".to_owned(),
        Notice::FileRefused(why) => keep::refusal(why),
        Notice::Restored => "Your earlier plan is back.".to_owned(),
        Notice::SetAside => keep::SET_ASIDE_WHY.to_owned(),
        Notice::Exported(name) => format!("Your plan was handed to the browser as {name}."),
    }
}

/// Whether the notice is about something that `ReplacementUndone` undoes.
pub fn offers_undo(model: &Model) -> bool {
    let replaced_by_file = model.replaced.as_ref().map(|Replaced { by_file, .. }| *by_file);
    matches!(
        (&model.notice, replaced_by_file),
        (Some(Notice::StartedOver), Some(false)) | (Some(Notice::FileOpened), Some(true))
    )
}
