//! What a person does with the page and sees on it.

use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::PrintConfiguration;
use serde_json::Value;

use crate::look::{Pointer, Question, Wanted};
use crate::visit::Visit;
use crate::{Capability, Download, Engine, Name, Seen, Theme, accessibility};

/// Timeout for anything to appear. Only a failing test waits so long, and a busy machine may need it.
const PATIENCE: Duration = Duration::from_secs(30);

/// Polling interval.
const BLINK: Duration = Duration::from_millis(40);

/// More tab stops than any screen has.
const MOST_STOPS: usize = 300;

/// Somebody who uses the page: in one browser, with a profile of their own.
///
/// Every verb waits up to thirty seconds for what it needs, and panics after that.
#[derive(Clone)]
pub struct Person {
    pub(crate) visit: Rc<Visit>,
    place: Vec<Wanted>,
}

impl Person {
    pub(crate) fn new(visit: Rc<Visit>) -> Self {
        Self { visit, place: vec![] }
    }

    /// The browser in use.
    pub fn browser(&self) -> Engine {
        self.visit.engine
    }

    /// Whether this browser has the capability.
    pub fn can(&self, capability: Capability) -> bool {
        self.browser().can(capability)
    }

    /// The same person, looking only inside elements with this role and name.
    pub fn within(&self, role: &str, name: impl Into<Name>) -> Self {
        let mut place = self.place.clone();
        place.push(Wanted::new(role, name));
        Self { visit: self.visit.clone(), place }
    }

    /// Clicks the only element with this role and name.
    pub async fn click(&self, role: &str, name: impl Into<Name>) {
        let wanted = Wanted::new(role, name);
        self.step(format!("clicks {wanted}"));
        self.press_on(&wanted, Pointer::Mouse).await;
    }

    /// Taps the only element with this role and name with a finger.
    pub async fn taps(&self, role: &str, name: impl Into<Name>) {
        let wanted = Wanted::new(role, name);
        self.step(format!("taps {wanted}"));
        self.press_on(&wanted, Pointer::Finger).await;
    }

    /// How many elements this person has pressed so far.
    pub fn actions(&self) -> usize {
        self.visit.actions.get()
    }

    /// Opens a menu, and clicks a link in it.
    pub async fn picks(&self, menu: &str, link: impl Into<Name>) {
        self.click("button", menu).await;
        self.click("link", link).await;
    }

    /// Clicks a radio button, a checkbox or an option, and waits until it is chosen.
    pub async fn choose(&self, role: &str, name: impl Into<Name>) {
        let wanted = Wanted::new(role, name);
        self.step(format!("chooses {wanted}"));
        self.press_on(&wanted, Pointer::Mouse).await;
        let chosen = async || {
            self.the_one(&wanted).await.and_then(|seen| match seen.chosen {
                true => Ok(()),
                false => Err(format!("{wanted} was clicked but is not chosen")),
            })
        };
        self.until(chosen).await;
    }

    /// Replaces the text of a field; an empty text clears it.
    pub async fn type_into(&self, role: &str, name: impl Into<Name>, text: &str) {
        let wanted = Wanted::new(role, name);
        self.step(format!("types “{text}” into {wanted}"));
        self.press_on(&wanted, Pointer::Mouse).await;
        self.keys(&[Key::Control.into(), 'a']).await;
        match text {
            "" => self.keys(&[Key::Backspace.into()]).await,
            _ => self.typing(text).await,
        }
    }

    /// Types text into whatever has the focus.
    pub async fn types(&self, text: &str) {
        self.step(format!("types “{text}”"));
        self.typing(text).await;
    }

    /// Presses a key.
    pub async fn presses(&self, key: Key) {
        self.step(format!("presses {key:?}"));
        self.keys(&[key.into()]).await;
    }

    /// Presses a key while holding another one down.
    pub async fn presses_with(&self, held: Key, key: Key) {
        self.step(format!("presses {held:?} and {key:?}"));
        self.keys(&[held.into(), key.into()]).await;
    }

