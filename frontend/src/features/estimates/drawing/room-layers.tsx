'use client';

import type { PlacedLabel, Scene } from '@smet/estimating';
import { memo } from 'react';
import type { ActiveEdge, Selected } from './selected';
import colours from './colours.module.css';
import classes from './picture.module.css';

interface RoomLayersProps {
  scene: Scene;
  selected: Selected | null;
  wrong: readonly ActiveEdge[];
}

type Mark = 'wrong' | 'active' | undefined;

/** The room itself: canvas, walls, diagonals, corners and their labels. */
export const RoomLayers = memo(function RoomLayers({ scene, selected, wrong }: RoomLayersProps) {
  const markOf = (kind: ActiveEdge['kind'], index: number): Mark => {
    if (wrong.some((edge) => edge.kind === kind && edge.index === index)) return 'wrong';
    return selected?.kind === kind && selected.index === index ? 'active' : undefined;
  };
  const isCorner = (index: number): boolean => selected?.kind === 'corner' && selected.index === index;
  return (
    <g aria-hidden>
      {scene.contour && <path d={scene.contour} fillRule="evenodd" className={classes.fill} />}
      <CanvasLayer scene={scene} />
      {scene.diagonals.map(({ line: { a, b }, index, isControl }) => (
        <line
          key={index}
          x1={a.x}
          y1={a.y}
          x2={b.x}
          y2={b.y}
          className={classes.diagonal}
          data-control={isControl || undefined}
          data-mark={markOf('diagonal', index)}
        />
      ))}
      {scene.angles.map(({ path, index }) => (
        <path key={index} d={path} className={classes.angle} />
      ))}
      {scene.walls.map(({ path, index, profile, profilePath, materialPath }) => (
        <g key={index}>
          {materialPath && <path d={materialPath} className={classes.material} />}
          {profilePath && <path d={profilePath} className={colours.profile} data-profile={profile} />}
          <path d={path} className={classes.wall} data-mark={markOf('side', index)} />
        </g>
      ))}
      {scene.corners.map(({ x, y, index, isOnCurve }) => (
        <circle
          key={index}
          cx={x}
          cy={y}
          r={isOnCurve ? 2 : isCorner(index) ? 5 : 3}
          className={classes.corner}
          data-mark={isCorner(index) ? 'active' : undefined}
        />
      ))}
    </g>
  );
});

/** Strips of the canvas and the seams between them. */
function CanvasLayer({ scene: { strips, seams } }: { scene: Scene }) {
  return (
    <>
      {strips.map(({ path, index }) => (
        <path key={index} d={path} className={classes.strip} data-odd={index % 2 === 1 || undefined} />
      ))}
      {seams.map(({ line: { a, b }, index }) => (
        <line key={index} x1={a.x} y1={a.y} x2={b.x} y2={b.y} className={classes.seam} />
      ))}
    </>
  );
}

/** Lengths and letters; above everything else, so that nothing crosses a number. */
export const RoomLabels = memo(function RoomLabels({ scene }: { scene: Scene }) {
  return (
    <g aria-hidden>
      <Labels labels={scene.diagonalLabels} className={classes.diagonalLength} />
      <Labels labels={scene.angleLabels} className={classes.diagonalLength} />
      <Labels labels={scene.stripLabels} className={classes.diagonalLength} />
      <Labels labels={scene.seamLabels} className={classes.seamLength} />
      <Labels labels={scene.cutoutLabels} className={classes.length} />
      <Labels labels={scene.levelLabels} className={classes.length} />
      <Labels labels={scene.wallLabels} className={classes.length} />
      <Labels labels={scene.cornerLabels} className={classes.letter} />
    </g>
  );
});

function Labels({ labels, className }: { labels: readonly PlacedLabel[]; className: string | undefined }) {
  return labels.map(({ text, x, y, fontSize, leader }, index) => (
    <g key={index}>
      {leader && <line x1={leader.a.x} y1={leader.a.y} x2={leader.b.x} y2={leader.b.y} className={classes.leader} />}
      <text x={x} y={y} style={{ fontSize }} className={className}>
        {text}
      </text>
    </g>
  ));
}
