//! The entries of the log: the latest weeks, older ones folded by month, and the form in which one is changed.

use yew::prelude::*;

use super::time_log;
use crate::focus;
use crate::parts::{ButtonKind, MsgButton};
use crate::text::{amounts, dates, progress as words, titles};
use app::form::CHANGED_ENTRY;
use app::{Model, Msg, Outlook, ProgressMsg};
use planner::{Item, LogByWeek, LogEntry, LogMonth, LogWeek};
use roadmap::Minutes;

/// Weeks that are not folded away: more would push the rest of the screen down.
const LATEST_WEEKS: usize = 3;

pub fn view(model: &Model, send: &Callback<Msg>, outlook: &Outlook) -> Html {
    let log = &model.document().progress.log;
    let LogByWeek { latest, earlier } = LogByWeek::of(log, LATEST_WEEKS);
    let this_month = log.in_month_of(model.today());
    let entries = Entries { model, send, outlook, edited: model.log_edit().and_then(|edit| edit.index(log)) };
    html! {
        <>
            if this_month > Minutes::ZERO {
                <p>{ words::this_month(model.today(), this_month) }</p>
            }
            { for latest.iter().map(|week| entries.week(week)) }
            { for earlier.iter().map(|month| entries.month(month)) }
        </>
    }
}

/// What every entry is drawn from.
struct Entries<'a> {
    model: &'a Model,
    send: &'a Callback<Msg>,
    outlook: &'a Outlook,
    /// Index of the entry that is being changed.
    edited: Option<usize>,
}

impl Entries<'_> {
    /// A month that is folded until someone opens it. The key keeps it open while entries come and go.
    fn month(&self, month: &LogMonth) -> Html {
        html! {
            <details key={month.first.to_string()} class="log-month">
                <summary>{ words::log_month(month) }</summary>
                { for month.weeks.iter().map(|week| self.week(week)) }
            </details>
        }
    }

    fn week(&self, week: &LogWeek) -> Html {
        let id = format!("log-{}", week.from);
        html! {
            <div key={id.clone()} class="log-week">
                <h3 id={id.clone()}>
                    <span>{ words::log_week(week, self.model.today()) }</span>
                    { " " }
                    <span>{ amounts::time_short(week.time) }</span>
                </h3>
                <ul class="log-entries" aria-labelledby={id}>
                    { for week.entries.iter().map(|&at| self.entry(at)) }
                </ul>
            </div>
        }
    }

    fn entry(&self, at: usize) -> Html {
        let Some(entry) = self.model.document().progress.log.entries().get(at) else {
            return Html::default();
        };
        let title = titles::item(self.model.roadmap(), &entry.item);
        let line = words::log_entry(entry, &title);
        if self.edited == Some(at) { self.form(&line) } else { row(at, entry, &title, &line) }
    }

    /// The form in which an entry is changed, in place of its row.
    fn form(&self, line: &str) -> Html {
        let save = self.send.reform(|event: SubmitEvent| {
            event.prevent_default();
            Msg::Progress(ProgressMsg::LogEditSaved)
        });
        html! {
            <li>
                <form novalidate=true class="log-form" aria-label={words::editing(line)} onsubmit={save}>
                    { time_log::fields(self.model, self.send, self.outlook, CHANGED_ENTRY) }
                    <p class="actions">
                        <button type="submit" class="button">{ words::SAVE_ENTRY }</button>
                        <MsgButton label={words::CANCEL} msg={Msg::Progress(ProgressMsg::LogEditLeft)} />
                    </p>
                </form>
            </li>
        }
    }
}

fn row(at: usize, entry: &LogEntry, title: &str, line: &str) -> Html {
    html! {
        <li class="log-entry">
            // The spaces are for those who hear or copy it.
            <span class="log-date">{ dates::day_of_week_short(entry.on) }</span>
            { " " }
            <span class="log-title">
                { title }
                if entry.building && matches!(entry.item, Item::Topic(_)) {
                    <span class="quiet">{ words::WAS_PRACTICE }</span>
                }
            </span>
            { " " }
            <span class="log-time">{ amounts::time_short(entry.minutes) }</span>
            { " " }
            <span class="log-actions">
                <MsgButton
                    kind={ButtonKind::Link}
                    label={words::EDIT}
                    name={words::edit(line)}
                    id={focus::edit_button(at)}
                    msg={Msg::Progress(ProgressMsg::LogEditBegun(at))}
                />
                <MsgButton
                    kind={ButtonKind::Link}
                    label={words::REMOVE}
                    name={words::remove(line)}
                    msg={Msg::Progress(ProgressMsg::LogEntryRemoved(at))}
                />
            </span>
        </li>
    }
}