    /// Presses a letter while holding a key down.
    pub async fn presses_letter_with(&self, held: Key, letter: char) {
        self.step(format!("presses {held:?} and {letter}"));
        self.keys(&[held.into(), letter]).await;
    }

    /// Presses Tab until the element with this role and name has the focus.
    pub async fn tabs_to(&self, role: &str, name: impl Into<Name>) -> Seen {
        let wanted = Wanted::new(role, name);
        self.step(format!("tabs to {wanted}"));
        self.until(async || self.some(&wanted).await).await;
        for _ in 0..MOST_STOPS {
            self.keys(&[Key::Tab.into()]).await;
            let focused = self.focused().await;
            if wanted.fits(&focused) {
                return focused;
            }
        }
        panic!("in {}: Tab never came to {wanted}", self.browser());
    }

    /// The focused element; if none is, the page with the role `document`.
    pub async fn focused(&self) -> Seen {
        let first = async || {
            self.look(Question::Focus).await?.into_iter().next().ok_or("nothing has the focus".into())
        };
        self.until(first).await
    }

    /// Waits until the element with this role and name has the focus.
    pub async fn is_on(&self, role: &str, name: impl Into<Name>) -> Seen {
        let wanted = Wanted::new(role, name);
        self.step(format!("is on {wanted}"));
        let there = async || {
            let focused = self.focused().await;
            let reason = format!("the focus is on {} “{}”, not on {wanted}", focused.role, focused.name);
            if wanted.fits(&focused) { Ok(focused) } else { Err(reason) }
        };
        self.until(there).await
    }

    /// Waits for an element with this role and name, and returns the first.
    pub async fn sees(&self, role: &str, name: impl Into<Name>) -> Seen {
        let wanted = Wanted::new(role, name);
        self.step(format!("sees {wanted}"));
        self.until(async || self.some(&wanted).await).await
    }

    /// Waits until no element has this role and name.
    pub async fn does_not_see(&self, role: &str, name: impl Into<Name>) {
        let wanted = Wanted::new(role, name);
        self.step(format!("does not see {wanted}"));
        let gone = async || match self.look(Question::Find(&wanted)).await?.len() {
            0 => Ok(()),
            count => Err(format!("{wanted} is there ({count} times)")),
        };
        self.until(gone).await;
    }

    /// All elements with this role now, in document order.
    pub async fn every(&self, role: &str) -> Vec<Seen> {
        self.until(async || self.look(Question::Every(role)).await).await
    }

    /// Waits until this text is shown somewhere.
    pub async fn reads(&self, text: impl AsRef<str>) {
        let text = text.as_ref();
        self.step(format!("reads “{text}”"));
        let shown = async || {
            let all = self.shown().await?;
            if all.contains(text) { Ok(()) } else { Err(format!("“{text}” is not in the text:\n{all}")) }
        };
        self.until(shown).await;
    }

    /// Waits until this text is shown nowhere.
    pub async fn does_not_read(&self, text: impl AsRef<str>) {
        let text = text.as_ref();
        self.step(format!("does not read “{text}”"));
        let gone = async || {
            let all = self.shown().await?;
            if all.contains(text) { Err(format!("“{text}” is in the text:\n{all}")) } else { Ok(()) }
        };
        self.until(gone).await;
    }

    /// All the text shown now, white space collapsed.
    pub async fn text(&self) -> String {
        self.until(async || self.shown().await).await
    }

    /// The rows of a table as texts, headings included.
    pub async fn table(&self, name: impl Into<Name>) -> Vec<Vec<String>> {
        let wanted = Wanted::new("table", name);
        self.step(format!("reads {wanted}"));
        let script = "
            const plain = (cell) => cell.innerText.replace(/\\s+/g, ' ').trim();
            return [...arguments[0].rows].map((row) => [...row.cells].map(plain));";
        let rows = async || {
            let table = self.the_one(&wanted).await?.element(&self.visit.client());
            let table = serde_json::to_value(table).map_err(|problem| problem.to_string())?;
            self.visit.client().execute(script, vec![table]).await.map_err(|problem| problem.to_string())
        };
        let rows = self.until(rows).await;
        serde_json::from_value(rows).expect("the script returns rows of texts")
    }

