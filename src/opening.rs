//! Decides whether a file that the learner chose or dropped is a plan or a roadmap.

use std::rc::Rc;

use crate::persistence::plan_of;
use crate::text::roadmaps::PASTED_NAME;
use app::{
    Document, FileRefusal, Library, Model, Msg, OfferMsg, OwnRoadmap, RoadmapMsg, RoadmapOffer, RoadmapTask,
    Screen, SourceFile,
};
use browser::files::Chosen;
use formats::{OpenedRoadmap, Part, RoadmapRefusal, open_part, open_roadmap};
use roadmap::{Roadmap, RoadmapFile, RoadmapId};
use storage::{MOST_BYTES, checksum, read_plan_file, roadmap_in_plan, roadmaps_in_file};

/// File types that can be opened, for the `accept` attribute.
pub const ACCEPTED: &str = ".json,application/json,.md,.markdown,.mmd,.mermaid,.txt,.csv,.tsv";

/// Longer lines of a pasted text are paragraphs, in bytes.
const LONGEST_ITEM: usize = 120;

/// Opens a file.
pub fn opened(name: &str, chosen: Chosen, model: &Model) -> Msg {
    let bytes = match chosen {
        Chosen::Bytes(bytes) => bytes,
        Chosen::TooLarge => {
            return OfferMsg::FileRead(Err(FileRefusal::TooLarge { limit: MOST_BYTES })).into();
        }
        Chosen::Unreadable(words) => return OfferMsg::FileRead(Err(FileRefusal::Unreadable(words))).into(),
    };
    match kind(name, &bytes) {
        Kind::Roadmap => roadmap(name, bytes, model),
        Kind::Plan => plan(&bytes, model.roadmap(), model.library()),
        // Where it is neither, the words of the place where it was opened say so.
        Kind::OtherJson if *model.screen() == Screen::Roadmaps || open_roadmap(name, &bytes).is_ok() => {
            roadmap(name, bytes, model)
        }
        Kind::OtherJson => plan(&bytes, model.roadmap(), model.library()),
    }
}

/// Opens a text as if it were a file. Short lines are a list, which loses its marks when it is copied from a page.
pub fn pasted(text: &str, model: &Model) -> Msg {
    let chosen = match text.len() {
        ..=MOST_BYTES => Chosen::Bytes(text.as_bytes().to_vec()),
        _ => Chosen::TooLarge,
    };
    let as_it_is = opened(PASTED_NAME, chosen, model);
    match as_it_is {
        Msg::Roadmap(RoadmapMsg::FileRead(Err(RoadmapRefusal::NoRoadmap))) => {
            as_list(text).map_or(as_it_is, |list| roadmap(PASTED_NAME, list.into_bytes(), model))
        }
        other => other,
    }
}

/// Two or more lines as items of a list, if none of them is a paragraph.
fn as_list(text: &str) -> Option<String> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let is_list = lines().nth(1).is_some() && lines().all(|line| line.len() <= LONGEST_ITEM);
    let item = |line: &str| if line.trim().is_empty() { String::new() } else { format!("- {}", line.trim()) };
    is_list.then(|| text.lines().map(item).collect::<Vec<_>>().join("\n"))
}

/// What a file says that it is. Whatever is no JSON may be a roadmap.
enum Kind {
    Roadmap,
    Plan,
    /// JSON that does not say so, as other programs write it.
    OtherJson,
}

fn kind(name: &str, bytes: &[u8]) -> Kind {
    let is_json = name.ends_with(".json") || bytes.trim_ascii_start().starts_with(b"{");
    // A plan may hold a whole roadmap, but its own mark comes first.
    let begin = &bytes[..bytes.len().min(4_000)];
    let says = |mark: &[u8]| begin.windows(mark.len()).any(|part| part == mark);
    match () {
        () if !is_json => Kind::Roadmap,
        () if says(b"\"waymark_plan\"") => Kind::Plan,
        () if says(b"\"waymark_roadmap\"") => Kind::Roadmap,
        () if says(b"\"waymark") => Kind::Plan,
        () => Kind::OtherJson,
    }
}

fn roadmap(name: &str, bytes: Vec<u8>, model: &Model) -> Msg {
    let opened = open_roadmap(name, &bytes);
    offered(opened, &Rc::new(SourceFile { name: name.to_owned(), bytes }), model)
}

/// Opens another part of the file of a roadmap on offer.
pub fn other_part(offer: &RoadmapOffer, part: &Part, model: &Model) -> Option<Msg> {
    let source = offer.source()?;
    Some(offered(open_part(&source.name, &source.bytes, part), source, model))
}

