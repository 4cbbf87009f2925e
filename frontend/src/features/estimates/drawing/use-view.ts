'use client';

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { View } from '@smet/estimating';
import { spotIn } from './use-gestures';
import { clampZoom, pan, pinch, shownWith, transformTo, zoomAt, ZOOM_STEP } from './viewport';
import type { Bounds, Spot, Viewport, Zoom } from './viewport';

type Pair = readonly [Spot, Spot];

interface Frame {
  width: number;
  height: number;
}

/** What part of the room is shown; null: all of it. */
export function useZoom() {
  return useState<Zoom | null>(null);
}

/** Pixels of the wheel that double the picture. */
const WHEEL_DOUBLE = 400;
/** Some mice scroll by lines. */
const LINE_PX = 18;

/** Moves and enlarges the room as it is drawn now; some of it always stays in sight. */
export function useView(
  view: View,
  { width, height, bounds }: Frame & { bounds: Bounds | null },
  [zoom, showZoom]: ReturnType<typeof useZoom>,
) {
  const setZoom = useCallback((next: Zoom) => showZoom(clampZoom(next, bounds)), [showZoom, bounds]);
  const viewport = useMemo<Viewport>(
    () => ({ zoom, view, middle: { x: width / 2, y: height / 2 } }),
    [zoom, view, width, height],
  );
  const { shownRef, picture, begin, follow, settle, takeBack } = useMovedPicture(viewport, setZoom);

  const fit = useCallback(() => showZoom(null), [showZoom]);
  const zoomBy = useCallback(
    (factor: number, at?: Spot) => setZoom(zoomAt(shownRef.current, at ?? shownRef.current.middle, factor)),
    [shownRef, setZoom],
  );
  const panBy = useCallback(
    (x: number, y: number) => setZoom(pan(shownRef.current, { x: 0, y: 0 }, { x, y })),
    [shownRef, setZoom],
  );
  return {
    fit,
    zoomBy,
    panBy,
    zoomIn: useCallback(() => zoomBy(ZOOM_STEP), [zoomBy]),
    zoomOut: useCallback(() => zoomBy(1 / ZOOM_STEP), [zoomBy]),
    picture,
    begin,
    settle,
    takeBack,
    middle: viewport.middle,
    pan: useCallback((from: Spot, to: Spot) => follow((begun) => pan(begun, from, to)), [follow]),
    pinch: useCallback((from: Pair, to: Pair) => follow((begun) => pinch(begun, from, to)), [follow]),
    wheel: useWheel(shownRef, zoomBy),
  };
}

/** What moves and enlarges the room. */
export type Moves = Omit<ReturnType<typeof useView>, 'wheel' | 'picture'>;

/**
 * The picture under moving fingers: it is moved as it is, and composed anew once they let go. To compose a room of many
 * corners takes longer than a frame, and its labels would jump to other places on the way.
 */
function useMovedPicture(viewport: Viewport, setZoom: (zoom: Zoom) => void) {
  const shownRef = useRef(viewport);
  const picture = useRef<SVGGElement>(null);
  const begun = useRef<Viewport | null>(null);
  const moved = useRef<Zoom | null>(null);
  useLayoutEffect(() => {
    shownRef.current = viewport;
    // Drawn anew, the picture is by itself where it was moved to.
    picture.current?.removeAttribute('transform');
  }, [viewport]);
  /** Remembers where a movement of fingers began: every later step is told from there. */
  const begin = useCallback(() => {
    begun.current = shownRef.current;
    moved.current = null;
  }, []);
  const follow = useCallback((zoomFrom: (begun: Viewport) => Zoom) => {
    if (!begun.current) return;
    moved.current = zoomFrom(begun.current);
    picture.current?.setAttribute('transform', transformTo(begun.current, moved.current));
  }, []);
  const settle = useCallback(() => {
    if (begun.current && moved.current) {
      setZoom(moved.current);
      // A second finger begins from here before the picture is drawn anew.
      shownRef.current = shownWith(begun.current, moved.current);
    }
    begun.current = null;
    moved.current = null;
  }, [setZoom]);
  /** Back to where the movement began. */
  const takeBack = useCallback(() => {
    picture.current?.removeAttribute('transform');
    begun.current = null;
    moved.current = null;
  }, []);
  return { shownRef, picture, begin, follow, settle, takeBack };
}

/**
 * The wheel enlarges at the pointer. On a page that scrolls it does so only with Ctrl (as trackpads pinch) or when the
 * drawing was clicked before, and the whole room lets it scroll on: a drawing on the way must not catch the page.
 */
function useWheel(shownRef: { readonly current: Viewport }, zoomBy: (factor: number, at: Spot) => void) {
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const onWheel = (event: WheelEvent) => {
        const page = document.scrollingElement;
        const isScrolling = page !== null && page.scrollHeight > page.clientHeight + 1;
        const isMeant = event.ctrlKey || event.metaKey || element.contains(document.activeElement);
        const isOut = event.deltaY > 0 && (shownRef.current.zoom?.scale ?? 1) <= 1;
        if (isScrolling && (!isMeant || (isOut && !event.ctrlKey))) return;
        event.preventDefault();
        const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_PX : event.deltaY;
        // A trackpad tells a pinch in small steps.
        const speed = event.ctrlKey ? 4 : 1;
        zoomBy(2 ** ((-pixels * speed) / WHEEL_DOUBLE), spotIn(element, event));
      };
      element.addEventListener('wheel', onWheel, { passive: false });
      return () => element.removeEventListener('wheel', onWheel);
    },
    [shownRef, zoomBy],
  );
}
