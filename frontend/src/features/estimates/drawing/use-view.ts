'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { View } from '@smet/estimating';
import { spotIn } from './use-gestures';
import { pan, pinch, zoomAt, ZOOM_STEP } from './viewport';
import type { Spot, Viewport, Zoom } from './viewport';

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

/** Moves and enlarges the room as it is drawn now. */
export function useView(view: View, { width, height }: Frame, [zoom, setZoom]: ReturnType<typeof useZoom>) {
  const current = useRef<Viewport>({ zoom, view, middle: { x: width / 2, y: height / 2 } });
  const begun = useRef<Viewport | null>(null);
  useEffect(() => {
    current.current = { zoom, view, middle: { x: width / 2, y: height / 2 } };
  }, [zoom, view, width, height]);

  const fit = useCallback(() => setZoom(null), [setZoom]);
  const zoomBy = useCallback(
    (factor: number, at?: Spot) => setZoom(zoomAt(current.current, at ?? current.current.middle, factor)),
    [setZoom],
  );
  const panBy = useCallback(
    (x: number, y: number) => setZoom(pan(current.current, { x: 0, y: 0 }, { x, y })),
    [setZoom],
  );
  return {
    fit,
    zoomBy,
    panBy,
    zoomIn: useCallback(() => zoomBy(ZOOM_STEP), [zoomBy]),
    zoomOut: useCallback(() => zoomBy(1 / ZOOM_STEP), [zoomBy]),
    /** Remembers where a movement of fingers began: every later step is told from there. */
    begin: useCallback(() => {
      begun.current = current.current;
    }, []),
    pan: useCallback(
      (from: Spot, to: Spot) => {
        if (begun.current) setZoom(pan(begun.current, from, to));
      },
      [setZoom],
    ),
    pinch: useCallback(
      (from: Pair, to: Pair) => {
        if (begun.current) setZoom(pinch(begun.current, from, to));
      },
      [setZoom],
    ),
    wheel: useWheel(current, zoomBy),
  };
}

/**
 * The wheel enlarges at the pointer. On a page that scrolls it does so only with Ctrl (as trackpads pinch) or when the
 * drawing was clicked before, and the whole room lets it scroll on: a drawing on the way must not catch the page.
 */
function useWheel(current: { readonly current: Viewport }, zoomBy: (factor: number, at: Spot) => void) {
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const onWheel = (event: WheelEvent) => {
        const page = document.scrollingElement;
        const isScrolling = page !== null && page.scrollHeight > page.clientHeight + 1;
        const isMeant = event.ctrlKey || event.metaKey || element.contains(document.activeElement);
        const isOut = event.deltaY > 0 && (current.current.zoom?.scale ?? 1) <= 1;
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
    [current, zoomBy],
  );
}
