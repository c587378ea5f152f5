use super::assert_shown;
use crate::mockup::read;

/// Groups as `name: words`.
fn drawing(groups: &[(&str, &str)]) -> String {
    let group = |(name, words): &(&str, &str)| {
        format!(
            r#"{{"typeID":"__group__","properties":{{"controlName":"{name}"}},"children":{{"controls":{{"control":[
                {{"typeID":"TextArea"}},{{"typeID":"Label","properties":{{"text":"{words}"}}}},{{"typeID":"Icon","properties":{{"text":"x"}}}}]}}}}}}"#
        )
    };
    let groups: Vec<String> = groups.iter().map(group).collect();
    let title = r#"{"typeID":"Label","properties":{"size":"28","text":"Tea"}},{"typeID":"Label","properties":{"size":"17","text":"small"}}"#;
    format!(r#"{{"mockup":{{"controls":{{"control":[{title},{}]}}}}}}"#, groups.join(","))
}

#[test]
fn paths_and_numbers_give_the_order() {
    let groups = [
        ("101-green-tea:sencha", "Sencha"),
        ("101-black-tea", "Black Tea"),
        ("100-green-tea:gyokuro:shade", "Shade"),
        ("100-green-tea", "Green Tea (2 weeks)"),
        ("100-green-tea:gyokuro", "Gyokuro"),
        ("105-black-tea", "Again"),
        ("100-herbs:mint", "Mint"),
        ("102-black-tea:assam:late", "Late"),
        ("ext_link:example.org", "Site"),
        ("100-nothing", ""),
    ];
    assert_shown(
        &read(&drawing(&groups)).unwrap(),
        "Tea
Green Tea (2w)
- Gyokuro
  - Shade
- Sencha
Black Tea
- Late
Herbs
- Mint",
    );
}

#[test]
fn more_than_anybody_drew_is_left_out() {
    let names: Vec<String> = (0..2_100).map(|number| format!("1-{number}")).collect();
    let groups: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "A")).collect();
    assert_eq!(read(&drawing(&groups)).unwrap().phases.len(), 2_000);
}

#[test]
fn other_json_is_no_mockup() {
    for text in ["", "{}", r#"{"mockup":1}"#, r#"{"mockup":{"controls":{"control":[]}}}"#] {
        assert_eq!(read(text), None, "{text}");
    }
    assert_eq!(read(&drawing(&[("a", "b"), ("100-", "")])), None);
}
