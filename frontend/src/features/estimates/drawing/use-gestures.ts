'use client';

import { useCallback, useRef } from 'react';
import type { PointerEvent } from 'react';
import { NO_GESTURE, stepGesture } from './gestures';
import type { Gesture, PointerStep } from './gestures';
import type { Spot } from './viewport';

/** Where a pointer is in an element, in pixels from its upper left corner. */
export function spotIn(element: Element, { clientX, clientY }: { clientX: number; clientY: number }): Spot {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

/** Turns pointer events of an element into gestures; `drop` forgets the one that is going on. */
export function useGestures(onGesture: (gesture: Gesture, isFree: boolean) => void) {
  const state = useRef(NO_GESTURE);
  const take = (type: PointerStep['type'], event: PointerEvent<HTMLElement>) => {
    const [next, gestures] = stepGesture(state.current, {
      type,
      id: event.pointerId,
      at: spotIn(event.currentTarget, event),
      isTouch: event.pointerType !== 'mouse',
      time: event.timeStamp,
    });
    state.current = next;
    for (const gesture of gestures) onGesture(gesture, event.altKey);
  };
  const drop = useCallback(() => {
    state.current = { ...state.current, phase: 'spent' };
  }, []);
  return {
    drop,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        // Other buttons of a mouse or a pen, and its eraser, mean something else.
        if (event.button !== 0) return;
        // The pointer stays ours when it leaves the drawing in the middle of a drag.
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus({ preventScroll: true });
        take('down', event);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => take('move', event),
      onPointerUp: (event: PointerEvent<HTMLElement>) => take('up', event),
      onPointerCancel: (event: PointerEvent<HTMLElement>) => take('cancel', event),
      // After a lift it is not known any more; a touch the browser lost would be held for ever.
      onLostPointerCapture: (event: PointerEvent<HTMLElement>) => take('cancel', event),
    },
  };
}
