'use client';

import { useCallback, useEffect, useRef } from 'react';
import { spotIn } from './use-gestures';
import type { Spot } from './viewport';

/** On a page that scrolls under a finger, keeps it still while the finger holds what can be dragged. */
export function useTouchGuard(isGrip: (spot: Spot) => boolean) {
  const latest = useRef(isGrip);
  useEffect(() => {
    latest.current = isGrip;
  });
  return useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const onTouchStart = (event: TouchEvent) => {
      const [touch] = event.touches;
      if (touch && event.touches.length === 1 && latest.current(spotIn(element, touch))) event.preventDefault();
    };
    element.addEventListener('touchstart', onTouchStart, { passive: false });
    return () => element.removeEventListener('touchstart', onTouchStart);
  }, []);
}