    /// The URL fragment, without its `#`.
    pub async fn screen(&self) -> String {
        let address = self.visit.client().current_url().await.expect("the page has an address");
        address.fragment().unwrap_or_default().to_owned()
    }

    /// Sets the URL fragment, as by a bookmark.
    pub async fn goes_to(&self, screen: &str) {
        self.step(format!("goes to #{screen}"));
        let script = "location.hash = arguments[0]";
        self.visit.client().execute(script, vec![screen.into()]).await.expect("the address can be changed");
    }

    /// Uses the browser's back button.
    pub async fn goes_back(&self) {
        self.step("goes back".into());
        self.visit.client().back().await.expect("the browser goes back");
    }

    /// Uses the browser's forward button.
    pub async fn goes_forward(&self) {
        self.step("goes forward".into());
        self.visit.client().forward().await.expect("the browser goes forward");
    }

    /// Loads the page again.
    pub async fn reloads(&self) {
        self.step("loads the page again".into());
        self.visit.note_page_errors().await;
        self.visit.client().refresh().await.expect("the page loads again");
        self.visit.watch().await;
    }

    /// Quits the browser, starts it with the same profile and opens the page.
    ///
    /// Without [`Capability::KeepsStorage`] the window is closed and the page opened in another one instead.
    pub async fn restarts_the_browser(&self) {
        self.step("restarts the browser".into());
        match self.can(Capability::KeepsStorage) {
            true => self.visit.restart().await,
            false => self.visit.change_window().await,
        }
    }

    /// Opens the page in another window of the same browser and goes there.
    pub async fn opens_another_window(&self) {
        self.step("opens the page in another window".into());
        self.visit.open_another_window().await;
    }

    /// Switches to the other of two windows.
    pub async fn goes_to_the_other_window(&self) {
        self.step("goes to the other window".into());
        self.visit.change_to_other_window().await;
    }

    /// Kills all processes of the browser, starts it with the same profile and opens the page.
    ///
    /// Only for browsers with [`Capability::KeepsStorage`].
    pub async fn kills_the_browser(&self) {
        self.step("kills the browser".into());
        self.visit.kill().await;
    }

    /// Waits for the next download to finish, and takes it.
    pub async fn downloaded(&self) -> Download {
        self.step("waits for a download".into());
        let finished =
            async || self.visit.browser().home.take_download().ok_or("nothing was downloaded".into());
        self.until(finished).await
    }

    /// Chooses a file in the file field with this name.
    pub async fn chooses_file(&self, name: impl Into<Name>, path: impl AsRef<Path>) {
        let wanted = Wanted::new("button", name);
        let path = path.as_ref().to_str().expect("a path to be typed is text");
        self.step(format!("chooses the file {path} for {wanted}"));
        let given = async || {
            let field = self.the_one(&wanted).await?.element(&self.visit.client());
            field.send_keys(path).await.map_err(|problem| problem.to_string())
        };
        self.until(given).await;
    }

    /// Sets the size of the viewport, in CSS pixels.
    pub async fn window(&self, width: u32, height: u32) {
        self.step(format!("has a window of {width} by {height} pixels"));
        self.visit.browser().resize(width, height).await;
        self.visit.size.set((width, height));
    }

    /// Panics, listing what overflows, if the page is wider than the window.
    pub async fn needs_no_sideways_scrolling(&self) {
        self.step("needs no sideways scrolling".into());
        let out = self.sticking_out().await;
        assert!(
            out.is_empty(),
            "in {}, the page is too wide for its window:\n{}",
            self.browser(),
            out.join("\n")
        );
    }

