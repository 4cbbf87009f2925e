'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useMe } from '../../../shared/session/session';

const CHANGED = 'smet:remembered';

/** A browser that keeps nothing is no reason not to show anything. */
function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener('storage', onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener('storage', onChange);
  };
}

/** A text kept on this device for the person who is signed in, empty at first; `name` says of what. */
export function useRemembered(name: string): [text: string, change: (text: string) => void] {
  const key = `smet.${name}.${useMe().id}`;
  const text = useSyncExternalStore(
    subscribe,
    () => stored(key),
    () => '',
  );
  const change = useCallback(
    (next: string) => {
      localStorage.setItem(key, next);
      window.dispatchEvent(new Event(CHANGED));
    },
    [key],
  );
  return [text, change];
}
