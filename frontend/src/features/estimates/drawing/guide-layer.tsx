'use client';

import type { Guide, PointMm, Scene, View } from '@smet/estimating';
import type { Clearance } from '../plan/distances';
import { drawDistances, takenBoxes } from './distance-labels';
import { spotOf } from './targets';
import type { Spot } from './viewport';
import classes from './picture.module.css';

interface GuideLayerProps {
  scene: Scene;
  guides: readonly Guide[];
  clearances: readonly Clearance[];
}

/** Lines a thing snapped to and its distances to the walls. */
export function GuideLayer({ scene, guides, clearances }: GuideLayerProps) {
  const { view } = scene;
  const distances = drawDistances(view, clearances, takenBoxes(scene));
  return (
    <g aria-hidden>
      {guides.map(({ kind, from, to }, index) => (
        <Line key={index} a={spotOf(view, from)} b={spotOf(view, to)} className={classes.guide} kind={kind} />
      ))}
      {distances.map(({ wall, a, b }) => (
        <Line key={wall} a={a} b={b} className={classes.distance} />
      ))}
      {distances.map(
        ({ wall, label }) =>
          label && (
            <text key={wall} x={label.at.x} y={label.at.y} className={classes.distanceLabel}>
              {label.text}
            </text>
          ),
      )}
    </g>
  );
}

function Line({ a, b, className, kind }: { a: Spot; b: Spot; className: string | undefined; kind?: string }) {
  return <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} className={className} data-kind={kind} />;
}

const CROSS_PX = 14;

/** The place that keys have chosen. */
export function Crosshair({ view, at }: { view: View; at: PointMm | null }) {
  if (!at) return null;
  const { x, y } = spotOf(view, at);
  return (
    <path
      aria-hidden
      d={`M${x - CROSS_PX} ${y}H${x + CROSS_PX}M${x} ${y - CROSS_PX}V${y + CROSS_PX}`}
      className={classes.inHand}
    />
  );
}

interface LineInHandProps {
  view: View;
  points: readonly PointMm[];
  /** Where the mouse is. */
  next: PointMm | null;
}

/** The points tapped so far and the stretch to the pointer. */
export function LineInHand({ view, points, next }: LineInHandProps) {
  const spots = [...points, ...(next ? [next] : [])].map((point) => spotOf(view, point));
  return (
    <g aria-hidden>
      {spots.slice(1).map((b, index) => (
        <Line key={index} a={spots[index]!} b={b} className={classes.inHand} />
      ))}
      {spots.map(({ x, y }, index) => (
        <circle key={index} cx={x} cy={y} r={5} className={classes.grip} />
      ))}
    </g>
  );
}
