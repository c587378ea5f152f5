//! Nothing is forgotten: every field of a document survives saving, exporting and merging. `history` tries
//! undo.

use std::sync::LazyLock;

use app::{Document, SavedState, merge};
use proptest::prelude::*;
use roadmap::{Roadmap, shipped_roadmap};
use storage::{export_plan, open, read_plan_file};
use testkit::MemoryStorage;

use testkit::documents::{everything, monday};
use testkit::generated::{any_document, one_field_at_a_time};

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_roadmap);

fn empty() -> Document {
    Document::new("python".into())
}

fn saved_and_loaded(document: &Document) -> Document {
    let storage = MemoryStorage::default();
    let noon = monday().and_hms_opt(12, 0, 0).unwrap();
    let mut saver = open(&storage, None, &ROADMAP, 1).saver.unwrap();
    saver.save(&SavedState::from(document.clone()), noon).unwrap();
    open(&storage, None, &ROADMAP, 2).stored.unwrap().document.as_ref().clone()
}

#[test]
fn the_sample_with_everything_leaves_no_field_out() {
    for (field, changed) in one_field_at_a_time(&empty(), &everything()) {
        assert_eq!(changed == empty(), field == "roadmap", "{field}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_field_survives_saving_and_exporting(base in any_document(), other in any_document()) {
        for (field, changed) in one_field_at_a_time(&base, &other) {
            prop_assert_eq!(&saved_and_loaded(&changed), &changed, "{} was not saved", field);
            let file = export_plan(&changed, &ROADMAP, monday());
            let read = read_plan_file(file.text.as_bytes(), &ROADMAP);
            prop_assert_eq!(read.as_ref(), Ok(&changed), "{} was not exported", field);
        }
    }

    #[test]
    fn every_field_changed_in_one_window_is_merged_with_the_others(other in any_document()) {
        let mine = one_field_at_a_time(&empty(), &other);
        let theirs = one_field_at_a_time(&other, &empty());
        for ((field, only), (_, all_others)) in mine.into_iter().zip(theirs) {
            prop_assert_eq!(merge(&empty(), &only, &empty()), Some(only.clone()), "{} of this window", field);
            prop_assert_eq!(merge(&empty(), &empty(), &only), Some(only.clone()), "{} of the other window", field);
            // These two are merged as a unit.
            if field != "week" && field != "earlier_weeks" {
                prop_assert_eq!(merge(&empty(), &only, &all_others), Some(other.clone()), "{} beside the rest", field);
            }
        }
    }
}
