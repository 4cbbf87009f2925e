import type { BuiltRoom, DrawnCanvas, PointMm, Scene, Snapped } from '@smet/estimating';
import type { Ref } from 'react';
import type { RoomForm } from '../model/types';
import { DistanceLayer } from './distance-layer';
import { LineInHand } from './guide-layer';
import { RoomLabels, RoomLayers } from './room-layers';
import type { ActiveEdge, Selected } from './selected';
import { ThingLayer } from './thing-layer';
import type { Hold } from './use-held';
import { shiftOf } from './use-scene';
import classes from './drawing.module.css';

interface PictureProps {
  /** For what moves the picture as it is while fingers move. */
  ref: Ref<SVGGElement>;
  room: RoomForm;
  builtRoom: BuiltRoom | null;
  canvas: DrawnCanvas | null;
  scene: Scene;
  frame: { width: number; height: number };
  selected: Selected | null;
  wrong: readonly ActiveEdge[];
  /** Ids of what lies outside of the room. */
  astray: ReadonlySet<string>;
  hold: Hold | null;
  hover: Snapped | null;
  /** Points of the line that is being placed. */
  linePoints: readonly PointMm[];
  nameOf: (id: string) => string;
  onSelect: (selected: Selected | null) => void;
}

/** The room and everything on it, with what is being moved or placed. */
export function Picture(props: PictureProps) {
  const { ref, room, builtRoom, canvas, scene, frame, selected, wrong, astray, hold, hover, linePoints } = props;
  const { nameOf, onSelect } = props;
  return (
    <svg viewBox={`0 0 ${frame.width} ${frame.height}`} className={classes.svg} data-state={scene.state}>
      <g ref={ref}>
        <RoomLayers scene={scene} selected={selected} wrong={wrong} />
        <ThingLayer
          scene={scene}
          selected={selected}
          astray={astray}
          shift={shiftOf(hold, scene)}
          nameOf={nameOf}
          onSelect={onSelect}
        />
        <RoomLabels scene={scene} />
        <DistanceLayer
          room={room}
          canvas={canvas}
          selected={selected}
          builtRoom={builtRoom}
          hold={hold}
          hover={hover}
          scene={scene}
        />
        <LineInHand view={scene.view} points={linePoints} next={hover?.at ?? null} />
      </g>
    </svg>
  );
}
