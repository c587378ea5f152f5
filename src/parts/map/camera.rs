//! Where the map lies under the frame through which it is seen: arithmetic on places, without the page.

/// A box on the map, or a frame on the screen that begins at its corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Area {
    /// All that could be drawn.
    pub const EVERYWHERE: Self = Self { x: -1e9, y: -1e9, width: 2e9, height: 2e9 };

    /// Its width and height in whole units.
    pub fn size(self) -> (i32, i32) {
        (self.width as i32, self.height as i32)
    }

    /// What makes a box that covers all of a drawing, however large that is shown, cover this area of it.
    pub fn transform_in(self, world: Self) -> String {
        let part = |part: f64, of: f64| part / of.max(1.0);
        format!(
            "translate({:.3}%,{:.3}%) scale({:.3},{:.3})",
            part(100.0 * self.x, world.width),
            part(100.0 * self.y, world.height),
            part(self.width, world.width),
            part(self.height, world.height),
        )
    }

    /// Whether a part of it lies in another.
    pub fn meets(self, other: Self) -> bool {
        let Self { width, height, .. } = self.within(other);
        width > 0.0 && height > 0.0
    }

    /// The smallest area with both in it.
    pub fn joined(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.width).max(other.x + other.width);
        let bottom = (self.y + self.height).max(other.y + other.height);
        Self { x, y, width: right - x, height: bottom - y }
    }

    /// The part of it that lies in another.
    pub fn within(self, other: Self) -> Self {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let right = (self.x + self.width).min(other.x + other.width);
        let bottom = (self.y + self.height).min(other.y + other.height);
        Self { x, y, width: (right - x).max(0.0), height: (bottom - y).max(0.0) }
    }
}

/// A point `p` of the map is seen at `p * scale + (x, y)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    pub x: f64,
    pub y: f64,
    pub scale: f64,
}

/// Nobody needs letters larger than this.
const CLOSEST: f64 = 3.0;

/// What is fitted is not made larger than it is drawn by this.
const FITTED: f64 = 1.2;

/// At less than this the letters are hard to read.
const READABLE: f64 = 0.85;

/// So much room stays around what is fitted or brought into view, in pixels.
const MARGIN: f64 = 24.0;

impl Camera {
    /// All of an area in the frame.
    pub fn fitting(area: Area, frame: Area) -> Self {
        let room = |frame: f64, area: f64| (frame - 2.0 * MARGIN).max(1.0) / area.max(1.0);
        let scale = room(frame.width, area.width).min(room(frame.height, area.height)).min(FITTED);
        Self {
            x: (frame.width - area.width * scale) / 2.0 - area.x * scale,
            y: (frame.height - area.height * scale) / 2.0 - area.y * scale,
            scale,
        }
    }

    /// What is seen first of a route: all of it where its letters can be read then, otherwise what comes next on it, or
    /// its beginning.
    pub fn at_first(route: Area, next: Option<Area>, frame: Area) -> Self {
        let whole = Self::fitting(route, frame);
        if whole.scale >= READABLE {
            return whole;
        }
        let begin = Area { height: frame.height.min(route.height), ..route };
        Self { scale: READABLE, ..whole }.with_middle(next.unwrap_or(begin), frame)
    }

    /// Where everything lies that is seen first, as before or of a route, through a frame that may be smaller than this one.
    pub fn sight_at_first(
        before: Option<Self>,
        route: Area,
        next: Option<Area>,
        world: Area,
        frame: Area,
    ) -> Area {
        let sight = |camera: Self| camera.contained(world, frame).sight(frame);
        // A smaller frame looks at something between what this one and the least one do, and from no farther away.
        let near = |through: Area| {
            let seen = Self::at_first(route, next, through).sight(through);
            sight(Self { scale: READABLE, ..Self::NEAR }.with_middle(seen, frame))
        };
        before.map_or_else(|| near(frame).joined(near(Area::default())), sight)
    }

