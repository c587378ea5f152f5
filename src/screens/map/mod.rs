//! The roadmap as a map, with the learner's route on it, and the same as a list.

mod boxes;
mod details;
mod outline;
mod view;
mod walk;

use std::cell::RefCell;
use std::rc::Rc;

use browser::clock::Timeout;
use yew::prelude::*;

use self::details::Ask;
use self::view::View;
use super::plan::item;
use crate::download::{download_flowchart, download_map};
use crate::focus::HEADING;
use crate::parts::map::{
    Area, Box, Camera, Drawing, FrameWords, Line, MapFrame, Tone, focus_node, graph, whole,
};
use crate::text::map as words;
use app::{Map, Model, Msg, PlanMsg};
use browser::{page, session};
use layout::Layout;
use planner::Turn;
use roadmap::{AnswerId, NodeId, RoadmapId};

#[derive(Properties, PartialEq)]
pub struct MapProps {
    pub model: Rc<Model>,
    pub send: Callback<Msg>,
}

/// Where the view is kept for the visit.
const VIEW_KEY: &str = "waymark.map";

/// So long after what is in sight of the map the rest is drawn, in milliseconds.
const AFTER_MAP: u32 = 50;

#[component]
pub fn MapScreen(props: &MapProps) -> Html {
    let MapProps { model, send } = props;
    let (view, camera) = use_view(model);
    let trial = use_state_eq(|| None::<(Turn, AnswerId)>);
    let tried = use_memo((model.clone(), (*trial).clone()), |(model, trial)| tried(model, trial.as_ref()));
    let map = use_memo(tried.clone(), |tried| Map::of(tried));
    let chosen = view.chosen.as_ref().and_then(|id| model.roadmap().place(id));
    use_focus_on_details(chosen);
    let is_complete = use_rest();
    let shown = map.shown(model.roadmap(), |path| view.is_folded(path));
    let (boxes, lines) = boxes::drawn(&tried, &map, &shown, chosen);
    let layout = use_memo(graph(&boxes, &lines), Layout::of);
    let ask = ask(model, &view, &trial);
    let has_foldable = map.has_foldable(tried.roadmap());
    let drawn = Drawn { boxes, lines, layout, chosen, next: map.next, has_foldable, is_complete, camera };
    html! {
        <div class="plan map-screen">
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
                <p class="lead">{ words::LEAD }</p>
                <p>
                    <button type="button" class="link" onclick={|_| page::focus(outline::OUTLINE)}>
                        { words::OUTLINE_LINK }
                    </button>
                </p>
            </div>
            { trying(model, send, &map, &trial) }
            <div class={classes!("map-and-details", chosen.is_some().then_some("map-with-details"))}>
                { frame(model, &view, drawn, &ask) }
                if let Some(at) = chosen {
                    { details::view(&tried, send, &map, (at, view.is_folded(&model.roadmap().nodes()[at].id)), &ask) }
                }
            </div>
            { take_away(model, send) }
            { keys() }
            if is_complete {
                { outline::view(&tried, &map, &ask.show) }
            }
        </div>
    }
}

/// How the map is looked at, kept over a reload. The part in sight is no state of Yew's: moving draws nothing anew.
#[hook]
fn use_view(model: &Model) -> (UseStateHandle<View>, Rc<RefCell<Option<Camera>>>) {
    let roadmap = model.roadmap().about().id.clone();
    let view = {
        let roadmap = roadmap.clone();
        use_state_eq(move || {
            session::get(VIEW_KEY).and_then(|text| View::read(&text, &roadmap)).unwrap_or_default()
        })
    };
    let camera = use_mut_ref(|| view.camera);
    {
        let camera = camera.clone();
        use_effect_with((view.clone(), roadmap), move |(view, roadmap)| keep(view, &camera, roadmap));
    }
    (view, camera)
}

fn keep(view: &View, camera: &RefCell<Option<Camera>>, roadmap: &RoadmapId) {
    session::set(VIEW_KEY, &View { camera: *camera.borrow(), ..view.clone() }.write(roadmap));
}

/// Whether the list is drawn, and what of the map is out of sight: they come a little after what is seen first, which would
/// come so much later with them.
#[hook]
fn use_rest() -> bool {
    let is_due = use_state_eq(|| false);
    let due = is_due.setter();
    use_effect_with((), move |()| {
        let timeout = Timeout::new(AFTER_MAP, move || due.set(true));
        move || drop(timeout)
    });
    *is_due
}

/// Moves the focus to the details when they open.
#[hook]
fn use_focus_on_details(chosen: Option<usize>) {
    let before = use_mut_ref(|| chosen);
    use_effect_with(chosen, move |&chosen| {
        if before.replace(chosen) != chosen && chosen.is_some() {
            page::focus(details::HEADING);
        }
    });
}

fn ask(
    model: &Rc<Model>,
    view: &UseStateHandle<View>,
    trial: &UseStateHandle<Option<(Turn, AnswerId)>>,
) -> Ask {
    let show = {
        let (view, model) = (view.clone(), model.clone());
        Callback::from(move |at: usize| {
            let chosen = Some(model.roadmap().nodes()[at].id.clone());
            if view.chosen == chosen {
                page::focus(details::HEADING);
            }
            view.set(View { chosen, ..View::clone(&view) });
        })
    };
    let close = {
        let (view, model) = (view.clone(), model.clone());
        Callback::from(move |()| {
            if let Some(at) = view.chosen.as_ref().and_then(|id| model.roadmap().place(id)) {
                view.set(View { chosen: None, ..View::clone(&view) });
                focus_node(at);
            }
        })
    };
    let attempt = {
        let trial = trial.setter();
        Callback::from(move |answer| trial.set(Some(answer)))
    };
    let fold = {
        let view = view.clone();
        Callback::from(move |path: NodeId| view.set(view.with_turned(&path)))
    };
    Ask { show, close, attempt, fold }
}

