//! Where everything of the picture is, in units of the drawing.

use super::{Road, Stop};
use crate::parts::map::lettering;

/// The widths of the two drawings. In the narrow one, notes are below what they are about.
pub const WIDE: i32 = 560;
pub const NARROW: i32 = 358;

/// The font size.
pub const LETTERS: i32 = 13;

/// The distance of the rails from the sides.
const RAIL: i32 = 10;
/// The distance of the routes from the sides.
const INSET: i32 = 30;
/// The height of a route that is not lit.
const ROW: i32 = 36;
/// The parts of the lit card.
const HEAD: i32 = 34;
const STOP: i32 = 29;
const STOP_OF_TWO_LINES: i32 = 44;
/// The distance between a line's turns and what it leads to.
const STEP: i32 = 12;
const PILL: i32 = 32;
const WAY_IN: i32 = 48;
const WIDEST_WAY_IN: i32 = 250;
/// The radius of corners.
const ROUND: i32 = 8;
/// Between two pieces of work.
const GAP: i32 = 4;

/// A place in the drawing.
pub type Point = (i32, i32);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Place {
    /// Where a line of text begins that is centered in it.
    pub fn middle(self) -> Point {
        (self.x + self.width / 2, self.y + self.height / 2 + 5)
    }

    fn centered(center: i32, y: i32, width: i32, height: i32) -> Self {
        Self { x: center - width / 2, y, width, height }
    }

    fn bottom(self) -> i32 {
        self.y + self.height
    }
}

/// The whole picture with one route lit.
#[derive(Debug, PartialEq, Eq)]
pub struct Drawing {
    pub height: i32,
    pub start: Place,
    pub ways_in: Vec<Place>,
    pub choice: Place,
    pub rows: Vec<Row>,
    pub card: Card,
    pub end: Option<Place>,
    /// Path data of the lines that are not lit, and of the one that is.
    pub quiet: Vec<String>,
    pub lit: String,
}

/// A route.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// Where the pointer lights it: the rows leave no gaps.
    pub touch: Place,
    pub title: Point,
    pub title_room: i32,
    /// Its pieces of work, as long as they take.
    pub pieces: Vec<Place>,
}

/// What the lit route shows instead.
#[derive(Debug, PartialEq, Eq)]
pub struct Card {
    pub place: Place,
    /// Path data of the upper part, and of the line through the stops.
    pub head: String,
    pub thread: String,
    pub stops: Vec<Point>,
    /// How wide the title and the note of a stop can be together.
    pub room: i32,
    pub has_notes_below: bool,
}

impl Drawing {
    pub fn of(road: &Road, lit: usize, width: i32) -> Self {
        let center = width / 2;
        let start = Place::centered(center, 0, pill_width(&road.start, width), PILL);
        let ways_in = ways_in(road.ways_in.len(), width, start.bottom() + 2 * STEP);
        let above = ways_in.last().copied().unwrap_or(start);
        let choice = pill_width(&road.choice, width - 16) + 16;
        let choice = Place::centered(center, above.bottom() + 2 * STEP, choice, PILL);
        let rows = rows(road, lit, width, choice.bottom() + 2 * STEP);
        let card = Card::of(&road.routes[lit].stops, rows[lit].touch, stop_height(width));
        let below = rows.last().map_or(choice, |row| row.touch).bottom();
        let end = road.end.as_ref();
        let end = end.map(|end| Place::centered(center, below + 2 * STEP, pill_width(end, width), PILL));
        let height = end.map_or(below, Place::bottom);
        let mut drawing =
            Self { height, start, ways_in, choice, rows, card, end, quiet: Vec::new(), lit: String::new() };
        drawing.lit = drawing.lit_line(width);
        drawing.quiet = drawing.quiet_lines(lit, width);
        drawing
    }

    /// Through the first way in and the lit route. The boxes hide parts of it.
    fn lit_line(&self, width: i32) -> String {
        let Place { x, y, width: wide, .. } = self.card.place;
        let way_in = self.to_choice(self.ways_in.first(), width);
        let route = self.to_route((x, y + HEAD / 2));
        let out = self.card.stops.last().map(|stop| self.to_end((x + wide, stop.1), width));
        [way_in, route].into_iter().chain(out).map(|line| rounded(&line)).collect()
    }

