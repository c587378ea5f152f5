//! One test in one browser: opening the page, and telling what happened when the test fails.

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
use crate::{Engine, Person, environment, misdeeds, pool};

/// A test that takes longer has got stuck in a browser.
const LONGEST_TEST: Duration = Duration::from_secs(300);

/// The room the page has until a test asks for another.
const USUAL_SIZE: (u32, u32) = (1280, 800);

/// One runtime for all tests, because connections to drivers outlive a test.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime can be built")
});

/// Runs the test on the built page in each of the browsers, and fails if it fails in any.
pub fn in_each_browser(test: impl AsyncFn(Person)) {
    in_each_browser_at(&environment::page(), test);
}

/// The same for a test of what engines do differently.
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

/// The same for a test of what engines do differently.
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
    misdeeds: RefCell<Vec<String>>,
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
            misdeeds: RefCell::default(),
            browser: RefCell::new(browser),
        }
    }

    pub(crate) fn browser(&self) -> Arc<Browser> {
        self.browser.borrow().clone()
    }

    pub(crate) fn client(&self) -> Client {
        self.browser().client.clone()
    }

    /// Adds a step to what is told when the test fails.
    pub(crate) fn step(&self, step: String) {
        self.story.borrow_mut().push(step);
    }

    pub(crate) async fn open(&self) {
        let (width, height) = self.size.get();
        self.client().goto(self.page.as_str()).await.expect("the page opens");
        self.watch().await;
        self.browser().resize(width, height).await;
    }

    /// Begins to watch the page that was just loaded.
    pub(crate) async fn watch(&self) {
        misdeeds::watch(&self.client()).await;
    }

    /// Puts axe-core into the page.
    pub(crate) async fn equip(&self) {
        self.watch().await;
        self.client().execute(&self.axe, vec![]).await.expect("axe-core can be put into the page");
    }

    /// Ends the browser and starts another one in the same home.
    pub(crate) async fn restart(&self) {
        self.note_misdeeds().await;
        self.browser().end().await;
        self.start_again().await;
    }

    /// Kills the browser and starts another one in the same home. What the page did wrong until then is lost with it.
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

    /// Notes what the person prefers from now on. The browser is told apart.
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
        self.note_misdeeds().await;
        let client = self.client();
        let fresh = client.new_window(false).await.expect("a second window");
        client.close_window().await.expect("the first window closes");
        client.switch_to_window(fresh.handle).await.expect("the second window is there");
    }

    /// Opens the page in another window of the same browser and goes there: in a tab where there are tabs, because what
    /// watches Firefox does so in one frame of tabs.
    pub(crate) async fn open_another_window(&self) {
        let fresh = self.client().new_window(true).await.expect("a second window");
        self.go_to_window(fresh.handle).await;
        self.open().await;
    }

    /// Goes to the window that is not the present one.
    pub(crate) async fn change_to_other_window(&self) {
        let client = self.client();
        let present = client.window().await.expect("there is a window");
        let windows = client.windows().await.expect("the browser lists its windows");
        let other = windows.into_iter().find(|window| *window != present).expect("there are two windows");
        self.go_to_window(other).await;
    }

    async fn go_to_window(&self, window: WindowHandle) {
        self.note_misdeeds().await;
        self.client().switch_to_window(window).await.expect("the window is there");
    }

    /// Writes down what the page did wrong, before that is lost with the page.
    pub(crate) async fn note_misdeeds(&self) {
        let noted = misdeeds::noted(&self.browser()).await;
        self.misdeeds.borrow_mut().extend(noted);
    }

    pub(crate) async fn take_misdeeds(&self) -> Vec<String> {
        self.note_misdeeds().await;
        self.misdeeds.take()
    }

    /// Prints what the person did and what is on the page.
    async fn tell(&self) {
        eprintln!("\n== {} failed. The person:", self.engine);
        for step in self.story.borrow().iter() {
            eprintln!("  {step}");
        }
        let page = tokio::time::timeout(Duration::from_secs(20), self.page_in_words()).await;
        eprintln!("== On the page then:\n{}", page.unwrap_or_else(|_| "the browser does not answer".into()));
        for misdeed in self.misdeeds.borrow().iter() {
            eprintln!("== The page {misdeed}");
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
