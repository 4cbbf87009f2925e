'use client';

import type { Scene } from '@smet/estimating';
import type { ReactNode } from 'react';
import { useDrawingTools } from './drawing-tools';
import type { Selected } from './selected';
import type { Spot } from './viewport';
import colours from './colours.module.css';
import classes from './picture.module.css';

interface ThingLayerProps {
  scene: Scene;
  selected: Selected | null;
  /** Ids of things that lie outside of the room. */
  astray: ReadonlySet<string>;
  /** A column or a level on its way: how far it is from where the scene has it, in pixels. */
  shift: { id: string; by: Spot } | null;
  nameOf: (id: string) => string;
  onSelect: (selected: Selected) => void;
  /** The Tab key came to a thing. */
  onFocus: (selected: Selected) => void;
}

/** Columns, levels and everything on the ceiling; each can be reached with the Tab key. */
export function ThingLayer({ scene, selected, astray, shift, nameOf, onSelect, onFocus }: ThingLayerProps) {
  const thing = (kind: 'object' | 'cutout' | 'level', id: string, picture: ReactNode) => (
    <Thing
      key={id}
      id={id}
      kind={kind}
      name={nameOf(id)}
      isSelected={selected?.kind === kind && selected.id === id}
      isAstray={astray.has(id)}
      shift={shift?.id === id ? shift.by : null}
      onSelect={onSelect}
      onFocus={onFocus}
    >
      {picture}
    </Thing>
  );
  return (
    <>
      {scene.levels.map(({ id, path }) => thing('level', id, <path d={path} className={classes.level} />))}
      {scene.cutouts.map(({ id, path, hatch }) =>
        thing(
          'cutout',
          id,
          <>
            <path d={path} className={classes.cutout} />
            <path d={hatch} className={classes.hatch} />
          </>,
        ),
      )}
      {scene.objects.map(({ id, kind, path, solid, spots, radius }) =>
        thing(
          'object',
          id,
          <>
            <path d={path + solid} className={classes.halo} />
            {solid && <path d={solid} className={colours.solid} data-kind={kind} />}
            {path && <path d={path} className={colours.symbol} data-kind={kind} />}
            {selected?.kind === 'object' && selected.id === id && <Handles spots={spots} radius={radius} />}
          </>,
        ),
      )}
    </>
  );
}

interface ThingProps {
  id: string;
  kind: 'object' | 'cutout' | 'level';
  name: string;
  isSelected: boolean;
  isAstray: boolean;
  shift: Spot | null;
  onSelect: (selected: Selected) => void;
  onFocus: (selected: Selected) => void;
  children: ReactNode;
}

function Thing({ id, kind, name, isSelected, isAstray, shift, onSelect, onFocus, children }: ThingProps) {
  const { tool } = useDrawingTools();
  return (
    <g
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- there are no buttons inside an SVG
      role="button"
      tabIndex={0}
      aria-label={name}
      aria-pressed={isSelected}
      className={classes.thing}
      data-selected={isSelected || undefined}
      data-astray={isAstray || undefined}
      transform={shift ? `translate(${shift.x} ${shift.y})` : undefined}
      onFocus={() => {
        if (!isSelected) onFocus({ kind, id });
      }}
      onClick={(event) => {
        // A real click is a gesture of the drawing already; assistive technology sends one without a pointer.
        if (event.detail === 0) onSelect({ kind, id });
      }}
      onKeyDown={(event) => {
        // With a tool in hand the keys are for the place it waits for.
        if (tool !== null || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        onSelect({ kind, id });
      }}
    >
      {children}
    </g>
  );
}

/** Rings around what is selected; the points of a line can be taken one by one. */
function Handles({ spots, radius }: { spots: readonly Spot[]; radius: number }) {
  const isLine = spots.length > 1;
  return spots.map(({ x, y }, index) => (
    <circle key={index} cx={x} cy={y} r={isLine ? 6 : radius + 5} className={isLine ? classes.grip : classes.ring} />
  ));
}
