'use client';

import { useEffect, useState } from 'react';

/** Whether any part of the element of that id is on the screen; asked anew when `there` says that it came or went. */
export function useOnScreen(id: string, there: boolean): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = document.getElementById(id);
    if (!there || !element) return undefined;
    const observer = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? false));
    observer.observe(element);
    return () => observer.disconnect();
  }, [id, there]);
  return there && seen;
}