    /// The innermost elements that make the page wider than the window.
    pub async fn sticking_out(&self) -> Vec<String> {
        let script = "
            const room = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= room) {
                return [];
            }
            const sticksOut = (element) => element.getBoundingClientRect().right > room;
            const isInnermost = (element) => ![...element.children].some(sticksOut);
            const found = [...document.querySelectorAll('*')].filter(sticksOut).filter(isInnermost);
            return found.map((element) => element.outerHTML.slice(0, 120)).concat('its scroll width');";
        let out = self.visit.client().execute(script, vec![]).await.expect("the page has a width");
        serde_json::from_value(out).expect("the script returns a list of texts")
    }

    /// Sets the preferred theme. Without [`Capability::ChangesPreferencesLive`] the browser is restarted, and storage
    /// is empty: do it first.
    pub async fn prefers(&self, theme: Theme) {
        self.step(format!("prefers the theme {theme:?}"));
        self.visit.change_preferences(|preferences| preferences.theme = theme);
        self.have_preferences().await;
    }

    /// Sets the preference for reduced motion; as for [`Person::prefers`], do it first.
    pub async fn prefers_less_motion(&self) {
        self.step("prefers less motion".into());
        self.visit.change_preferences(|preferences| preferences.reduced_motion = true);
        self.have_preferences().await;
    }

    /// Turns forced colors on; needs [`Capability::ForcesColors`].
    pub async fn forces_colors(&self) {
        self.step("forces colors".into());
        assert!(self.can(Capability::ForcesColors), "{} cannot force colors", self.browser());
        self.visit.change_preferences(|preferences| preferences.forced_colors = true);
        self.have_preferences().await;
    }

    /// Applies the print styles on the screen until the page is reloaded; needs [`Capability::ShowsPaper`].
    pub async fn sees_it_on_paper(&self) {
        self.step("sees the page as on paper".into());
        assert!(self.can(Capability::ShowsPaper), "{} cannot show paper", self.browser());
        self.visit.change_preferences(|preferences| preferences.on_paper = true);
        self.have_preferences().await;
    }

    /// Prints the page, and returns the PDF.
    pub async fn prints(&self) -> Vec<u8> {
        self.step("prints the page".into());
        self.visit.client().print(PrintConfiguration::default()).await.expect("the browser prints")
    }

    /// Blocks storage for all pages, and restarts the browser.
    pub async fn blocks_storage(&self) {
        self.step("blocks what pages store".into());
        self.visit.change_preferences(|preferences| preferences.storage_blocked = true);
        self.visit.restart().await;
    }

    /// Writes to local storage, as another program or another version of the page might.
    pub async fn puts_in_storage(&self, key: &str, text: &str) {
        self.step(format!("finds “{text}” stored as {key}"));
        let script = "localStorage.setItem(arguments[0], arguments[1])";
        let put = self.visit.client().execute(script, vec![key.into(), text.into()]).await;
        put.expect("the browser stores a text");
    }

    /// The value of this key in local storage.
    pub async fn in_storage(&self, key: &str) -> Option<String> {
        let script = "return localStorage.getItem(arguments[0])";
        let text = self.visit.client().execute(script, vec![key.into()]).await.expect("storage can be read");
        text.as_str().map(str::to_owned)
    }

    /// Runs a script in the page with these arguments, for what no person can do, and returns its value.
    pub async fn runs(&self, script: &str, given: &[Value]) -> Value {
        self.step("has a script run in the page".into());
        self.visit.client().execute(script, given.to_vec()).await.expect("the script runs")
    }

    /// The same for an asynchronous script: its last argument is a callback for the value.
    pub async fn runs_until_done(&self, script: &str, given: &[Value]) -> Value {
        self.step("has a script run in the page".into());
        self.visit.client().execute_async(script, given.to_vec()).await.expect("the script runs")
    }

    /// Panics, listing them, if axe-core finds violations on the current screen.
    pub async fn is_axe_clean(&self) {
        self.step("has the page checked for accessibility".into());
        let violations = self.violations().await;
        assert!(violations.is_empty(), "in {}, axe-core finds:\n{}", self.browser(), violations.join("\n"));
    }

    /// The violations that axe-core finds on the current screen.
    pub async fn violations(&self) -> Vec<String> {
        self.visit.equip().await;
        accessibility::violations(&self.visit.client()).await
    }

    /// Panics, listing them, if the page sent a request, violated its policy or raised an error so far. Checked at
    /// the end of every test too.
    pub async fn did_not_reach_out(&self) {
        let page_errors = self.page_errors().await;
        assert!(page_errors.is_empty(), "in {}, the page:\n{}", self.browser(), page_errors.join("\n"));
    }

    /// Takes the page's errors so far; those taken do not fail the test.
    pub async fn page_errors(&self) -> Vec<String> {
        self.visit.take_page_errors().await
    }

    async fn have_preferences(&self) {
        match self.can(Capability::ChangesPreferencesLive) {
            true => self.visit.browser().apply(self.visit.preferences.get()).await,
            false => self.visit.restart().await,
        }
    }

    fn step(&self, step: String) {
        let place: String = self.place.iter().rev().map(|outer| format!(" within {outer}")).collect();
        self.visit.step(step + &place);
    }

    /// Retries until it succeeds, and panics with the last reason after the timeout.
    async fn until<T>(&self, attempt: impl AsyncFn() -> Result<T, String>) -> T {
        let start = Instant::now();
        loop {
            match attempt().await {
                Ok(result) => return result,
                Err(reason) if start.elapsed() > PATIENCE => panic!("in {}: {reason}", self.browser()),
                Err(_) => tokio::time::sleep(BLINK).await,
            }
        }
    }

    async fn press_on(&self, wanted: &Wanted, with: Pointer) {
        let pressed = async || {
            let seen = self.the_one(wanted).await?;
            if seen.disabled {
                return Err(format!("{wanted} cannot be used"));
            }
            let client = self.visit.client();
            match seen.press(&client, with).await {
                Ok(true) => Ok(()),
                Ok(false) => Err(format!("{wanted} moves, or something lies over it")),
                Err(problem) => Err(format!("{wanted} cannot be pressed: {problem:?}")),
            }
        };
        self.until(pressed).await;
        self.visit.actions.set(self.visit.actions.get() + 1);
    }

    async fn the_one(&self, wanted: &Wanted) -> Result<Seen, String> {
        let mut found = self.look(Question::Find(wanted)).await?;
        match found.len() {
            1 => Ok(found.remove(0)),
            0 => Err(format!("{wanted} is not there")),
            count => Err(format!("{wanted} is there {count} times: say within what")),
        }
    }

    async fn some(&self, wanted: &Wanted) -> Result<Seen, String> {
        let found = self.look(Question::Find(wanted)).await?;
        found.into_iter().next().ok_or_else(|| format!("{wanted} is not there"))
    }

    async fn look(&self, question: Question<'_>) -> Result<Vec<Seen>, String> {
        let found = self.ask(question).await.map_err(|problem| problem.to_string())?;
        serde_json::from_value(found).map_err(|problem| problem.to_string())
    }

    async fn shown(&self) -> Result<String, String> {
        let text = self.ask(Question::Text).await.map_err(|problem| problem.to_string())?;
        serde_json::from_value(text).map_err(|problem| problem.to_string())
    }

    async fn ask(&self, question: Question<'_>) -> Result<Value, CmdError> {
        let client = self.visit.client();
        match question.ask(&client, &self.place).await? {
            Value::Null => {
                self.visit.equip().await;
                question.ask(&client, &self.place).await
            }
            answer => Ok(answer),
        }
    }

    async fn typing(&self, text: &str) {
        for letter in text.chars() {
            // A driven WebKit knows the key and not the letter.
            self.keys(&[if letter == '\n' { Key::Enter.into() } else { letter }]).await;
        }
    }

    /// Presses keys in this order, holding each until the last is down.
    async fn keys(&self, keys: &[char]) {
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let actions = down.chain(up).fold(KeyActions::new("keyboard".into()), KeyActions::then);
        self.visit.client().perform_actions(actions).await.expect("keys can be pressed");
    }
}
