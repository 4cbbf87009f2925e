'use client';

import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { flushSync } from 'react-dom';

/** A row that is being dragged, and the place it would come to. */
export interface Drag {
  from: number;
  to: number;
}

interface Reorder {
  drag: Drag | null;
  /** For the list whose children are the rows. */
  listRef: (element: HTMLElement | null) => void;
  /** For the handle of a row. */
  handle: (index: number) => {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/** The row whose middle the pointer has not passed yet, going down the list. */
function rowAt(list: HTMLElement, y: number): number {
  const rows = [...list.children].map((row) => row.getBoundingClientRect());
  const passed = rows.filter(({ top, height }) => y > top + height / 2).length;
  return Math.min(passed, rows.length - 1);
}

const BY_KEY: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** Reordering a list by a handle: dragged with a finger or a mouse, moved with the arrow keys. */
export function useReorder(onMove: (from: number, to: number) => void): Reorder {
  const list = useRef<HTMLElement | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const handle: Reorder['handle'] = (index) => ({
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.focus();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: index, to: index });
    },
    onPointerMove: (event) => {
      if (!drag || !list.current) return;
      const to = rowAt(list.current, event.clientY);
      if (to !== drag.to) setDrag({ ...drag, to });
    },
    onPointerUp: () => {
      if (drag && drag.to !== drag.from) onMove(drag.from, drag.to);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
    onKeyDown: (event) => {
      const by = BY_KEY[event.key];
      if (event.key === 'Escape') setDrag(null);
      if (by === undefined) return;
      event.preventDefault();
      const to = index + by;
      if (to < 0 || to >= (list.current?.children.length ?? 0)) return;
      const { currentTarget } = event;
      // A row that is put elsewhere loses the focus, and with it the next arrow.
      flushSync(() => onMove(index, to));
      currentTarget.focus();
    },
  });
  return {
    drag,
    handle,
    listRef: (element) => {
      list.current = element;
    },
  };
}
