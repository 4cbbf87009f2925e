'use client';

import type { BuiltRoom, DrawnCanvas, Scene, Snapped } from '@smet/estimating';
import type { RoomForm } from '../model/types';
import { cutoutClearances, handleOf, thingClearances } from '../plan/things';
import { GuideLayer } from './guide-layer';
import type { Selected } from './selected';
import type { Hold } from './use-held';

interface DistanceLayerProps {
  room: RoomForm;
  canvas: DrawnCanvas | null;
  selected: Selected | null;
  builtRoom: BuiltRoom | null;
  hold: Hold | null;
  hover: Snapped | null;
  scene: Scene;
}

/** Distances of what is dragged, else of what is about to be placed, else of what is selected. */
export function DistanceLayer({ room, canvas, selected, builtRoom, hold, hover, scene }: DistanceLayerProps) {
  if (!builtRoom) return null;
  if (hold) {
    const { held, snapped } = hold;
    const clearances =
      held.kind === 'cutout'
        ? cutoutClearances(room, builtRoom, held.id, snapped.at)
        : snapped.distances.map((distance) => ({ ...distance, from: snapped.at, reachMm: 0 }));
    return <GuideLayer scene={scene} guides={snapped.guides} clearances={clearances} />;
  }
  if (hover) {
    const clearances = hover.distances.map((distance) => ({ ...distance, from: hover.at, reachMm: 0 }));
    return <GuideLayer scene={scene} guides={hover.guides} clearances={clearances} />;
  }
  // Over the canvas its strips and seams are read.
  const handle = canvas ? null : handleOf(selected);
  const clearances = handle ? thingClearances(room, builtRoom, handle) : [];
  return <GuideLayer scene={scene} guides={[]} clearances={clearances} />;
}
