//! Arithmetic of panning and zooming, without the page.

/// A rectangle on the map, or the frame on the screen, whose corner is the origin.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Area {
    /// An area that any drawing lies in.
    pub const EVERYWHERE: Self = Self { x: -1e9, y: -1e9, width: 2e9, height: 2e9 };

    /// Width and height in whole units.
    pub fn size(self) -> (i32, i32) {
        (self.width as i32, self.height as i32)
    }

    /// The CSS transform by which an element that covers the whole drawing, at any scale, covers this area of it.
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

    /// Whether two areas overlap.
    pub fn meets(self, other: Self) -> bool {
        let Self { width, height, .. } = self.within(other);
        width > 0.0 && height > 0.0
    }

    /// The smallest area that contains both.
    pub fn joined(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.width).max(other.x + other.width);
        let bottom = (self.y + self.height).max(other.y + other.height);
        Self { x, y, width: right - x, height: bottom - y }
    }

    /// The intersection; one without width or height if they do not overlap.
    pub fn within(self, other: Self) -> Self {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let right = (self.x + self.width).min(other.x + other.width);
        let bottom = (self.y + self.height).min(other.y + other.height);
        Self { x, y, width: (right - x).max(0.0), height: (bottom - y).max(0.0) }
    }
}

/// The view of the map: its point `p` is seen at `p * scale + (x, y)`, in pixels from the corner of the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    pub x: f64,
    pub y: f64,
    pub scale: f64,
}

/// The largest scale.
const CLOSEST: f64 = 3.0;

/// The largest scale for fitting an area into the frame.
const FITTED: f64 = 1.2;

/// Pixels around an area that is fitted or brought into view.
const MARGIN: f64 = 24.0;

impl Camera {
    /// The whole area in the frame, centered.
    pub fn fitting(area: Area, frame: Area) -> Self {
        let room = |frame: f64, area: f64| (frame - 2.0 * MARGIN).max(1.0) / area.max(1.0);
        let scale = room(frame.width, area.width).min(room(frame.height, area.height)).min(FITTED);
        Self {
            x: (frame.width - area.width * scale) / 2.0 - area.x * scale,
            y: (frame.height - area.height * scale) / 2.0 - area.y * scale,
            scale,
        }
    }

    /// The first view of a route, at its natural size: its next node in the middle, or its beginning.
    pub fn at_first(route: Area, next: Option<Area>, frame: Area) -> Self {
        let begin = Area { height: frame.height.min(route.height), ..route };
        Self::NEAR.with_middle(next.unwrap_or(begin), frame)
    }

    /// An area that contains the first view, whether it is that of the former camera or of a route. The frame may still
    /// shrink, so the views through all smaller frames are included.
    pub fn sight_at_first(
        before: Option<Self>,
        route: Area,
        next: Option<Area>,
        world: Area,
        frame: Area,
    ) -> Area {
        let sight = |camera: Self| camera.contained(world, frame).sight(frame);
        // The view through a smaller frame lies within those through this frame and an empty one: its scale is no smaller.
        let near = |through: Area| {
            let seen = Self::at_first(route, next, through).sight(through);
            sight(Self::NEAR.with_middle(seen, frame))
        };
        before.map_or_else(|| near(frame).joined(near(Area::default())), sight)
    }

    /// At scale 1.
    pub const NEAR: Self = Self { x: 0.0, y: 0.0, scale: 1.0 };

    /// Centered on an area.
    pub fn with_middle(self, area: Area, frame: Area) -> Self {
        Self {
            x: frame.width / 2.0 - (area.x + area.width / 2.0) * self.scale,
            y: frame.height / 2.0 - (area.y + area.height / 2.0) * self.scale,
            ..self
        }
    }

    /// Panned by pixels.
    pub fn moved(self, x: f64, y: f64) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }

    /// Zoomed by a factor around a point of the frame, which stays in place.
    pub fn zoomed(self, factor: f64, (x, y): (f64, f64), world: Area, frame: Area) -> Self {
        let scale = (self.scale * factor).min(CLOSEST).max(Self::farthest(world, frame));
        let factor = scale / self.scale;
        Self { x: x - (x - self.x) * factor, y: y - (y - self.y) * factor, scale }
    }

    /// The smallest scale: the whole map is visible.
    fn farthest(world: Area, frame: Area) -> f64 {
        Self::fitting(world, frame).scale.min(1.0)
    }

    /// Panned so that the map fills the frame: one smaller than the frame is centered, and no side of a larger one comes
    /// further in than the margin.
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

    /// Panned as little as possible to have an area in sight.
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

    /// As a CSS transform.
    pub fn transform(self) -> String {
        format!("translate({:.3}px,{:.3}px) scale({:.3})", self.x, self.y, self.scale)
    }

    /// The part of the map in sight.
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
    fn a_fitted_area_is_in_sight() {
        for area in [WORLD, Area { x: 400.0, y: 100.0, width: 20.0, height: 900.0 }, Area::default()] {
            assert!(holds(Camera::fitting(area, FRAME).sight(FRAME), area), "{area:?}");
        }
    }

    #[test]
    fn zooming_keeps_its_point_in_place() {
        let before = Camera::NEAR.with_middle(Area { x: 900.0, y: 700.0, width: 200.0, height: 64.0 }, FRAME);
        let at = (123.0, 456.0);
        let point = |camera: Camera| ((at.0 - camera.x) / camera.scale, (at.1 - camera.y) / camera.scale);
        let after = before.zoomed(1.7, at, WORLD, FRAME);
        let (a, b) = (point(before), point(after));
        assert!((a.0 - b.0).abs() < 1e-9 && (a.1 - b.1).abs() < 1e-9);
    }

    #[test]
    fn panning_and_zooming_stay_on_the_map() {
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
    fn the_first_view_lies_in_the_area_foreseen_for_a_larger_frame() {
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
    fn revealing_pans_only_what_is_out_of_sight() {
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
    fn the_overview_marks_the_area_in_sight() {
        let area = Area { x: 300.0, y: 1000.0, width: 1500.0, height: 500.0 };
        assert_eq!(area.transform_in(WORLD), "translate(10.000%,50.000%) scale(0.500,0.250)");
    }

    #[test]
    fn a_map_smaller_than_the_frame_is_centered() {
        let small = Area { x: 0.0, y: 0.0, width: 200.0, height: 100.0 };
        let camera = Camera { x: -500.0, y: 900.0, scale: 1.0 }.contained(small, FRAME);
        assert_eq!((camera.x, camera.y), (300.0, 250.0));
    }
}
