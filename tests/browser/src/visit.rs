//! One test in one browser: opens the page, and reports what happened if the test fails.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::Path;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use fantoccini::Client;
use fantoccini::wd::WindowHandle;
use futures_util::FutureExt;
use tokio::runtime::{Builder, Runtime};
use url::Url;

use crate::browser::{Browser, Preferences};
use crate::look::Question;
use crate::{Engine, Person, environment, page_errors, pool};

/// A test that takes longer is stuck.
const LONGEST_TEST: Duration = Duration::from_secs(300);

/// The size of the viewport unless a test sets another.
const USUAL_SIZE: (u32, u32) = (1280, 800);

/// Shared by all tests, because connections to drivers outlive a test.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime can be built")
});

/// Runs the test on the built page in each of the browsers, and fails if it fails in any.
pub fn in_each_browser(test: impl AsyncFn(Person)) {
    in_each_browser_at(&environment::page(), test);
}

/// The same for a test of behavior that differs between engines.
pub fn in_each_engine(test: impl AsyncFn(Person)) {
    in_each_engine_at(&environment::page(), test);
}

/// The address of the built page.
pub fn page_address() -> String {
    format!("file://{}", environment::page().display())
}

/// Runs the test on another page, given by its absolute path.
pub fn in_each_browser_at(page: &Path, test: impl AsyncFn(Person)) {
    passes_in(environment::browsers(), page, test);
}

/// The same for a test of behavior that differs between engines.
pub fn in_each_engine_at(page: &Path, test: impl AsyncFn(Person)) {
    passes_in(environment::engines(), page, test);
}

fn passes_in(engines: Vec<Engine>, page: &Path, test: impl AsyncFn(Person)) {
    let failed: Vec<String> = engines
        .into_iter()
        .filter(|&engine| !RUNTIME.block_on(passes(engine, page, &test)))
        .map(|engine| engine.to_string())
        .collect();
    assert!(failed.is_empty(), "failed in {}: see above", failed.join(", "));
}

async fn passes(engine: Engine, page: &Path, test: &impl AsyncFn(Person)) -> bool {
    let attempt = async {
        let visit = Rc::new(Visit::begin(engine, page).await);
        let person = Person::new(visit.clone());
        let whole = async {
            visit.open().await;
            test(person.clone()).await;
            person.did_not_reach_out().await;
        };
        let result = AssertUnwindSafe(tokio::time::timeout(LONGEST_TEST, whole)).catch_unwind().await;
        match result {
            Ok(Ok(())) => pool::give_back(visit.browser()).await,
            _ => {
                visit.tell().await;
                visit.browser().end().await;
            }
        }
        match result {
            Ok(in_time) => assert!(in_time.is_ok(), "the test took longer than {LONGEST_TEST:?}"),
            Err(panic) => resume_unwind(panic),
        }
    };
    AssertUnwindSafe(attempt).catch_unwind().await.is_ok()
}

pub(crate) struct Visit {
    pub(crate) engine: Engine,
    pub(crate) preferences: Cell<Preferences>,
    pub(crate) size: Cell<(u32, u32)>,
    page: Url,
    axe: String,
    story: RefCell<Vec<String>>,
    /// Elements pressed so far.
    pub(crate) actions: Cell<usize>,
    page_errors: RefCell<Vec<String>>,
    browser: RefCell<Arc<Browser>>,
}

impl Visit {
    async fn begin(engine: Engine, page: &Path) -> Self {
        let page =
            Url::from_file_path(page).unwrap_or_else(|()| panic!("{} is not absolute", page.display()));
        let axe = environment::axe();
        let browser = pool::take(engine).await;
        Self {
            engine,
            preferences: Cell::default(),
            size: Cell::new(USUAL_SIZE),
            page,
            axe,
            story: RefCell::default(),
            actions: Cell::default(),
            page_errors: RefCell::default(),
            browser: RefCell::new(browser),
        }
    }

    pub(crate) fn browser(&self) -> Arc<Browser> {
        self.browser.borrow().clone()
    }

    pub(crate) fn client(&self) -> Client {
        self.browser().client.clone()
    }

    /// Adds a step to the report of a failed test.
    pub(crate) fn step(&self, step: String) {
        self.story.borrow_mut().push(step);
    }

