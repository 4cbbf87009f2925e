'use client';

import { Button, SegmentedControl, Select } from '@mantine/core';
import { wallLabel } from '@smet/estimating';
import type { CanvasOptions, RuleSet } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatCentimetres, formatDecimal } from '../../../shared/formatting';
import { useDrawingTools } from '../drawing/drawing-tools';
import { cornersOf } from '../model/room-corners';
import type { RoomForm } from '../model/types';
import { parsePlace } from '../plan/centimetres';
import { TypedField } from '../plan/typed-field';
import classes from './canvas.module.css';

interface ControlsProps {
  room: RoomForm;
  films: RuleSet['films'];
  readOnly: boolean;
  /** Undefined takes an option away; what carries the same gesture is one step to undo. */
  onChange: (options: Partial<Record<keyof CanvasOptions, unknown>>, gesture?: string) => void;
}

const AUTOMATIC = 'auto';

/** How the canvas is to be cut: what is left alone the rule set decides. */
export function CanvasControls(props: ControlsProps) {
  const { room, films, readOnly, onChange } = props;
  const t = useTranslations('plan.canvas');
  const options = room.plan.canvas ?? {};
  const film = films.find(({ key }) => key === options.film) ?? films[0];
  return (
    <div className={classes.controls}>
      <Select
        label={t('film')}
        data={films.map(({ key, title }) => ({ value: key, label: title }))}
        value={film.key}
        readOnly={readOnly}
        allowDeselect={false}
        // A roll belongs to its film.
        onChange={(key) => key && onChange({ film: key === films[0].key ? undefined : key, rollM: undefined })}
      />
      <div>
        <span className={classes.label}>{t('roll')}</span>
        <SegmentedControl
          fullWidth
          aria-label={t('roll')}
          readOnly={readOnly}
          data={[
            { value: AUTOMATIC, label: t('automatic') },
            ...film.rolls.map((roll) => ({ value: roll, label: t('metres', { length: formatDecimal(roll) }) })),
          ]}
          value={options.rollM ?? AUTOMATIC}
          onChange={(roll) => onChange({ rollM: roll === AUTOMATIC ? undefined : roll })}
        />
      </div>
      <div>
        <span className={classes.label}>{t('preference')}</span>
        <SegmentedControl
          fullWidth
          aria-label={t('preference')}
          readOnly={readOnly}
          data={[
            { value: 'fewest-seams', label: t('fewestSeams') },
            { value: 'cheapest', label: t('cheapest') },
          ]}
          value={options.preference ?? 'fewest-seams'}
          onChange={(value) => onChange({ preference: value === 'cheapest' ? value : undefined })}
        />
      </div>
      <Direction {...props} isFree={film.rotation !== 'chosen'} />
      <SeamPlace {...props} />
      <TypedField
        label={t('slivers')}
        description={t('sliversHint')}
        shown={options.ignoreSliversMm === undefined ? '' : formatCentimetres(options.ignoreSliversMm)}
        unit={t('cm')}
        readOnly={readOnly}
        onCommit={(text) => {
          const mm = text.trim() === '' ? 0 : parsePlace(text);
          if (mm === null || mm < 0) return false;
          onChange({ ignoreSliversMm: mm === 0 ? undefined : mm }, 'slivers');
          return true;
        }}
      />
    </div>
  );
}

/** Along or across a wall, or any way the film allows. */
function Direction({ room, readOnly, onChange, isFree }: ControlsProps & { isFree: boolean }) {
  const t = useTranslations('plan.canvas');
  const direction = room.plan.canvas?.direction ?? null;
  const corners = cornersOf(room);
  const ways = [
    ...(isFree ? [{ value: AUTOMATIC, label: t('anyWay') }] : []),
    { value: '0', label: t('along') },
    { value: '90', label: t('across') },
  ];
  const change = (wall: number, turnDeg: string) => onChange({ direction: { wall, turnDeg: Number(turnDeg) } });
  return (
    <div>
      <span className={classes.label}>{t('direction')}</span>
      <div className={classes.pair}>
        <SegmentedControl
          className={classes.grow}
          fullWidth
          aria-label={t('direction')}
          readOnly={readOnly}
          data={ways}
          value={direction ? String(direction.turnDeg) : isFree ? AUTOMATIC : ''}
          onChange={(way) => {
            if (way === AUTOMATIC) onChange({ direction: undefined });
            else change(direction?.wall ?? 0, way);
          }}
        />
        {direction && (
          <Select
            className={classes.wall}
            aria-label={t('directionWall')}
            data={Array.from({ length: corners }, (_, wall) => ({
              value: String(wall),
              label: t('wall', { name: wallLabel(wall, corners) }),
            }))}
            value={String(direction.wall)}
            readOnly={readOnly}
            allowDeselect={false}
            onChange={(wall) => wall !== null && change(Number(wall), String(direction.turnDeg))}
          />
        )}
      </div>
    </div>
  );
}

/** A place the canvas is to be welded at, pointed out on the drawing. */
function SeamPlace({ room, readOnly, onChange }: ControlsProps) {
  const t = useTranslations('plan.canvas');
  const { tool, setTool } = useDrawingTools();
  const place = room.plan.canvas?.seamThroughMm;
  if (readOnly && !place) return null;
  return (
    <div>
      <span className={classes.label}>{t('seamPlace')}</span>
      <div className={classes.pair}>
        {place && (
          <span className={`${classes.grow} ${classes.place} tabular`}>
            {t('seamAt', { x: formatCentimetres(place.x), y: formatCentimetres(place.y) })}
          </span>
        )}
        {!readOnly && (
          <Button
            variant={tool === 'seam' ? 'light' : 'default'}
            aria-pressed={tool === 'seam'}
            onClick={() => setTool(tool === 'seam' ? null : 'seam')}
          >
            {t(place ? 'seamElsewhere' : 'seamPoint')}
          </Button>
        )}
        {!readOnly && place && (
          <Button variant="subtle" onClick={() => onChange({ seamThroughMm: undefined })}>
            {t('seamRemove')}
          </Button>
        )}
      </div>
    </div>
  );
}
