import { useCallback, useState } from 'react';

export interface Size {
  width: number;
  height: number;
}

/** The size of an element in whole pixels, followed while it lives; null until it is known (on the server, at first). */
export function useSize(): [ref: (element: HTMLElement | null) => (() => void) | undefined, size: Size | null] {
  const [size, setSize] = useState<Size | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const [width, height] = [element.clientWidth, element.clientHeight];
      // A hidden pane has no size; what it had is good enough until it is shown again.
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
