'use client';

import { composeScene } from '@smet/estimating';
import type { Outline, PlacedLabel } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useSize } from '../../../shared/ui/use-size';
import classes from './drawing.module.css';

/** The wall or the diagonal whose field is being typed in. */
export interface ActiveEdge {
  kind: 'side' | 'diagonal';
  index: number;
}

interface RoomDrawingProps {
  outline: Outline;
  active: ActiveEdge | null;
  /** Walls and diagonals whose lengths cannot be. */
  wrong: ActiveEdge[];
  title: string;
}

/** What the server draws before the size of the pane is known. */
const FIRST_SIZE = { width: 640, height: 420 };

const isIn = (edges: ActiveEdge[], kind: ActiveEdge['kind'], index: number): boolean =>
  edges.some((edge) => edge.kind === kind && edge.index === index);

export function RoomDrawing({ outline, active, wrong, title }: RoomDrawingProps) {
  const t = useTranslations('estimates.drawing');
  const [ref, size] = useSize();
  const { width, height } = size ?? FIRST_SIZE;
  const scene = useMemo(() => composeScene({ outline }, { width, height }), [outline, width, height]);
  const stateOf = (kind: ActiveEdge['kind'], index: number) => {
    if (isIn(wrong, kind, index)) return 'wrong';
    return active?.kind === kind && active.index === index ? 'active' : undefined;
  };
  return (
    <figure className={classes.figure} aria-label={title}>
      <div ref={ref} className={classes.canvas}>
        <svg viewBox={`0 0 ${width} ${height}`} className={classes.svg} data-state={outline.state} aria-hidden>
          {scene.contour && <path d={scene.contour} className={classes.fill} />}
          {scene.diagonals.map(({ line, index }) => (
            <line
              key={index}
              x1={line.a.x}
              y1={line.a.y}
              x2={line.b.x}
              y2={line.b.y}
              className={classes.diagonal}
              data-mark={stateOf('diagonal', index)}
            />
          ))}
          {scene.walls.map(({ path, index }) => (
            <path key={index} d={path} className={classes.wall} data-mark={stateOf('side', index)} />
          ))}
          {scene.corners.map(({ x, y }, index) => (
            <circle key={index} cx={x} cy={y} r={3} className={classes.corner} />
          ))}
          <Labels labels={scene.diagonalLabels} className={classes.diagonalLength} />
          <Labels labels={scene.wallLabels} className={classes.length} />
          <Labels labels={scene.cornerLabels} className={classes.letter} />
        </svg>
      </div>
      {outline.state === 'scheme' && <figcaption className={classes.hint}>{t('scheme')}</figcaption>}
    </figure>
  );
}

function Labels({ labels, className }: { labels: PlacedLabel[]; className: string | undefined }) {
  return labels.map(({ text, x, y }, index) => (
    <text key={index} x={x} y={y} className={className}>
      {text}
    </text>
  ));
}
