//! What a file that the learner chose or dropped is taken for: a plan, or a roadmap of their own.

use std::rc::Rc;

use super::text::reading;
use app::{Document, FileRefusal, Model, Msg, OwnRoadmap, RoadmapOffer, RoadmapTask};
use browser::files::Chosen;
use formats::open_roadmap;
use roadmap::{RoadmapFile, RoadmapId};
use storage::{MOST_BYTES, read_plan_file, roadmap_in_plan, roadmaps_in_file};

/// The endings of the names of files that can be opened.
pub const ACCEPTED: &str = ".json,application/json,.md,.markdown,.mmd,.mermaid,.txt";

/// What there is to do about a file.
pub fn opened(name: &str, chosen: Chosen, model: &Model) -> Msg {
    let bytes = match chosen {
        Chosen::Bytes(bytes) => bytes,
        Chosen::TooLarge => return Msg::FileRead(Err(FileRefusal::TooLarge { limit: MOST_BYTES })),
        Chosen::Unreadable(words) => return Msg::FileRead(Err(FileRefusal::Unreadable(words))),
    };
    if is_roadmap(name, &bytes) { roadmap(name, &bytes) } else { plan(&bytes, model) }
}

/// Whether a file is read as a roadmap: JSON only where it says that it is one.
fn is_roadmap(name: &str, bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"\"waymark_roadmap\"";
    let is_json = name.ends_with(".json") || bytes.trim_ascii_start().starts_with(b"{");
    // Plans may have a whole roadmap in them, but their own mark comes before it.
    let begin = &bytes[..bytes.len().min(4_000)];
    let has_mark = begin.windows(MARK.len()).any(|part| part == MARK);
    let is_plan = begin.windows(14).any(|part| part == b"\"waymark_plan\"");
    !is_json || has_mark && !is_plan
}

fn roadmap(name: &str, bytes: &[u8]) -> Msg {
    let opened = match open_roadmap(name, bytes) {
        Ok(opened) => opened,
        Err(why) => return Msg::RoadmapRead(Err(reading::refusal(&why))),
    };
    let notes = opened.warnings.iter().map(reading::warning).collect();
    let own = OwnRoadmap { file: Rc::new(opened.file), roadmap: Rc::new(opened.roadmap), is_removed: false };
    Msg::RoadmapRead(Ok(Rc::new(RoadmapOffer { own, notes })))
}

/// A plan, after the roadmaps that the file holds as they lay in the storage and that are not here any more.
pub fn plan(bytes: &[u8], model: &Model) -> Msg {
    match roadmaps_in_file(bytes).iter().any(|own| model.library.find(own.id()).is_none()) {
        true => Msg::RoadmapAsked(Rc::new(RoadmapTask::Restore { file: bytes.to_vec() })),
        false => plan_alone(bytes, model),
    }
}

/// A plan, also one about another roadmap than the one in use: that comes into use first, if need be out of the file.
pub fn plan_alone(bytes: &[u8], model: &Model) -> Msg {
    let about = match read_plan_file(bytes, &model.roadmap) {
        Err(FileRefusal::UnknownRoadmap(about)) => about,
        read => return Msg::FileRead(read.map(Box::new)),
    };
    let carried = roadmap_in_plan(bytes).and_then(|file| OwnRoadmap::new(file).ok());
    let known = model.library.find(&about);
    let task = match carried.filter(|own| *own.id() == about) {
        Some(own) if known.is_none_or(|known| known.file != own.file) => bring(bytes, own, model),
        _ => match model.library.roadmap(&about) {
            Some(roadmap) => read_plan_file(bytes, roadmap).map(|plan| use_with(about, plan)),
            None => Err(FileRefusal::UnknownRoadmap(about)),
        },
    };
    match task {
        Ok(task) => Msg::RoadmapAsked(Rc::new(task)),
        Err(why) => Msg::FileRead(Err(why)),
    }
}

fn use_with(roadmap: RoadmapId, plan: Document) -> RoadmapTask {
    RoadmapTask::Use { roadmap, plan: Some(Box::new(plan)) }
}

