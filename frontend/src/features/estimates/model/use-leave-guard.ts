'use client';

import { useEffect, useState } from 'react';

/**
 * Asks before unsaved changes are left behind: the browser's own question for closing and reloading, ours for links
 * inside the application. Answers the address that waits for the person's decision.
 */
export function useLeaveGuard(dirty: boolean): { waiting: string | null; stay: () => void } {
  const [waiting, setWaiting] = useState<string | null>(null);

  useEffect(() => {
    if (!dirty) return undefined;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== window.location.origin) return;
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      if (link.pathname === window.location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setWaiting(link.pathname + link.search);
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, { capture: true });
    };
  }, [dirty]);

  return { waiting, stay: () => setWaiting(null) };
}
