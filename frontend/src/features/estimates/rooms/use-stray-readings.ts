'use client';

import { useEffect } from 'react';
import type { RefObject } from 'react';
import { lastFieldOf, readingField, stepsOf } from './entry-steps';

const isReading = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  /^[\d.,]$/.test(key) && !ctrlKey && !metaKey && !altKey;

const TEXT =
  'input:not([type="radio"], [type="checkbox"], [readonly]), textarea:not([readonly]), select, [contenteditable]';

/** Takes what is typed itself, or stands over the page. */
const takesText = (element: Element | null): boolean =>
  element?.closest(`${TEXT}, [role="dialog"], [role="menu"]`) != null;

/**
 * A laser types its reading wherever the focus is. When that is nowhere, or on the drawing a finger has touched, the
 * reading goes to the field that was left empty, else to the first empty one: the focus moves before the key is typed, and nothing else hears of it.
 */
export function useStrayReadings(entry: RefObject<HTMLElement | null>, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isReading(event) || takesText(document.activeElement) || !entry.current?.checkVisibility()) return;
      const field = readingField(stepsOf(entry.current), lastFieldOf(entry.current));
      if (!field) return;
      event.stopPropagation();
      field.focus();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [entry, enabled]);
}
