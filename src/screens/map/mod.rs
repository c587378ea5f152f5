//! The roadmap as a map with the learner's route, and as a list.

mod boxes;
mod details;
mod outline;
mod scene;
mod view;
mod walk;

use std::cell::RefCell;
use std::rc::Rc;

use browser::clock::Timeout;
use yew::prelude::*;

use self::details::Ask;
use self::outline::Outline;
use self::scene::Scene;
use self::view::View;
use super::plan::item;
use crate::context;
use crate::download::{download_flowchart, download_map};
use crate::focus::HEADING;
use crate::parts::map::{Camera, FrameWords, MapFrame, focus_node, has_element};
use crate::text::map as words;
use app::{Map, Model, Msg, PlanMsg};
use browser::{page, session};
use planner::Turn;
use roadmap::{AnswerId, NodeId, RoadmapId};

#[derive(Properties, PartialEq)]
pub struct MapProps {
    pub model: Rc<Model>,
    pub send: Callback<Msg>,
}

/// The key of the view in the session storage.
const VIEW_KEY: &str = "waymark.map";

/// Larger roadmaps are not prerendered, because that would block the page for too long.
const MOST_NODES_AHEAD: usize = 200;

/// Renders the map into an element outside the document, while the learner reads another screen. Browsers compile the
/// functions of the program when they are first called: once that is done, and the layout is known, the map opens in half
/// the time.
pub fn prepare(model: Rc<Model>) {
    if model.roadmap().nodes().len() > MOST_NODES_AHEAD {
        return;
    }
    if let Some(root) = page::detached_element() {
        let props = MapProps { model, send: Callback::noop() };
        let rendered = yew::Renderer::<Rehearsal>::with_root_and_props(root, props).render();
        // Yew renders at the end of this task.
        Timeout::new(0, move || rendered.destroy()).forget();
    }
}

#[component]
fn Rehearsal(MapProps { model, send }: &MapProps) -> Html {
    context::provide(model, send, html! { <MapScreen {model} {send} /> })
}

#[component]
pub fn MapScreen(props: &MapProps) -> Html {
    let MapProps { model, send } = props;
    let (view, camera) = use_view(model);
    let trial = use_state_eq(|| None::<(Turn, AnswerId)>);
    let tried = use_memo((model.clone(), (*trial).clone()), |(model, trial)| tried(model, trial.as_ref()));
    let map = use_memo((tried.clone(), model.clone()), |(tried, mine)| Map::trying(tried, mine));
    let chosen = view.chosen.as_ref().and_then(|id| model.roadmap().index(id));
    use_focus_on_details(chosen);
    let scene = use_memo((tried.clone(), view.clone(), chosen), |(tried, view, chosen)| {
        Scene::of(tried, &map, view, *chosen)
    });
    let all_at_once = use_state_eq(|| false);
    use_all_for_print(&all_at_once);
    let is_drawn = use_state_eq(|| false);
    let ask = ask(model, &view, &trial);
    let focus_outline = {
        let all_at_once = all_at_once.clone();
        move |_| with_all_drawn(&all_at_once, || page::focus(outline::OUTLINE))
    };
    let frame_state =
        FrameState { scene, chosen, all_at_once: all_at_once.clone(), is_drawn: is_drawn.clone(), camera };
    html! {
        <div class="plan map-screen">
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
                <p class="lead">{ words::LEAD }</p>
                <p>
                    <button type="button" class="link" onclick={focus_outline}>
                        { words::OUTLINE_LINK }
                    </button>
                </p>
            </div>
            { trying(model, send, &map, &trial) }
            <div class={classes!("map-and-details", chosen.is_some().then_some("map-with-details"))}>
                { frame(model, &view, frame_state, &ask) }
                if let Some(at) = chosen {
                    { details::view((&tried, model), send, &map, (at, view.is_folded(&model.roadmap().nodes()[at].id)), &ask) }
                }
            </div>
            { take_away(model, send, &all_at_once) }
            { keys() }
            if *is_drawn || *all_at_once {
                <Outline model={Rc::clone(&*tried)} {map} show={ask.show} all_at_once={*all_at_once} />
            }
        </div>
    }
}

/// The view, restored after a reload. The camera is not Yew state, because panning and zooming render nothing.
#[hook]
fn use_view(model: &Model) -> (UseStateHandle<View>, Rc<RefCell<Option<Camera>>>) {
    let roadmap = model.roadmap().about().id.clone();
    let view = {
        let roadmap = roadmap.clone();
        use_state_eq(move || read_view(&roadmap))
    };
    let camera = use_mut_ref(|| view.camera);
    let saved = use_mut_ref(|| view.clone());
    {
        let camera = camera.clone();
        use_effect_with((view.clone(), roadmap), move |(view, roadmap)| {
            if saved.replace(view.clone()) != *view {
                save_view(view, &camera, roadmap);
            }
        });
    }
    (view, camera)
}

