//! Sorting, once for all.
//!
//! The library's sort is compiled anew for each type and each comparison, some five kilobytes every time. Here it is
//! compiled once, for places in a list, and compares through a pointer; what is sorted is moved afterwards.

use std::cmp::Ordering;

/// Sorts a list; what compares equal stays in its order.
///
/// ```
/// use waymark::planner::in_order;
///
/// let mut words = vec!["pear", "fig", "apple", "kiwi"];
/// in_order(&mut words, &|one, other| one.len().cmp(&other.len()));
/// assert_eq!(words, ["fig", "pear", "kiwi", "apple"]);
/// ```
pub fn in_order<T>(list: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let places = sorted(list.len(), &mut |one, other| compare(&list[one], &list[other]));
    let mut taken: Vec<Option<T>> = list.drain(..).map(Some).collect();
    for place in places {
        // Each place is there once.
        list.extend(taken[place as usize].take());
    }
}

/// The places of a list of that length, in the order in which what is there is to come.
fn sorted(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..length as u32).collect();
    places.sort_by(|&one, &other| compare(one as usize, other as usize));
    places
}

/// Gathers things into a map or set, one after the other. Collecting them would bring a sort for each kind of map.
///
/// ```
/// use std::collections::BTreeSet;
/// use waymark::planner::gathered;
///
/// let letters: BTreeSet<char> = gathered("hello".chars());
/// assert_eq!(letters.len(), 4);
/// ```
pub fn gathered<C: Default + Extend<T>, T>(things: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(things);
    all
}
