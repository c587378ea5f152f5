//! A running browser: started, told the person's preferences, emptied for the next test, and ended.

use std::sync::Arc;
use std::time::Duration;

use fantoccini::Client;
use fantoccini::error::CmdError;
use serde_json::Value;

use crate::display::Display;
use crate::driver::Driver;
use crate::home::Home;
use crate::{Engine, chromium, firefox, webkit};

/// The two themes a person can ask their system for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on a light ground.
    #[default]
    Light,
    /// Light text on a dark ground.
    Dark,
}

/// What a person has set in their system, which a page can read by media queries, and in their browser.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Preferences {
    pub(crate) theme: Theme,
    pub(crate) reduced_motion: bool,
    pub(crate) forced_colours: bool,
    pub(crate) on_paper: bool,
    pub(crate) storage_blocked: bool,
    /// Chromium notes what keeps a page busy; nobody can set that, and it makes everything slower.
    pub(crate) tasks_noted: bool,
}

pub(crate) struct Browser {
    pub(crate) engine: Engine,
    pub(crate) client: Client,
    started_with: Preferences,
    // Dropped in this order: the driver ends the browser, then go the display it was drawn on and its profile.
    driver: Driver,
    _display: Option<Display>,
    pub(crate) home: Arc<Home>,
}

impl Browser {
    pub(crate) async fn start(engine: Engine, home: Arc<Home>, preferences: Preferences) -> Self {
        let display = (engine == Engine::WebKit).then(Display::start);
        let driver = Driver::start(|port| match &display {
            Some(display) => webkit::driver(port, &home, display),
            None if engine == Engine::Firefox => firefox::driver(port),
            None => chromium::driver(port),
        })
        .await;
        let capabilities = match engine {
            Engine::Chromium => chromium::capabilities(&home, preferences),
            Engine::Firefox => firefox::capabilities(&home, preferences),
            Engine::WebKit => webkit::capabilities(&home, preferences),
        };
        let capabilities = capabilities.into_iter().collect();
        let client = driver.connect(capabilities).await;
        if engine == Engine::Firefox {
            firefox::watch_requests(&client).await;
        }
        let browser = Self { engine, client, started_with: preferences, driver, _display: display, home };
        browser.apply(preferences).await;
        browser
    }

    /// Tells the running browser what the person prefers in their system; WebKit was told when it started.
    pub(crate) async fn apply(&self, preferences: Preferences) {
        match self.engine {
            Engine::Chromium => chromium::apply(&self.client, preferences).await,
            Engine::Firefox => firefox::apply(&self.client, preferences).await,
            Engine::WebKit => {}
        }
    }

    /// Gives the page exactly this room.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        match self.engine {
            Engine::Chromium => chromium::resize(&self.client, width, height).await,
            Engine::Firefox => firefox::resize(&self.client, width, height).await,
            Engine::WebKit => webkit::resize(&self.client, width, height).await,
        }
        for _ in 0..100 {
            let room = self.client.execute("return [innerWidth, innerHeight]", vec![]).await;
            if room.is_ok_and(|room| room == Value::from(vec![width, height])) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("{} did not give the page {width} by {height} pixels", self.engine);
    }

    /// Whether another test can use this browser. WebKitGTK is driven in one ephemeral session from its start to its end.
    pub(crate) fn can_be_reused(&self) -> bool {
        let Preferences { storage_blocked, tasks_noted, .. } = self.started_with;
        self.engine != Engine::WebKit && !storage_blocked && !tasks_noted
    }

    /// Leaves one empty window, nothing stored and nothing logged, as after a start with a new profile.
    pub(crate) async fn reset(&self) -> Result<(), CmdError> {
        let used = self.client.windows().await?;
        // A tab where there are tabs: what watches Firefox belongs to one frame of tabs.
        let fresh = self.client.new_window(true).await?;
        for window in used {
            self.client.switch_to_window(window).await?;
            self.client.close_window().await?;
        }
        self.client.switch_to_window(fresh.handle).await?;
        match self.engine {
            Engine::Chromium => chromium::clear_storage(&self.client).await,
            Engine::Firefox => firefox::clear_storage(&self.client).await,
            Engine::WebKit => {}
        }
        self.apply(Preferences::default()).await;
        self.log().await;
        self.home.clear_downloads();
        Ok(())
    }

    /// Requests and errors in the browser's own log since the last call.
    pub(crate) async fn log(&self) -> Vec<String> {
        match self.engine {
            Engine::Chromium => chromium::log(&self.client).await,
            Engine::Firefox => firefox::log(&self.client).await,
            Engine::WebKit => vec![],
        }
    }

    /// Ends the browser without a chance to write anything down.
    pub(crate) fn kill(&self) {
        self.driver.kill();
    }

    /// Ends the browser as a person would, so that it writes down what it has to keep.
    pub(crate) async fn end(&self) {
        // A browser that does not answer any more ends with its driver.
        let _ = tokio::time::timeout(Duration::from_secs(15), self.client.clone().close()).await;
    }
}