fn offered(opened: Result<OpenedRoadmap, RoadmapRefusal>, source: &Rc<SourceFile>, model: &Model) -> Msg {
    let offer = opened.map(|opened| {
        let offer = RoadmapOffer::new(opened, model.library()).with_source(source);
        let known = offer.replaces().map(|own| own.id().clone());
        let other = known.filter(|id| *id != model.roadmap().about().id);
        Rc::new(offer.with_plan(other.and_then(|id| plan_of(&id))))
    });
    Msg::Roadmap(RoadmapMsg::FileRead(offer))
}

/// Opens the plan that the page carries, as one that is offered.
pub fn plan_inside(json: &str, in_use: &Roadmap, library: &Library) -> Option<OfferMsg> {
    let checksum = checksum(json);
    match plan(json.as_bytes(), in_use, library) {
        Msg::Offer(OfferMsg::FileRead(Ok(document))) => {
            Some(OfferMsg::PlanInsideFound { document, checksum })
        }
        Msg::Roadmap(RoadmapMsg::Asked(task)) => Some(OfferMsg::PlanInsideNeedsRoadmap { task, checksum }),
        _ => None,
    }
}

/// Opens a plan. A raw file of everything stored may hold roadmaps that are missing here: those are restored first.
pub fn plan(bytes: &[u8], in_use: &Roadmap, library: &Library) -> Msg {
    if roadmaps_in_file(bytes).iter().any(|own| library.find(own.id()).is_none()) {
        RoadmapMsg::Asked(Rc::new(RoadmapTask::Restore { file: bytes.to_vec() })).into()
    } else {
        plan_alone(bytes, in_use, library)
    }
}

/// Opens a plan, also one for another roadmap than the one in use: that is put in use first, if need be from the file.
pub fn plan_alone(bytes: &[u8], in_use: &Roadmap, library: &Library) -> Msg {
    let id = match read_plan_file(bytes, in_use) {
        Err(FileRefusal::UnknownRoadmap(id)) => id,
        read => return OfferMsg::FileRead(read.map(Box::new)).into(),
    };
    let carried = roadmap_in_plan(bytes).and_then(|file| OwnRoadmap::new(file).ok());
    let known = library.find(&id);
    let task = match carried.filter(|own| *own.id() == id) {
        Some(own) if known.is_none_or(|known| known.file != own.file) => add_with_plan(bytes, own, library),
        _ => match library.roadmap(&id) {
            Some(roadmap) => read_plan_file(bytes, roadmap).map(|plan| use_with(id, plan)),
            None => Err(FileRefusal::UnknownRoadmap(id)),
        },
    };
    match task {
        Ok(task) => RoadmapMsg::Asked(Rc::new(task)).into(),
        Err(why) => OfferMsg::FileRead(Err(why)).into(),
    }
}

fn use_with(roadmap: RoadmapId, plan: Document) -> RoadmapTask {
    RoadmapTask::Use { roadmap, plan: Some(Box::new(plan)) }
}

