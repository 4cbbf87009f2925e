import type { BuiltRoom, DrawnCanvas, PointMm, Scene, Snapped } from '@smet/estimating';
import type { Ref } from 'react';
import type { RoomForm } from '../model/types';
import { DistanceLayer } from './distance-layer';
import { Crosshair, LineInHand } from './guide-layer';
import { RoomLabels, RoomLayers } from './room-layers';
import type { ActiveEdge, Selected } from './selected';
import { ThingLayer } from './thing-layer';
import type { Hold } from './use-held';
import { shiftOf } from './use-scene';
import classes from './picture.module.css';

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
  /** Where a tool would put a thing now, and the place that keys have chosen for it. */
  next: Snapped | null;
  aim: PointMm | null;
  /** Points of the line that is being placed. */
  linePoints: readonly PointMm[];
  nameOf: (id: string) => string;
  onSelect: (selected: Selected | null) => void;
  /** The Tab key came to a thing. */
  onFocus: (selected: Selected) => void;
}

/** The room and everything on it, with what is being moved or placed. */
export function Picture(props: PictureProps) {
  const { ref, room, builtRoom, canvas, scene, frame, selected, wrong, astray, hold, next, aim, linePoints } = props;
  const { nameOf, onSelect, onFocus } = props;
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
          onFocus={onFocus}
        />
        <RoomLabels scene={scene} />
        <DistanceLayer
          room={room}
          canvas={canvas}
          selected={selected}
          builtRoom={builtRoom}
          hold={hold}
          hover={next}
          scene={scene}
        />
        <LineInHand view={scene.view} points={linePoints} next={next?.at ?? null} />
        <Crosshair view={scene.view} at={aim} />
      </g>
    </svg>
  );
}
