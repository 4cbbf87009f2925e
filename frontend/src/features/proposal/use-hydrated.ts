'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the page already answers: until its scripts run, nothing may be sent from it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