    pub(crate) async fn open(&self) {
        let (width, height) = self.size.get();
        self.client().goto(self.page.as_str()).await.expect("the page opens");
        self.watch().await;
        self.browser().resize(width, height).await;
    }

    /// Starts to record the errors of a page that was just loaded.
    pub(crate) async fn watch(&self) {
        page_errors::watch(&self.client()).await;
    }

    /// Puts axe-core into the page.
    pub(crate) async fn equip(&self) {
        self.watch().await;
        self.client().execute(&self.axe, vec![]).await.expect("axe-core can be put into the page");
    }

    /// Quits the browser and starts it with the same profile.
    pub(crate) async fn restart(&self) {
        self.note_page_errors().await;
        self.browser().end().await;
        self.start_again().await;
    }

    /// Kills the browser and starts it with the same profile. The page's errors so far are lost.
    pub(crate) async fn kill(&self) {
        self.browser().kill();
        self.start_again().await;
    }

    async fn start_again(&self) {
        let home = self.browser().home.clone();
        let fresh = Browser::start(self.engine, home, self.preferences.get()).await;
        self.browser.replace(Arc::new(fresh));
        self.open().await;
    }

    /// Changes the preferences that the next start uses.
    pub(crate) fn change_preferences(&self, change: impl FnOnce(&mut Preferences)) {
        let mut preferences = self.preferences.get();
        change(&mut preferences);
        self.preferences.set(preferences);
    }

    /// Closes the window and opens the page in another one of the same browser.
    pub(crate) async fn change_window(&self) {
        self.empty_window().await;
        self.open().await;
    }

    /// Closes the window and goes to another one of the same browser.
    pub(crate) async fn empty_window(&self) {
        self.note_page_errors().await;
        let client = self.client();
        let fresh = client.new_window(false).await.expect("a second window");
        client.close_window().await.expect("the first window closes");
        client.switch_to_window(fresh.handle).await.expect("the second window is there");
    }

    /// Opens the page in another window of the same browser and goes there: in a tab where there are tabs, because the
    /// observers in Firefox belong to one browser window.
    pub(crate) async fn open_another_window(&self) {
        let fresh = self.client().new_window(true).await.expect("a second window");
        self.go_to_window(fresh.handle).await;
        self.open().await;
    }

    /// Switches to the other of two windows.
    pub(crate) async fn change_to_other_window(&self) {
        let client = self.client();
        let present = client.window().await.expect("there is a window");
        let windows = client.windows().await.expect("the browser lists its windows");
        let other = windows.into_iter().find(|window| *window != present).expect("there are two windows");
        self.go_to_window(other).await;
    }

    async fn go_to_window(&self, window: WindowHandle) {
        self.note_page_errors().await;
        self.client().switch_to_window(window).await.expect("the window is there");
    }

    /// Collects the page's errors before they are lost with it.
    pub(crate) async fn note_page_errors(&self) {
        let noted = page_errors::noted(&self.browser()).await;
        self.page_errors.borrow_mut().extend(noted);
    }

    pub(crate) async fn take_page_errors(&self) -> Vec<String> {
        self.note_page_errors().await;
        self.page_errors.take()
    }

    /// Prints the steps of the test and the content of the page.
    async fn tell(&self) {
        eprintln!("\n== {} failed. The person:", self.engine);
        for step in self.story.borrow().iter() {
            eprintln!("  {step}");
        }
        let page = tokio::time::timeout(Duration::from_secs(20), self.page_in_words()).await;
        eprintln!("== On the page then:\n{}", page.unwrap_or_else(|_| "the browser does not answer".into()));
        for error in self.page_errors.borrow().iter() {
            eprintln!("== The page {error}");
        }
    }

    async fn page_in_words(&self) -> String {
        let client = self.client();
        match Question::Inventory.ask(&client, &[]).await {
            Ok(serde_json::Value::Array(lines)) => {
                let lines = lines.iter().map(|line| format!("  {}", line.as_str().unwrap_or_default()));
                lines.collect::<Vec<_>>().join("\n")
            }
            Ok(_) => "  nothing could be read: nobody had looked at it yet".into(),
            Err(problem) => format!("  nothing could be read: {problem}"),
        }
    }
}