    /// As large as it is drawn.
    pub const NEAR: Self = Self { x: 0.0, y: 0.0, scale: 1.0 };

    /// With the middle of an area in the middle of the frame.
    pub fn with_middle(self, area: Area, frame: Area) -> Self {
        Self {
            x: frame.width / 2.0 - (area.x + area.width / 2.0) * self.scale,
            y: frame.height / 2.0 - (area.y + area.height / 2.0) * self.scale,
            ..self
        }
    }

    /// Moved by pixels.
    pub fn moved(self, x: f64, y: f64) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }

    /// Larger by a factor around a point of the frame, which stays where it is.
    pub fn zoomed(self, factor: f64, (x, y): (f64, f64), world: Area, frame: Area) -> Self {
        let scale = (self.scale * factor).min(CLOSEST).max(Self::farthest(world, frame));
        let factor = scale / self.scale;
        Self { x: x - (x - self.x) * factor, y: y - (y - self.y) * factor, scale }
    }

    /// The scale at which all is in sight: there is nothing to see from farther away.
    fn farthest(world: Area, frame: Area) -> f64 {
        Self::fitting(world, frame).scale.min(1.0)
    }

    /// Moved back as far as the map would leave the frame: a map smaller than the frame is in its middle, and no side of a
    /// larger one comes farther in than a margin.
    pub fn contained(self, world: Area, frame: Area) -> Self {
        let scale = self.scale.min(CLOSEST).max(Self::farthest(world, frame));
        let inside = |at: f64, from: f64, length: f64, frame: f64| {
            let (least, most) = (frame - MARGIN - (from + length) * scale, MARGIN - from * scale);
            if least > most { (least + most) / 2.0 } else { at.clamp(least, most) }
        };
        Self {
            x: inside(self.x, world.x, world.width, frame.width),
            y: inside(self.y, world.y, world.height, frame.height),
            scale,
        }
    }

    /// Moved no more than it takes to have an area in sight.
    pub fn revealing(self, area: Area, frame: Area) -> Self {
        let shift = |at: f64, from: f64, length: f64, frame: f64| {
            let (begin, end) = (from * self.scale + at, (from + length) * self.scale + at);
            if begin < MARGIN || end - begin > frame - 2.0 * MARGIN {
                MARGIN - begin
            } else {
                (frame - MARGIN - end).min(0.0)
            }
        };
        let x = shift(self.x, area.x, area.width, frame.width);
        let y = shift(self.y, area.y, area.height, frame.height);
        self.moved(x, y)
    }

    /// As style sheets write it.
    pub fn transform(self) -> String {
        format!("translate({:.3}px,{:.3}px) scale({:.3})", self.x, self.y, self.scale)
    }

    /// The part of the map that is seen.
    pub fn sight(self, frame: Area) -> Area {
        Area {
            x: -self.x / self.scale,
            y: -self.y / self.scale,
            width: frame.width / self.scale,
            height: frame.height / self.scale,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Area = Area { x: 0.0, y: 0.0, width: 800.0, height: 600.0 };
    const WORLD: Area = Area { x: 0.0, y: 0.0, width: 3000.0, height: 2000.0 };

    fn holds(outer: Area, inner: Area) -> bool {
        let slack = 1e-6;
        inner.x >= outer.x - slack
            && inner.y >= outer.y - slack
            && inner.x + inner.width <= outer.x + outer.width + slack
            && inner.y + inner.height <= outer.y + outer.height + slack
    }

    #[test]
    fn what_is_fitted_is_in_sight() {
        for area in [WORLD, Area { x: 400.0, y: 100.0, width: 20.0, height: 900.0 }, Area::default()] {
            assert!(holds(Camera::fitting(area, FRAME).sight(FRAME), area), "{area:?}");
        }
    }

    #[test]
    fn the_point_under_the_fingers_stays() {
        let before = Camera::NEAR.with_middle(Area { x: 900.0, y: 700.0, width: 200.0, height: 64.0 }, FRAME);
        let at = (123.0, 456.0);
        let point = |camera: Camera| ((at.0 - camera.x) / camera.scale, (at.1 - camera.y) / camera.scale);
        let after = before.zoomed(1.7, at, WORLD, FRAME);
        let (a, b) = (point(before), point(after));
        assert!((a.0 - b.0).abs() < 1e-9 && (a.1 - b.1).abs() < 1e-9);
    }

    #[test]
    fn nothing_leads_out_of_the_map() {
        let mut camera = Camera::fitting(WORLD, FRAME);
        for step in 0..200 {
            let far = f64::from(step * 37 % 900) - 450.0;
            camera = camera.zoomed(1.0 + far / 1000.0, (far.abs(), 300.0 - far / 2.0), WORLD, FRAME);
            camera = camera.moved(far * 3.0, -far * 2.0).contained(WORLD, FRAME);
            let sight = camera.sight(FRAME);
            let middle = (sight.x + sight.width / 2.0, sight.y + sight.height / 2.0);
            assert!((0.0..=WORLD.width).contains(&middle.0), "{camera:?}");
            assert!((0.0..=WORLD.height).contains(&middle.1), "{camera:?}");
            assert!(
                camera.scale <= CLOSEST && sight.width <= WORLD.width * 1.2 + 2.0 * MARGIN / camera.scale
            );
        }
    }

    #[test]
    fn what_is_seen_first_was_foreseen_from_a_larger_frame() {
        for step in 0..4000 {
            let part = |of: i32| f64::from(step * of % 101) / 100.0;
            let area = |x: i32, y: i32, width: f64, height: f64| Area {
                x: part(x) * (WORLD.width - width),
                y: part(y) * (WORLD.height - height),
                width,
                height,
            };
            let route = area(17, 5, 200.0 + 2800.0 * part(29), 100.0 + 1900.0 * part(31));
            let next = (step % 3 > 0).then(|| Area {
                x: route.x + part(7) * (route.width - 200.0),
                y: route.y + part(13) * (route.height - 64.0),
                width: 200.0,
                height: 64.0,
            });
            let smaller = Area {
                width: 800.0 * (0.2 + 0.8 * part(3)),
                height: 600.0 * (0.2 + 0.8 * part(11)),
                ..FRAME
            };
            let first = Camera::at_first(route, next, smaller).contained(WORLD, smaller);
            for (before, seen) in [(None, first), (Some(first), first)] {
                let foreseen = Camera::sight_at_first(before, route, next, WORLD, FRAME);
                assert!(holds(foreseen, seen.sight(smaller)), "{step}: {foreseen:?} {seen:?} {smaller:?}");
            }
        }
    }

    #[test]
    fn what_has_the_focus_is_brought_into_sight_and_not_moved_when_it_is() {
        let camera = Camera { x: 0.0, y: 0.0, scale: 0.8 };
        let seen = Area { x: 100.0, y: 100.0, width: 200.0, height: 64.0 };
        assert_eq!(camera.revealing(seen, FRAME), camera);
        for area in
            [Area { x: 2500.0, ..seen }, Area { y: 1900.0, ..seen }, Area { x: -50.0, y: 1.0, ..seen }]
        {
            assert!(holds(camera.revealing(area, FRAME).sight(FRAME), area), "{area:?}");
        }
    }

    #[test]
    fn what_is_in_sight_is_marked_in_the_small_map() {
        let area = Area { x: 300.0, y: 1000.0, width: 1500.0, height: 500.0 };
        assert_eq!(area.transform_in(WORLD), "translate(10.000%,50.000%) scale(0.500,0.250)");
    }

    #[test]
    fn a_map_smaller_than_the_frame_is_in_its_middle() {
        let small = Area { x: 0.0, y: 0.0, width: 200.0, height: 100.0 };
        let camera = Camera { x: -500.0, y: 900.0, scale: 1.0 }.contained(small, FRAME);
        assert_eq!((camera.x, camera.y), (300.0, 250.0));
    }
}
