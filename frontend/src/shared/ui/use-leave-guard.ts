'use client';

import { useEffect, useState } from 'react';

interface LeaveGuard {
  /** Something will not be saved by itself now: links inside the application ask. */
  asks: boolean;
  /** Something unsaved is not even kept on this device: closing and reloading ask too. */
  warns: boolean;
}

/**
 * Asks before what is neither saved nor about to be is left behind. Answers the address that waits for the person's
 * decision.
 */
export function useLeaveGuard({ asks, warns }: LeaveGuard): { waiting: string | null; stay: () => void } {
  const [waiting, setWaiting] = useState<string | null>(null);

  useEffect(() => {
    if (!warns) return undefined;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', onUnload);
    return () => window.removeEventListener('beforeunload', onUnload);
  }, [warns]);

  useEffect(() => {
    if (!asks) return undefined;
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== window.location.origin) return;
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      if (link.pathname === window.location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setWaiting(link.pathname + link.search);
    };
    document.addEventListener('click', onClick, { capture: true });
    return () => document.removeEventListener('click', onClick, { capture: true });
  }, [asks]);

  return { waiting, stay: () => setWaiting(null) };
}
