//! A WebDriver process on a free port of the loopback interface, and commands that `fantoccini` lacks.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::error::NewSessionError;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use url::{ParseError, Url};

use crate::processes::kill_with_all_below;

pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the command that `on_port` makes and waits until it listens.
    pub(crate) async fn start(on_port: impl FnOnce(u16) -> Command) -> Self {
        let port = free_port();
        let mut command = on_port(port);
        let program = command.get_program().to_string_lossy().into_owned();
        let process =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap_or_else(
                |problem| panic!("cannot start {program} ({problem}): run `cargo xtask test`"),
            );
        let mut driver = Self { process, port };
        for _ in 0..400 {
            if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return driver;
            }
            if let Ok(Some(status)) = driver.process.try_wait() {
                panic!("{program} ended at once, {status}");
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("{program} did not listen on its port {port}");
    }

    /// Starts a browser. A driver that has only just started to listen sometimes drops the first request, so the
    /// request is repeated if there was no response at all; any response is final.
    pub(crate) async fn connect(&self, capabilities: Capabilities) -> Client {
        let mut tries_left = 3;
        loop {
            tries_left -= 1;
            let session = ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities.clone())
                .connect(&format!("http://127.0.0.1:{}", self.port))
                .await;
            match session {
                Ok(client) => return client,
                Err(NewSessionError::Failed(_) | NewSessionError::FailedC(_) | NewSessionError::Lost(_))
                    if tries_left > 0 =>
                {
                    tokio::time::sleep(Duration::from_millis(500)).await;
                }
                Err(problem) => panic!("the browser did not start: {problem}"),
            }
        }
    }
}

impl Driver {
    /// Kills the driver and its browser at once, as when a system runs out of memory or power.
    pub(crate) fn kill(&self) {
        kill_with_all_below(self.process.id());
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The driver may have ended by itself already; then there is nothing to do.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A free port. Another program could take it before the driver does, but the system hands out each
/// port long before it hands it out again.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("the loopback has a free port");
    listener.local_addr().expect("a bound listener has an address").port()
}

/// A vendor's own WebDriver command.
#[derive(Debug)]
pub(crate) struct OwnCommand {
    path: &'static str,
    body: Value,
}

impl OwnCommand {
    pub(crate) fn post(path: &'static str, body: Value) -> Self {
        Self { path, body }
    }

    pub(crate) async fn issue(self, client: &Client) -> Value {
        let path = self.path;
        client.issue_cmd(self).await.unwrap_or_else(|problem| panic!("the driver refused {path}: {problem}"))
    }
}

impl WebDriverCompatibleCommand for OwnCommand {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
