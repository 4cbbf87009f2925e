'use client';

import type { Guide, PointMm, View } from '@smet/estimating';
import { formatCentimetres } from '../../../shared/formatting';
import type { Clearance } from '../plan/distances';
import { spotOf } from './targets';
import type { Spot } from './viewport';
import classes from './drawing.module.css';

interface GuideLayerProps {
  view: View;
  guides: readonly Guide[];
  clearances: readonly Clearance[];
}

/** Shorter than this a distance has no room for its number. */
const SHORTEST_PX = 16;

/** Lines a thing snapped to and its distances to the walls. */
export function GuideLayer({ view, guides, clearances }: GuideLayerProps) {
  return (
    <g aria-hidden>
      {guides.map(({ kind, from, to }, index) => (
        <Line key={index} a={spotOf(view, from)} b={spotOf(view, to)} className={classes.guide} kind={kind} />
      ))}
      {clearances.map((clearance) => (
        <Distance key={clearance.wall} view={view} clearance={clearance} />
      ))}
    </g>
  );
}

function Line({ a, b, className, kind }: { a: Spot; b: Spot; className: string | undefined; kind?: string }) {
  return <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} className={className} data-kind={kind} />;
}

function Distance({ view, clearance }: { view: View; clearance: Clearance }) {
  const [a, b] = [spotOf(view, clearance.from), spotOf(view, clearance.to)];
  const isLong = Math.hypot(b.x - a.x, b.y - a.y) >= SHORTEST_PX;
  return (
    <>
      <Line a={a} b={b} className={classes.distance} />
      {isLong && (
        <text x={(a.x + b.x) / 2} y={(a.y + b.y) / 2} className={classes.distanceLabel}>
          {formatCentimetres(Math.round(clearance.mm))}
        </text>
      )}
    </>
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
