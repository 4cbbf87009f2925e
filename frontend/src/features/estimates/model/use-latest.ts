'use client';

import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** What is shown now, for functions that keep their identity, or outlive their moment, while it changes. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
}
