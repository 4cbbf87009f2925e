'use client';

import { useState } from 'react';
import { useDrawingTools } from '../drawing/drawing-tools';
import type { Selected } from '../drawing/selected';
import type { RoomForm } from '../model/types';
import { useEntry } from './room-entry';
import type { RoomTab } from './room-tabs';

/** The field of what was chosen on the drawing; things on the plan have none here. */
function fieldOf(selected: Selected, sides: number): string | null {
  if ('id' in selected) return null;
  // The opposite walls of a rectangle share a field.
  return `${selected.kind}-${selected.kind === 'side' ? selected.index % sides : selected.index}`;
}

/** What is chosen in a room, and what else comes of choosing: another tab, a field that is come to. */
export function useSelection({ room, tab, onTab }: { room: RoomForm; tab: RoomTab; onTab: (tab: RoomTab) => void }) {
  const { setTool } = useDrawingTools();
  const { entry, focusField, focusFirst } = useEntry();
  const [selected, setSelected] = useState<Selected | null>(null);
  const fieldFor = (chosen: Selected | null) => chosen && fieldOf(chosen, room.sides.length);
  const openTab = (next: RoomTab) => {
    setTool(null);
    // Lamps and columns are not what a canvas is about.
    if (next === 'canvas') setSelected((known) => (known && 'id' in known ? null : known));
    onTab(next);
  };
  const select = (chosen: Selected | null) => {
    setSelected(chosen);
    if (tab !== 'sizes' || !chosen) return;
    const field = fieldFor(chosen);
    if (field) focusField(field);
    // What can be said of it is there.
    else if (chosen.kind === 'object' || chosen.kind === 'cutout') openTab('plan');
  };
  /** A field that several walls share does not choose another of them. */
  const activate = (chosen: Selected) =>
    setSelected((known) => (fieldFor(known) === fieldFor(chosen) ? known : chosen));
  return { entry, focusFirst, selected, setSelected, select, activate, openTab };
}