/// A plan with the roadmap that it is about, beside another one of the same name. A file that was opened before finds its
/// roadmap under the name that it got then.
fn bring(bytes: &[u8], own: OwnRoadmap, model: &Model) -> Result<RoadmapTask, FileRefusal> {
    let mut plan = read_plan_file(bytes, &own.roadmap)?;
    let under = |id: &RoadmapId| RoadmapFile { id: id.clone(), ..RoadmapFile::clone(&own.file) };
    if let Some(known) = model.library.own.iter().find(|known| *known.file == under(known.id())) {
        plan.roadmap = known.id().clone();
        return Ok(use_with(known.id().clone(), plan));
    }
    let id = model.library.free_id(own.id());
    plan.roadmap = id.clone();
    let own = own.with_id(id).unwrap_or(own);
    Ok(RoadmapTask::Keep { own, and_use: true, plan: Some(Box::new(plan)) })
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::plan;
    use app::{Document, FileRefusal, Model, Msg, OwnRoadmap, RoadmapTask, Screen};
    use planner::Date;
    use roadmap::RoadmapFile;
    use roadmap::shipped_roadmap;
    use storage::{export_own_plan, export_plan};

    const BREAD: &str = include_str!("../tests/data/roadmaps/bread.json");

    fn today() -> Date {
        Date::from_ymd_opt(2027, 2, 1).unwrap()
    }

    fn bread() -> OwnRoadmap {
        OwnRoadmap::new(serde_json::from_str(BREAD).unwrap()).unwrap()
    }

    fn baker() -> Document {
        Document { start: Some(today()), ..Document::new("bread".into()) }
    }

    fn model() -> Model {
        Model::new(Rc::new(shipped_roadmap()), None, Screen::Home, today())
    }

    /// What is asked for when a plan about bread is opened.
    fn asked(model: &Model) -> RoadmapTask {
        let file = export_own_plan(&baker(), &bread(), today());
        match plan(file.text.as_bytes(), model) {
            Msg::RoadmapAsked(task) => RoadmapTask::clone(&task),
            other => panic!("{other:?}"),
        }
    }

    fn bread_under(id: &str) -> OwnRoadmap {
        bread().with_id(id.into()).unwrap()
    }

    #[test]
    fn a_plan_about_another_roadmap_brings_it_along_or_into_use() {
        let mut model = model();
        let plan = Some(Box::new(baker()));
        assert_eq!(asked(&model), RoadmapTask::Keep { own: bread(), and_use: true, plan: plan.clone() });
        model.update(Msg::RoadmapKept(bread()));
        assert_eq!(asked(&model), RoadmapTask::Use { roadmap: "bread".into(), plan });
    }

    #[test]
    fn a_file_that_is_opened_again_finds_its_roadmap_beside_another_of_its_name() {
        let mut model = model();
        model.update(Msg::RoadmapKept(bread().renamed("Another bread").unwrap()));
        let plan = Some(Box::new(Document { roadmap: "bread-2".into(), ..baker() }));
        let RoadmapTask::Keep { own, plan: with, .. } = asked(&model) else { panic!("it is not kept") };
        assert_eq!((&own, &with), (&bread_under("bread-2"), &plan));
        model.update(Msg::RoadmapKept(own));
        assert_eq!(asked(&model), RoadmapTask::Use { roadmap: "bread-2".into(), plan });
    }

    #[test]
    fn a_plan_without_its_roadmap_is_refused_unless_that_is_here() {
        let file = export_plan(&baker(), &bread().roadmap, today());
        let mut model = model();
        let refused = Msg::FileRead(Err(FileRefusal::UnknownRoadmap("bread".into())));
        assert_eq!(plan(file.text.as_bytes(), &model), refused);
        model.update(Msg::RoadmapKept(bread()));
        assert!(matches!(plan(file.text.as_bytes(), &model), Msg::RoadmapAsked(_)));
        // What the file carries has to be what its plan is about.
        let other =
            OwnRoadmap::new(RoadmapFile { id: "cake".into(), ..RoadmapFile::clone(&bread().file) }).unwrap();
        let odd = export_own_plan(&Document { roadmap: "pie".into(), ..baker() }, &other, today());
        let refused = Msg::FileRead(Err(FileRefusal::UnknownRoadmap("pie".into())));
        assert_eq!(plan(odd.text.as_bytes(), &model), refused);
    }
}