/// What is drawn in the frame.
struct Drawn {
    boxes: Vec<Box>,
    lines: Vec<Line>,
    layout: Rc<Layout>,
    chosen: Option<usize>,
    next: Option<usize>,
    has_foldable: bool,
    is_complete: bool,
    camera: Rc<RefCell<Option<Camera>>>,
}

fn frame(model: &Rc<Model>, view: &UseStateHandle<View>, drawn: Drawn, ask: &Ask) -> Html {
    let Drawn { boxes, lines, layout, chosen, next, has_foldable, is_complete, camera } = drawn;
    let places = || boxes.iter().zip(&layout.nodes);
    let areas: Vec<(usize, Area)> = places().map(|(shown, place)| (shown.at, (*place).into())).collect();
    let on_route = places().filter(|(shown, _)| matches!(shown.tone, Tone::Route | Tone::Done));
    let world = whole(&layout);
    let route = on_route.map(|(_, place)| Area::from(*place)).reduce(Area::joined).unwrap_or(world);
    let words = FrameWords {
        title: words::map_of(&model.roadmap().about().title).into(),
        view: words::VIEW,
        nearer: words::NEARER,
        farther: words::FARTHER,
        whole: words::WHOLE,
        route: words::ROUTE,
        next: words::NEXT,
    };
    let walk = {
        let (areas, lines) = (areas.clone(), lines.clone());
        let (boxes, ways): (Vec<usize>, Vec<bool>) = (
            boxes.iter().map(|shown| shown.at).collect(),
            layout.ways.iter().map(|way| way.is_back).collect(),
        );
        Callback::from(move |(at, arrow)| {
            if let Some(to) = walk::next(&boxes, &lines, &ways, &areas, at, arrow) {
                focus_node(to);
            }
        })
    };
    let on_settled = {
        let (camera, view, roadmap) = (camera.clone(), view.clone(), model.roadmap().about().id.clone());
        Callback::from(move |settled| {
            camera.replace(Some(settled));
            keep(&view, &camera, &roadmap);
        })
    };
    let camera = *camera.borrow();
    html! {
        <MapFrame
            drawing={Rc::new(Drawing { boxes, lines, layout })}
            is_whole={is_complete}
            {world}
            {route}
            {next}
            areas={Rc::new(areas)}
            {chosen}
            {camera}
            {on_settled}
            on_press={ask.show.clone()}
            on_arrow={walk}
            on_escape={ask.close.clone()}
            bar={if has_foldable { fold_button(view) } else { Html::default() }}
            {words}
        />
    }
}

/// Folds or unfolds all paths that the answers led past.
fn fold_button(view: &UseStateHandle<View>) -> Html {
    let fold = {
        let (view, folds) = (view.clone(), !view.folds);
        move |_| view.set(View { folds, except: Vec::new(), ..View::clone(&view) })
    };
    html! {
        <button type="button" class="button-quiet" onclick={fold}>
            { if view.folds { words::UNFOLD } else { words::FOLD } }
        </button>
    }
}

/// What the answer that is tried comes to, and the way to take it or leave it.
fn trying(
    model: &Rc<Model>,
    send: &Callback<Msg>,
    map: &Map,
    trial: &UseStateHandle<Option<(Turn, AnswerId)>>,
) -> Html {
    let Some((turn, answer)) = &**trial else { return Html::default() };
    let label = model.roadmap().answer_label(&turn.decision, answer);
    let now = model.outlook().ok().and_then(|outlook| outlook.forecast.finish());
    let finish = map.outlook.as_ref().ok().and_then(|outlook| outlook.forecast.finish());
    let take = {
        let (send, trial) = (send.clone(), trial.clone());
        let msg = Msg::Plan(PlanMsg::AnswerChosen { turn: turn.clone(), answer: answer.clone() });
        move |_| {
            send.emit(msg.clone());
            trial.set(None);
        }
    };
    let leave = {
        let trial = trial.clone();
        move |_| trial.set(None)
    };
    html! {
        <div class="bar map-trial" role="status">
            <p>{ words::trying(label, &words::outcome(finish, now)) }</p>
            <div class="bar-actions">
                <button type="button" class="button" onclick={take}>{ words::TAKE }</button>
                <button type="button" class="button-quiet" onclick={leave}>{ words::LEAVE }</button>
            </div>
        </div>
    }
}

/// The map as a file, and on paper.
fn take_away(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    html! {
        <p class="actions map-take">
            <button type="button" class="button-quiet" onclick={download_map(model, send)}>{ words::AS_SVG }</button>
            <button type="button" class="button-quiet" onclick={download_flowchart(model, send)}>
                { words::AS_MERMAID }
            </button>
            <button type="button" class="button-quiet" onclick={|_| page::print()}>{ words::PRINT }</button>
        </p>
    }
}

fn keys() -> Html {
    html! {
        <details class="map-keys">
            <summary>{ words::KEYS }</summary>
            <dl class="facts">
                { for words::KEY_LIST.iter().map(|(key, does)| html! { <div><dt>{ key }</dt><dd>{ does }</dd></div> }) }
            </dl>
        </details>
    }
}

/// The state as it would be with the answer that is tried.
fn tried(model: &Rc<Model>, trial: Option<&(Turn, AnswerId)>) -> Rc<Model> {
    let Some((turn, answer)) = trial else { return model.clone() };
    let mut tried = Model::clone(model);
    tried.update(PlanMsg::AnswerChosen { turn: turn.clone(), answer: answer.clone() });
    Rc::new(tried)
}