    fn quiet_lines(&self, lit: usize, width: i32) -> Vec<String> {
        let ways_in = self.ways_in.iter().skip(1).map(|way| self.to_choice(Some(way), width));
        let others = self.rows.iter().enumerate().filter(|(at, _)| *at != lit).map(|(_, row)| row);
        let routes = others.flat_map(|row| {
            let y = row.touch.y + ROW / 2;
            let begin = row.pieces.first().map_or(width - INSET, |piece| piece.x);
            [self.to_route((INSET, y)), self.to_end((begin, y), width)]
        });
        ways_in.chain(routes).map(|line| rounded(&line)).collect()
    }

    /// From the start through a way in to the choice.
    fn to_choice(&self, way: Option<&Place>, width: i32) -> Vec<Point> {
        let (center, from, to) = (width / 2, self.start.bottom(), self.choice.y);
        let x = way.map_or(center, |way| way.x + way.width / 2);
        let (fork, meet) = (from + STEP, to - STEP);
        vec![(center, from), (center, fork), (x, fork), (x, meet), (center, meet), (center, to)]
    }

    /// From the choice along the left rail to a route.
    fn to_route(&self, route: Point) -> Vec<Point> {
        let (from, center) = (self.choice.bottom(), self.choice.x + self.choice.width / 2);
        let turn = from + STEP;
        vec![(center, from), (center, turn), (RAIL, turn), (RAIL, route.1), route]
    }

    /// From a route along the right rail to the common end, if there is one.
    fn to_end(&self, route: Point, width: i32) -> Vec<Point> {
        let rail = width - RAIL;
        let Some(end) = self.end else { return vec![route, (rail, route.1)] };
        let (center, turn) = (end.x + end.width / 2, end.y - STEP);
        vec![route, (rail, route.1), (rail, turn), (center, turn), (center, end.y)]
    }
}

impl Card {
    fn of(stops: &[Stop], row: Place, stop: i32) -> Self {
        let place = Place { x: INSET, y: row.y + 4, width: row.width - 2 * INSET, height: row.height - 8 };
        let Place { x: left, y, width, .. } = place;
        let (x, below) = (left + 20, y + HEAD);
        let stops: Vec<Point> = (0..).zip(stops).map(|(at, _)| (x, below + 19 + at * stop)).collect();
        let (right, upper) = (left + width - 10, y + 10);
        let head = format!("M{left} {below}V{upper}q0-10 10-10H{right}q10 0 10 10V{below}z");
        let last = stops.last().map_or(below, |stop| stop.1);
        let thread = format!("M{x} {below}V{last}");
        let has_notes_below = stop == STOP_OF_TWO_LINES;
        Self { place, head, thread, stops, room: right - 4 - (x + 18), has_notes_below }
    }
}

/// All ways in side by side.
fn ways_in(count: usize, width: i32, y: i32) -> Vec<Place> {
    let count = count as i32;
    let wide = ((width - STEP * (count - 1)) / count.max(1)).min(WIDEST_WAY_IN);
    let left = (width - count * wide - STEP * (count - 1)) / 2;
    (0..count).map(|at| Place { x: left + at * (wide + STEP), y, width: wide, height: WAY_IN }).collect()
}

/// The rows from a height on. The lit one is as high as its card would be with the most stops: the picture keeps its height,
/// and the row under the pointer stays there.
fn rows(road: &Road, lit: usize, width: i32, mut y: i32) -> Vec<Row> {
    let most_stops = road.routes.iter().map(|route| route.stops.len()).max().unwrap_or(0) as i32;
    let lit_height = HEAD + most_stops * stop_height(width) + 16;
    let length = |stops: &[Stop]| stops.iter().map(|stop| stop.length).sum::<u32>();
    let longest = road.routes.iter().map(|route| length(&route.stops)).max().unwrap_or(0).max(1);
    let rows = road.routes.iter().enumerate().map(|(at, route)| {
        let height = if at == lit { lit_height } else { ROW };
        let touch = Place { x: 0, y, width, height };
        y += height;
        Row::of(&route.stops, touch, longest)
    });
    rows.collect()
}