fn read_view(roadmap: &RoadmapId) -> View {
    session::get(VIEW_KEY).and_then(|text| View::read(&text, roadmap)).unwrap_or_default()
}

fn save_view(view: &View, camera: &RefCell<Option<Camera>>, roadmap: &RoadmapId) {
    session::set(VIEW_KEY, &View { camera: *camera.borrow(), ..view.clone() }.write(roadmap));
}

/// Draws everything at once before the browser prints.
#[hook]
fn use_all_for_print(all_at_once: &UseStateHandle<bool>) {
    let all_at_once = all_at_once.setter();
    use_effect_with((), move |()| {
        let listener = page::on_print(move || all_at_once.set(true));
        move || drop(listener)
    });
}

/// Calls back as soon as the whole map is drawn.
fn with_all_drawn(all_at_once: &UseStateHandle<bool>, act: impl FnOnce() + 'static) {
    all_at_once.set(true);
    // Yew renders at the end of this task.
    Timeout::new(0, act).forget();
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
            if let Some(at) = view.chosen.as_ref().and_then(|id| model.roadmap().index(id)) {
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
        Callback::from(move |path: NodeId| view.set(view.with_toggled(&path)))
    };
    Ask { show, close, attempt, fold }
}

/// What the frame shows, and how much of it so far.
struct FrameState {
    scene: Rc<Scene>,
    chosen: Option<usize>,
    all_at_once: UseStateHandle<bool>,
    is_drawn: UseStateHandle<bool>,
    camera: Rc<RefCell<Option<Camera>>>,
}

fn frame(model: &Rc<Model>, view: &UseStateHandle<View>, state: FrameState, ask: &Ask) -> Html {
    let FrameState { scene, chosen, all_at_once, is_drawn, camera } = state;
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
        let (scene, all_at_once) = (scene.clone(), all_at_once.clone());
        Callback::from(move |(at, arrow)| match walk::next(&scene, at, arrow) {
            Some(to) if has_element(to) => focus_node(to),
            Some(to) => with_all_drawn(&all_at_once, move || focus_node(to)),
            None => {}
        })
    };
    let on_settled = {
        let (camera, view, roadmap) = (camera.clone(), view.clone(), model.roadmap().about().id.clone());
        Callback::from(move |settled| {
            camera.replace(Some(settled));
            save_view(&view, &camera, &roadmap);
        })
    };
    let camera = *camera.borrow();
    html! {
        <MapFrame
            drawing={scene.drawing.clone()}
            all_at_once={*all_at_once}
            on_drawn={move |()| is_drawn.set(true)}
            world={scene.world}
            route={scene.route}
            next={scene.next}
            areas={scene.areas.clone()}
            {chosen}
            {camera}
            {on_settled}
            on_press={ask.show.clone()}
            on_arrow={walk}
            on_escape={ask.close.clone()}
            bar={if scene.has_foldable { fold_button(view) } else { Html::default() }}
            {words}
        />
    }
}

/// Folds or unfolds all paths beside the route.
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

/// The outcome of the answer that is tried, and the buttons to take it or leave it.
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

/// The buttons to download and print the map.
fn take_away(model: &Rc<Model>, send: &Callback<Msg>, all_at_once: &UseStateHandle<bool>) -> Html {
    let download_drawing = {
        let (all_at_once, download) = (all_at_once.clone(), download_map(model, send));
        move |event: MouseEvent| {
            let download = download.clone();
            with_all_drawn(&all_at_once, move || download.emit(event));
        }
    };
    let print = {
        let all_at_once = all_at_once.clone();
        move |_| with_all_drawn(&all_at_once, page::print)
    };
    html! {
        <p class="actions map-take">
            <button type="button" class="button-quiet" onclick={download_drawing}>{ words::AS_SVG }</button>
            <button type="button" class="button-quiet" onclick={download_flowchart(model, send)}>
                { words::AS_MERMAID }
            </button>
            <button type="button" class="button-quiet" onclick={print}>{ words::PRINT }</button>
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

/// The model with the answer that is tried.
fn tried(model: &Rc<Model>, trial: Option<&(Turn, AnswerId)>) -> Rc<Model> {
    let Some((turn, answer)) = trial else { return model.clone() };
    let mut tried = Model::clone(model);
    tried.update(PlanMsg::AnswerChosen { turn: turn.clone(), answer: answer.clone() });
    Rc::new(tried)
}
