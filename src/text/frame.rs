//! Words shown around every screen: navigation, status line, bars, and notices.

use super::{amounts, dates, history, keep, moved, reading, roadmaps, titles, today};
use app::{Change, Logged, Model, Moment, Notice, Saving};
use planner::{Date, LogEntry};
use roadmap::Minutes;

pub const NAME: &str = "Waymark";
pub const SKIP: &str = "Skip to content";
pub const MAIN_NAVIGATION: &str = "Main";
pub const TODAY: &str = "Today";
pub const PLAN: &str = "Plan";
pub const MENU: &str = "Menu";
pub const ANSWERS: &str = "My answers";
pub const ANSWERS_ABOUT: &str = "Goal, hours, days off, target";
pub const MAP: &str = "Map";
pub const ROADMAPS: &str = "Roadmaps";
pub const GUIDE: &str = "Guide";
pub const KEEP: &str = "Backup";
pub const BACK_UP: &str = "Back up now";
pub const UNDO: &str = "Undo";
pub const REDO: &str = "Redo";
pub const THIS_WINDOW: &str = "Use this window’s version";
pub const DISMISS: &str = "Dismiss";
pub const PRIVACY: &str = "Nothing you enter leaves your device: no account, no server, no tracking.";
pub const DOWNLOAD_NOW: &str = "Download your plan now";
pub const CHANGES: &str = "Undo and redo";
pub const RETRY: &str = "Try again";
pub const NOT_NOW: &str = "Not now";
pub const SAVED: &str = "Saved in this browser";
pub const LAST_BACKUP: &str = "Last backup";
pub const NO_BACKUP: &str = "No backup yet";
pub const NOT_SAVED: &str = "Not saved: the browser refused your last change";
pub const COPY_HAS_IT: &str = "There is a second copy in this browser.";
pub const NOTHING_SAVED: &str = "Nothing is being saved.";
pub const STORAGE: &str = "This browser’s storage is";
pub const STARTED_OVER: &str = "You’ve started over. Your previous plan has been archived.";
pub const PLAN_OPENED: &str = "Plan opened.";
pub const BROUGHT_BACK: &str = "Your earlier plan has been restored.";
pub const BOTH_KEPT: &str =
    "This plan was also changed in another window. You see that version, and yours is kept.";

pub fn title(screen: &str) -> String {
    format!("{screen} – {NAME}")
}

/// The title of the window, after the time of the timer if one is in use: `0:42 – Today – Waymark`.
pub fn title_with_timer(title: &str, minutes: Option<Minutes>) -> String {
    match minutes {
        None => title.to_owned(),
        Some(minutes) => format!("{} – {title}", today::clock(minutes)),
    }
}

/// The state of saving: when the plan was last saved and exported, or why it is not saved.
pub fn saving(model: &Model) -> String {
    match model.saving() {
        Saving::Failed(why) => {
            let copy =
                if model.second_copy() == Some(&Ok(())) { format!(" {COPY_HAS_IT}") } else { String::new() };
            let why = keep::save_failure(why);
            format!(
                "{NOT_SAVED} ({why}).{copy} Nothing is lost while this page stays open, and Waymark keeps trying. Download your plan to be safe."
            )
        }
        Saving::Off(why) => format!(
            "{NOTHING_SAVED} {} Everything works as usual until you close this page. Download your plan to keep it.",
            keep::read_only(why)
        ),
        Saving::Idle | Saving::Saved => match model.saved_at() {
            None => "Your answers are saved in this browser as you go.".to_owned(),
            Some(at) => {
                let moment = |at| history::moment(at, model.today());
                let backup = match model.kept_file().filter(|file| file.is_kept()) {
                    Some(file) => keep::also_in(&file.name),
                    None => backup_at(model, moment),
                };
                format!("{SAVED} {} · {backup}", moment(at))
            }
        },
    }
}

