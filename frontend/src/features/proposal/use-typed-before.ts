'use client';

import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Tells once what stands in the fields under `ref` when the page begins to answer: on a slow phone people type, and
 * choose, before that. `take` gets the values by the names of the fields.
 */
export function useTypedBefore<Node extends HTMLElement>(
  ref: RefObject<Node | null>,
  take: (typed: ReadonlyMap<string, string>) => void,
): void {
  const told = useRef(take);
  // Before anything is rendered again: a controlled field would be set back to what the server had.
  useLayoutEffect(() => {
    const typed = new Map<string, string>();
    const fields = ref.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea') ?? [];
    for (const field of fields) {
      const chosen = field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);
      if (field.value !== '' && (!chosen || field.checked)) typed.set(field.name, field.value);
    }
    told.current(typed);
  }, [ref]);
}
