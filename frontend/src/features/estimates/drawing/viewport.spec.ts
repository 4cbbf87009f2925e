import { describe, expect, it } from '@jest/globals';
import { boundsOf, clampZoom, pan, pinch, shownWith, transformTo, zoomAt } from './viewport';
import type { Spot, Viewport, Zoom } from './viewport';

const WIDTH = 600;
const HEIGHT = 400;
const middle = { x: WIDTH / 2, y: HEIGHT / 2 };

/** 100 px a metre at a scale of 1, the centre of the room at (2, 1.5); `down` is −1 where y points up. */
function shown(zoom: Zoom | null, down: 1 | -1): Viewport {
  const { scale, centre } = zoom ?? { scale: 1, centre: { x: 2, y: 1.5 } };
  const px = 100 * scale;
  return {
    zoom,
    middle,
    view: {
      toFrame: ({ x, y }) => ({ x: centre.x + (x - middle.x) / px, y: centre.y + ((y - middle.y) / px) * down }),
      toScreen: ({ x, y }) => ({ x: middle.x + (x - centre.x) * px, y: middle.y + (y - centre.y) * px * down }),
    },
  };
}

const close = (a: Spot, b: Spot): void => {
  expect(a.x).toBeCloseTo(b.x, 6);
  expect(a.y).toBeCloseTo(b.y, 6);
};

describe.each([
  ['drawn as lettered', -1],
  ['drawn mirrored', 1],
] as const)('moving a room %s', (_, down) => {
  const before = shown({ scale: 1.5, centre: { x: 1, y: 2 } }, down);

  it('keeps under the finger what was under it', () => {
    const [from, to] = [
      { x: 120, y: 80 },
      { x: 250, y: 300 },
    ];
    const after = shown(pan(before, from, to), down);
    close(after.view.toScreen(before.view.toFrame(from)), to);
  });

  it('enlarges around the pointer', () => {
    const spot = { x: 500, y: 90 };
    const zoom = zoomAt(before, spot, 2);
    expect(zoom.scale).toBe(3);
    close(shown(zoom, down).view.toScreen(before.view.toFrame(spot)), spot);
  });

  it('keeps between two fingers what was between them while they part and wander', () => {
    const zoom = pinch(
      before,
      [
        { x: 100, y: 100 },
        { x: 200, y: 100 },
      ],
      [
        { x: 180, y: 260 },
        { x: 380, y: 260 },
      ],
    );
    expect(zoom.scale).toBe(3);
    close(shown(zoom, down).view.toScreen(before.view.toFrame({ x: 150, y: 100 })), { x: 280, y: 260 });
  });

  it('moves the picture as it is to where it will be drawn', () => {
    const zoom = { scale: 3, centre: { x: 2.5, y: 0.5 } };
    const numbers = /translate\((.+) (.+)\) scale\((.+)\)/.exec(transformTo(before, zoom));
    const [left = 0, top = 0, factor = 0] = (numbers ?? []).slice(1).map(Number);
    const corner = { x: 4, y: 1 };
    const drawn = before.view.toScreen(corner);
    const after = shown(zoom, down).view;
    close({ x: left + drawn.x * factor, y: top + drawn.y * factor }, after.toScreen(corner));
    const known = shownWith(before, zoom).view;
    close(known.toScreen(corner), after.toScreen(corner));
    close(known.toFrame({ x: 10, y: 20 }), after.toFrame({ x: 10, y: 20 }));
  });

  it('never pushes the room out of sight', () => {
    const bounds = boundsOf([
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 3 },
    ]);
    const pushed = pan(before, middle, { x: 5000, y: middle.y });
    expect(clampZoom(pushed, bounds)).toEqual({ scale: 1.5, centre: { x: 0, y: 2 } });
    const within = pan(before, middle, { x: middle.x - 10, y: middle.y });
    expect(clampZoom(within, bounds)).toEqual(within);
  });

  it('starts from the whole room and has its limits', () => {
    expect(zoomAt(shown(null, down), middle, 1.5)).toMatchObject({ scale: 1.5, centre: { x: 2, y: 1.5 } });
    expect(zoomAt(before, middle, 1000).scale).toBe(24);
    expect(zoomAt(before, middle, 0.001).scale).toBe(0.5);
  });
});