pub fn notice(notice: &Notice, model: &Model) -> String {
    match notice {
        Notice::StartedOver => STARTED_OVER.to_owned(),
        Notice::PlanOpened => PLAN_OPENED.to_owned(),
        Notice::FileRefused(why) => keep::refusal(why),
        Notice::Undone(change) => undone(*change),
        Notice::Redone(change) => redone(*change),
        Notice::BroughtBack => BROUGHT_BACK.to_owned(),
        Notice::BothKept => BOTH_KEPT.to_owned(),
        Notice::SetAside => keep::SET_ASIDE_WHY.to_owned(),
        Notice::PlanExported(name) => exported(name),
        Notice::RoadmapRefused(why) => reading::refusal(why),
        Notice::RoadmapNotSaved(why) => roadmaps::not_saved(why),
        Notice::RoadmapRemoved(_) => roadmaps::REMOVED.to_owned(),
        Notice::RoadmapChanged(change) => roadmaps::changed(change),
        Notice::RoadmapInUse { ticked } => roadmaps::in_use_now(*ticked),
        Notice::FileHandedOut(name) => handed_out(name),
        Notice::Logged(logged) => self::logged(logged, model),
        Notice::Moved(moved) => match model.outlook() {
            Ok(outlook) => {
                let finished = &outlook.forecast.remaining.finished;
                moved::after_change(moved, moved::Facts { roadmap: model.roadmap(), finished })
            }
            Err(_) => String::new(),
        },
    }
}

/// A new log entry, and how it moved the finish.
fn logged(logged: &Logged, model: &Model) -> String {
    let Logged { entry, moved } = logged;
    let said = self::entry(entry, &titles::item(model.roadmap(), &entry.item), model.today());
    let moved = moved.as_ref().zip(model.outlook().ok()).map(|(moved, outlook)| {
        let finished = &outlook.forecast.remaining.finished;
        moved::after_change(moved, moved::Facts { roadmap: model.roadmap(), finished })
    });
    moved.map_or_else(|| said.clone(), |moved| format!("{said} {moved}"))
}

/// `Logged 1 h 30 min on Databases.`, with the date if it is not today.
pub fn entry(entry: &LogEntry, title: &str, today: Date) -> String {
    let time = amounts::time_short(entry.minutes);
    match entry.on == today {
        true => format!("Logged {time} on {title}."),
        false => format!("Logged {time} on {title} for {}.", dates::weekday_and_date(entry.on)),
    }
}

/// `Last backup 28 March 2027`
pub fn last_backup(model: &Model) -> String {
    backup_at(model, |at| dates::date(at.date()))
}

fn backup_at(model: &Model, moment: impl Fn(Moment) -> String) -> String {
    let last = model.backups().last_export;
    last.map_or_else(|| NO_BACKUP.to_owned(), |at| format!("{LAST_BACKUP} {}", moment(at)))
}

pub fn undone(change: Change) -> String {
    format!("Undone: {}.", history::change(change))
}

pub fn redone(change: Change) -> String {
    format!("Redone: {}.", history::change(change))
}

pub fn exported(name: &str) -> String {
    format!("Downloaded as {name}.")
}

pub fn handed_out(name: &str) -> String {
    format!("Downloaded as {name}.")
}

/// Accessible name of the undo button.
pub fn undo(change: Change) -> String {
    format!("{UNDO}: {}", history::change(change))
}

/// Accessible name of the redo button.
pub fn redo(change: Change) -> String {
    format!("{REDO}: {}", history::change(change))
}

/// The reminder of a backup: when the last one was made.
pub fn reminder(last: Option<Moment>) -> String {
    let last = match last {
        Some(at) => format!("Your last backup was on {}.", dates::date(at.date())),
        None => "You haven’t backed up yet.".to_owned(),
    };
    format!("{last} Browsers can lose data; a downloaded file is safe.")
}

pub fn wrong_clock(shown: Date) -> String {
    format!(
        "Your computer’s clock shows {}, so the dates here can’t be right. Set the clock to today’s date, then come back. Everything you do until then is still saved.",
        dates::date(shown)
    )
}

pub fn nearly_full(percent: usize) -> String {
    format!(
        "{STORAGE} {percent}% full. Once it’s full, nothing more can be saved: back up your plan and clear data from other pages."
    )
}
