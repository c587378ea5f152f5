//! Line icons. Each stands beside a word, so none has a name of its own.

use yew::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Answers,
    Backup,
    Bulb,
    Chart,
    Check,
    Clock,
    Compare,
    Earlier,
    Flag,
    Guide,
    Later,
    Lock,
    Map,
    Menu,
    Out,
    Pause,
    Plan,
    Play,
    Print,
    Redo,
    Roadmaps,
    Stop,
    Today,
    Undo,
}

impl Icon {
    /// The path of an SVG of 24 by 24.
    fn path(self) -> &'static str {
        match self {
            Self::Answers => {
                "M4 7h10M18 7h2M4 17h2M10 17h10M14 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M6 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0"
            }
            Self::Backup => "M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14",
            Self::Bulb => {
                "M9.5 18h5M10.5 21h3M12 3a6 6 0 0 0-3.4 11c.6.4.9 1 .9 1.8h5c0-.8.3-1.4.9-1.8A6 6 0 0 0 12 3z"
            }
            Self::Chart => "M4 20V4M4 20h16M8 16l4-5 3 2.500 5-7",
            Self::Check => "M5 12.5 9.5 17 19 7.5",
            Self::Clock => "M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M12 7.5V12l3 2",
            Self::Compare => "M8 4v16M16 4v16M4 8l4-4 4 4M12 16l4 4 4-4",
            Self::Earlier => "M19 12H5m6-6-6 6 6 6",
            Self::Flag => "M6 21V4h11l-2.500 4 2.500 4H6",
            Self::Guide => "M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5v13",
            Self::Later => "M5 12h14m-6-6 6 6-6 6",
            Self::Lock => {
                "M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3"
            }
            Self::Map => {
                "M4 19a2 2 0 1 0 4 0 2 2 0 1 0-4 0M16 5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M8 19h7a3.5 3.5 0 0 0 0-7H9a3.5 3.5 0 0 1 0-7h7"
            }
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
            Self::Out => "M13 5h6v6M19 5l-9 9M17 14.5V19H5V7h4.5",
            Self::Pause => "M9 6v12M15 6v12",
            Self::Plan => "M4 6h9M8 12h9M14 18h6",
            Self::Play => "M8 5.500v13L18.5 12z",
            Self::Print => "M7 9V4h10v5M7 17H4.500V9h15v8H17M7 14h10v6H7z",
            Self::Redo => "m16 5 4 4-4 4M20 9h-9.500a5.5 5.5 0 0 0 0 11H15",
            Self::Roadmaps => "m12 4 8 4-8 4-8-4zM4 12l8 4 8-4M4 16l8 4 8-4",
            Self::Stop => {
                "M8 6.500h8a1.5 1.5 0 0 1 1.5 1.500v8a1.5 1.5 0 0 1-1.5 1.500H8A1.5 1.5 0 0 1 6.5 16V8A1.5 1.5 0 0 1 8 6.500z"
            }
            Self::Today => {
                "M7 5h10a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3zM4 10h16M8.5 3v4M15.5 3v4"
            }
            Self::Undo => "M8 5 4 9l4 4M4 9h9.500a5.5 5.5 0 0 1 0 11H9",
        }
    }

    /// The icon as a drawing.
    pub fn view(self) -> Html {
        html! {
            <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
                <path d={self.path()} />
            </svg>
        }
    }
}
