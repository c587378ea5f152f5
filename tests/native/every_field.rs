//! Nothing is forgotten: every field of a document survives saving, exporting, merging and undoing.

use std::rc::Rc;
use std::sync::LazyLock;

use app::{Document, HistoryMsg, Model, OfferMsg, SavedState, Screen, merge};
use proptest::prelude::*;
use roadmap::{Roadmap, shipped_roadmap};
use storage::{export_plan, open, read_plan_file};
use testkit::{MemoryStorage, opened_page};

use testkit::documents::{everything, monday};
use testkit::generated::{any_document, one_field_at_a_time};

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_roadmap);

fn saved_and_loaded(state: &SavedState) -> SavedState {
    let storage = MemoryStorage::default();
    let noon = monday().and_hms_opt(12, 0, 0).unwrap();
    open(&storage, None, &ROADMAP, 1).saver.unwrap().save(state, noon).unwrap();
    open(&storage, None, &ROADMAP, 2).stored.unwrap()
}

fn model(state: SavedState) -> Model {
    opened_page(Rc::new(ROADMAP.clone()), Some(state), Screen::Plan, monday())
}

/// The documents after a change was undone and after it was redone, each on a page that was loaded again.
fn undone_and_redone(base: &Document, changed: &Document) -> [Document; 2] {
    let mut page = model(base.clone().into());
    page.update(OfferMsg::FileRead(Ok(Box::new(changed.clone()))));
    page.update(OfferMsg::Accepted);
    [HistoryMsg::Undone, HistoryMsg::Redone].map(|msg| {
        page = model(saved_and_loaded(&page.saved_state()));
        page.update(msg);
        page.document().clone()
    })
}

#[test]
fn the_sample_with_everything_leaves_no_field_out() {
    let empty = Document::new("python".into());
    for (field, changed) in one_field_at_a_time(&empty, &everything()) {
        assert_eq!(changed == empty, field == "roadmap", "{field}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_field_survives_saving_exporting_merging_and_undoing(full in any_document()) {
        let empty = Document::new("python".into());
        let alone = one_field_at_a_time(&empty, &full);
        let missing = one_field_at_a_time(&full, &empty);
        for ((field, alone), (_, missing)) in alone.into_iter().zip(missing) {
            let loaded = saved_and_loaded(&alone.clone().into()).document;
            prop_assert_eq!(&*loaded, &alone, "{} was not saved", field);

            let file = export_plan(&alone, &ROADMAP, monday());
            let read = read_plan_file(file.text.as_bytes(), &ROADMAP);
            prop_assert_eq!(read.as_ref(), Ok(&alone), "{} was not exported", field);

            let merged = merge(&empty, &alone, &empty);
            prop_assert_eq!(merged.as_ref(), Some(&alone), "{} of this window was not merged", field);
            let merged = merge(&empty, &empty, &alone);
            prop_assert_eq!(merged.as_ref(), Some(&alone), "{} of the other window was not merged", field);
            // These two are merged as a unit.
            if field != "week" && field != "earlier_weeks" {
                let merged = merge(&empty, &alone, &missing);
                prop_assert_eq!(merged.as_ref(), Some(&full), "{} was not merged with the rest", field);
            }

            // An empty plan that gave way to another one is not kept for undo.
            if missing != full && !missing.is_empty() {
                let [undone, redone] = undone_and_redone(&missing, &full);
                prop_assert_eq!(undone, missing, "adding {} was not undone", field);
                prop_assert_eq!(redone, full.clone(), "adding {} was not redone", field);
            }
        }
    }
}