impl Row {
    fn of(stops: &[Stop], touch: Place, longest: u32) -> Self {
        let middle = touch.y + ROW / 2;
        let (begin, end) = (touch.width * 3 / 5, touch.width - INSET);
        let at =
            |minutes: u32| begin + (i64::from(end - begin) * i64::from(minutes) / i64::from(longest)) as i32;
        let mut before = 0;
        let pieces = stops.iter().map(|stop| {
            let (from, to) = (at(before), at(before + stop.length));
            before += stop.length;
            Place { x: from, y: middle - 5, width: (to - from - GAP).max(4), height: 10 }
        });
        let title = INSET + 6;
        Self { touch, title: (title, middle + 5), title_room: begin - title - 6, pieces: pieces.collect() }
    }
}

fn stop_height(width: i32) -> i32 {
    if width < WIDE { STOP_OF_TWO_LINES } else { STOP }
}

/// The width of a pill with words in it.
fn pill_width(words: &str, most: i32) -> i32 {
    (width_of(words) + 32).min(most)
}

/// An upper bound of the width of a text.
pub fn width_of(words: &str) -> i32 {
    lettering::width(words) as i32 * LETTERS / 100 + 1
}

/// A box with pointed sides.
pub fn pointed(Place { x, y, width, height }: Place) -> String {
    let (half, side) = (height / 2, width - 24);
    format!("M{} {y}h{side}l12 {half}-12 {half}h-{side}l-12-{half}z", x + 12)
}

/// Path data of a line of upright and level parts, with round corners.
fn rounded(line: &[Point]) -> String {
    let mut line = line.to_vec();
    line.dedup();
    let Some((first, rest)) = line.split_first() else { return String::new() };
    let mut path = format!("M{} {}", first.0, first.1);
    let mut before = *first;
    for (at, &corner) in rest.iter().enumerate() {
        match rest.get(at + 1) {
            None => path += &format!("L{} {}", corner.0, corner.1),
            Some(&next) => {
                let (from, to) = (toward(corner, before), toward(corner, next));
                path += &format!("L{} {}Q{} {} {} {}", from.0, from.1, corner.0, corner.1, to.0, to.1);
            }
        }
        before = corner;
    }
    path
}

/// Where the curve of a corner begins on the way to another point: at most half way.
fn toward(corner: Point, other: Point) -> Point {
    let step = |from: i32, to: i32| ((to - from) / 2).clamp(-ROUND, ROUND);
    (corner.0 + step(corner.0, other.0), corner.1 + step(corner.1, other.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn road() -> Road {
        let stop = |title: &str, length| Stop {
            title: title.into(),
            note: "by 1 May".into(),
            length,
            is_project: false,
        };
        let route = |stops| super::super::RoadRoute { name: "".into(), title: "A route".into(), stops };
        Road {
            name: "".into(),
            start: "Start".into(),
            ways_in: vec![stop("Slow", 10), stop("Fast", 2)],
            choice: "Which?".into(),
            routes: vec![route(vec![stop("One", 5)]), route(vec![stop("One", 3), stop("Two", 4)])],
            end: Some("Expert".into()),
        }
    }

    #[test]
    fn what_is_under_the_pointer_stays_there_when_it_is_lit() {
        let (first, second) = (Drawing::of(&road(), 0, WIDE), Drawing::of(&road(), 1, WIDE));
        assert_eq!(first.height, second.height);
        let (before, after) = (first.rows[1].touch, second.rows[1].touch);
        assert!(after.y <= before.y && before.bottom() <= after.bottom());
        let (before, after) = (second.rows[0].touch, first.rows[0].touch);
        assert!(after.y <= before.y && before.bottom() <= after.bottom());
    }

    #[test]
    fn everything_is_within_the_picture() {
        for width in [WIDE, NARROW] {
            let Drawing { ways_in, rows, card, choice, start, end, height, .. } =
                Drawing::of(&road(), 1, width);
            let pieces = rows.iter().flat_map(|row| row.pieces.iter().copied().chain([row.touch]));
            let places = pieces.chain(ways_in).chain(end).chain([card.place, choice, start]);
            for place in places {
                assert!(
                    place.x >= 0 && place.x + place.width <= width && place.bottom() <= height,
                    "{place:?}"
                );
            }
        }
    }

    #[test]
    fn corners_are_round_where_there_is_room() {
        assert_eq!(rounded(&[(0, 0), (20, 0), (20, 4)]), "M0 0L12 0Q20 0 20 2L20 4");
        assert_eq!(rounded(&[(0, 0), (0, 0)]), "M0 0");
    }
}