/// Adds the roadmap of a plan, under a new id if another roadmap has its id. A file that was opened before finds
/// its roadmap under the id that it got then.
fn add_with_plan(bytes: &[u8], own: OwnRoadmap, library: &Library) -> Result<RoadmapTask, FileRefusal> {
    let mut plan = read_plan_file(bytes, &own.roadmap)?;
    let under = |id: &RoadmapId| RoadmapFile { id: id.clone(), ..RoadmapFile::clone(&own.file) };
    if let Some(known) = library.own.iter().find(|known| *known.file == under(known.id())) {
        plan.roadmap = known.id().clone();
        return Ok(use_with(known.id().clone(), plan));
    }
    let id = library.free_id(own.id());
    plan.roadmap = id.clone();
    let own = own.with_id(id).unwrap_or(own);
    Ok(RoadmapTask::Save { own, and_use: true, plan: Some(Box::new(plan)) })
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::plan;
    use app::{Document, FileRefusal, Model, Msg, OfferMsg, OwnRoadmap, RoadmapMsg, RoadmapTask, Screen};
    use formats::{Remark, RoadmapRefusal};
    use planner::Date;
    use roadmap::shipped_roadmap;
    use roadmap::{Kind, RoadmapFile};
    use storage::{export_own_plan, export_plan};
    use testkit::opened_page;

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
        opened_page(Rc::new(shipped_roadmap()), None, Screen::Home, today())
    }

    /// The task that follows from opening a plan for the bread roadmap.
    fn asked(model: &Model) -> RoadmapTask {
        let file = export_own_plan(&baker(), &bread(), today());
        match plan(file.text.as_bytes(), model.roadmap(), model.library()) {
            Msg::Roadmap(RoadmapMsg::Asked(task)) => RoadmapTask::clone(&task),
            other => panic!("{other:?}"),
        }
    }

    fn bread_under(id: &str) -> OwnRoadmap {
        bread().with_id(id.into()).unwrap()
    }

    /// The titles of the phases of a pasted text, if it is taken as a roadmap.
    fn titles(text: &str) -> Option<Vec<String>> {
        match super::pasted(text, &model()) {
            Msg::Roadmap(RoadmapMsg::FileRead(Ok(offer))) => {
                let nodes = offer.own().roadmap.nodes().iter();
                Some(
                    nodes
                        .filter(|node| matches!(node.kind, Kind::Phase(_)))
                        .map(|node| node.title.clone())
                        .collect(),
                )
            }
            Msg::Roadmap(RoadmapMsg::FileRead(Err(RoadmapRefusal::NoRoadmap))) => None,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn pasted_lines_are_steps_whether_or_not_they_have_marks() {
        let steps = ["Scales", "Chords", "Reading music"].map(str::to_owned).to_vec();
        assert_eq!(titles("- Scales\n- Chords\n- Reading music"), Some(steps.clone()));
        assert_eq!(titles("Scales\n\nChords\nReading music\n"), Some(steps));
        assert_eq!(titles("Scales"), None);
        let prose = "word ".repeat(40);
        assert_eq!(titles(&format!("Dear diary\n{prose}")), None);
    }

    /// A chart that is offered as another way to open the file is not told as one that was ignored, too.
    #[test]
    fn another_part_of_a_file_is_opened_from_its_offer() {
        let text = "## Steps\n\n```mermaid\ngraph TD\nA[Bow<br/>4 weeks] --> B[Scales<br/>3 weeks]\n```\n\n## Topics\n\n```mermaid\ngraph TD\nC[Grip] --> D[Strokes]\n```\n";
        let offer = |msg: Msg| match msg {
            Msg::Roadmap(RoadmapMsg::FileRead(Ok(offer))) => offer,
            other => panic!("{other:?}"),
        };
        let first = offer(super::pasted(text, &model()));
        assert_eq!((first.own().file.title.as_str(), first.others().len()), ("Steps", 1));
        assert!(!first.warnings.iter().any(|one| matches!(one.what, Remark::AnotherChart(_))));
        let other = offer(super::other_part(&first, &first.others()[0], &model()).unwrap());
        assert_eq!((other.own().file.title.as_str(), other.others().len()), ("Topics", 1));
        let alone = offer(super::pasted("graph TD\nA[Bow] --> B[Scales]", &model()));
        assert!(alone.source().is_none(), "a file without other parts is not kept");
    }

    #[test]
    fn a_pasted_plan_is_offered_as_one() {
        let plan = export_own_plan(&baker(), &bread(), today());
        let msg = super::pasted(&plan.text, &model());
        assert!(matches!(msg, Msg::Roadmap(RoadmapMsg::Asked(_))), "{msg:?}");
    }

    #[test]
    fn a_plan_for_another_roadmap_adds_it_or_puts_it_in_use() {
        let mut model = model();
        let plan = Some(Box::new(baker()));
        assert_eq!(asked(&model), RoadmapTask::Save { own: bread(), and_use: true, plan: plan.clone() });
        model.update(RoadmapMsg::Saved(bread()));
        assert_eq!(asked(&model), RoadmapTask::Use { roadmap: "bread".into(), plan });
    }

    #[test]
    fn a_file_that_is_opened_again_finds_its_roadmap_under_its_new_id() {
        let mut model = model();
        model.update(RoadmapMsg::Saved(bread().renamed("Another bread").unwrap()));
        let plan = Some(Box::new(Document { roadmap: "bread-2".into(), ..baker() }));
        let RoadmapTask::Save { own, plan: with, .. } = asked(&model) else { panic!("it is not kept") };
        assert_eq!((&own, &with), (&bread_under("bread-2"), &plan));
        model.update(RoadmapMsg::Saved(own));
        assert_eq!(asked(&model), RoadmapTask::Use { roadmap: "bread-2".into(), plan });
    }

    #[test]
    fn a_plan_without_its_roadmap_is_refused_unless_that_is_known() {
        let file = export_plan(&baker(), &bread().roadmap, today());
        let mut model = model();
        let refused = Msg::Offer(OfferMsg::FileRead(Err(FileRefusal::UnknownRoadmap("bread".into()))));
        assert_eq!(plan(file.text.as_bytes(), model.roadmap(), model.library()), refused);
        model.update(RoadmapMsg::Saved(bread()));
        assert!(matches!(
            plan(file.text.as_bytes(), model.roadmap(), model.library()),
            Msg::Roadmap(RoadmapMsg::Asked(_))
        ));
        // The roadmap in the file has to be that of its plan.
        let other =
            OwnRoadmap::new(RoadmapFile { id: "cake".into(), ..RoadmapFile::clone(&bread().file) }).unwrap();
        let odd = export_own_plan(&Document { roadmap: "pie".into(), ..baker() }, &other, today());
        let refused = Msg::Offer(OfferMsg::FileRead(Err(FileRefusal::UnknownRoadmap("pie".into()))));
        assert_eq!(plan(odd.text.as_bytes(), model.roadmap(), model.library()), refused);
    }
}
