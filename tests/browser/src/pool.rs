//! Running browsers that wait for the next test: starting one takes longer than many tests do.

use std::sync::{Arc, Mutex, Once};

use crate::Engine;
use crate::browser::{Browser, Preferences};
use crate::home::Home;

static IDLE: Mutex<Vec<Arc<Browser>>> = Mutex::new(vec![]);

/// A browser in the state of a new profile.
pub(crate) async fn take(engine: Engine) -> Arc<Browser> {
    match take_idle(engine) {
        Some(browser) => browser,
        None => Arc::new(Browser::start(engine, Arc::new(Home::new()), Preferences::default()).await),
    }
}

fn take_idle(engine: Engine) -> Option<Arc<Browser>> {
    let mut idle = IDLE.lock().expect("nothing panics while it holds the list");
    let at = idle.iter().position(|browser| browser.engine == engine)?;
    Some(idle.swap_remove(at))
}

/// Keeps a browser for another test if it can be reset, and ends it otherwise.
pub(crate) async fn give_back(browser: Arc<Browser>) {
    if browser.can_be_reused() && browser.reset().await.is_ok() {
        static AT_EXIT: Once = Once::new();
        // SAFETY: the function uses only statics, which still exist when the process ends.
        AT_EXIT.call_once(|| {
            assert_eq!(unsafe { libc::atexit(end_idle) }, 0, "the process has room for a function")
        });
        IDLE.lock().expect("nothing panics while it holds the list").push(browser);
    } else {
        browser.end().await;
    }
}

/// Kills them: nothing in their profiles is needed any more.
extern "C" fn end_idle() {
    let idle = IDLE.lock().map(|mut idle| std::mem::take(&mut *idle)).unwrap_or_default();
    for browser in idle {
        browser.kill();
    }
}
