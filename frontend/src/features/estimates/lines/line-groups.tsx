'use client';

import type { Item } from '@smet/api-client';
import type { EstimateLine, EstimateResult } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { formatMoney } from '../../../shared/formatting';
import type { FormAction } from '../model/form-reducer';
import type { RoomForm } from '../model/types';
import { AddLine } from './add-line';
import { LineRow } from './line-row';
import classes from './lines.module.css';

interface LineGroupsProps {
  estimateId: string;
  rooms: RoomForm[];
  result: EstimateResult;
  currency: string;
  readOnly: boolean;
  dispatch: (action: FormAction) => void;
  onAddItem: (item: Item, roomId: string | null) => void;
  onRemoveLine: (manualId: string) => void;
  onOpenRoom: (roomId: string) => void;
}

/** Where the lines of a room begin. */
export const linesAnchor = (roomId: string): string => `lines-${roomId}`;

interface Group {
  roomId: string | null;
  name: string;
  lines: EstimateLine[];
  sumMinor: number;
  unfinished: boolean;
}

function groupLines(rooms: RoomForm[], result: EstimateResult, commonName: string): Group[] {
  const byRoom = new Map<string | null, EstimateLine[]>();
  for (const line of result.lines) byRoom.set(line.roomId, [...(byRoom.get(line.roomId) ?? []), line]);
  const unfinished = new Set(result.rooms.filter((room) => 'problems' in room).map(({ roomId }) => roomId));
  const group = (roomId: string | null, name: string): Group => {
    const lines = byRoom.get(roomId) ?? [];
    const sumMinor = lines.reduce((sum, line) => sum + line.sumMinor, 0);
    return { roomId, name, lines, sumMinor, unfinished: roomId !== null && unfinished.has(roomId) };
  };
  return [...rooms.map(({ id, name }) => group(id, name)), group(null, commonName)];
}

/** Lines by room, and at the end those of no room. */
export function LineGroups(props: LineGroupsProps) {
  const { estimateId, rooms, result, currency, readOnly, dispatch, onAddItem, onRemoveLine, onOpenRoom } = props;
  const t = useTranslations('estimates.lines');
  const groups = groupLines(rooms, result, t('common'));
  return (
    <div data-lines className={classes.groups}>
      {groups.map((group) => (
        <section
          key={group.roomId ?? 'common'}
          id={group.roomId === null ? undefined : linesAnchor(group.roomId)}
          className={classes.group}
        >
          <div className={classes.groupHead}>
            {group.roomId === null ? (
              <h3 className={classes.groupName}>{group.name}</h3>
            ) : (
              <h3 className={classes.groupName}>
                <button type="button" className={classes.groupLink} onClick={() => onOpenRoom(group.roomId ?? '')}>
                  {group.name || t('unnamedRoom')}
                </button>
              </h3>
            )}
            {group.lines.length > 0 && (
              <span className={`${classes.groupSum} tabular`}>{formatMoney(group.sumMinor, currency)}</span>
            )}
          </div>
          {group.unfinished && <p className={classes.groupNote}>{t('unfinished')}</p>}
          {group.lines.length > 0 && (
            <LineTable lines={group.lines} {...{ currency, readOnly, dispatch, onRemoveLine }} label={group.name} />
          )}
          {!readOnly && <AddTo roomId={group.roomId} place={group.name} {...{ estimateId, currency, onAddItem }} />}
        </section>
      ))}
    </div>
  );
}

interface AddToProps extends Pick<LineGroupsProps, 'estimateId' | 'currency' | 'onAddItem'> {
  roomId: string | null;
  place: string;
}

function AddTo({ roomId, place, estimateId, currency, onAddItem }: AddToProps) {
  const add = useCallback((item: Item) => onAddItem(item, roomId), [onAddItem, roomId]);
  return (
    <div className={classes.addRow}>
      <AddLine estimateId={estimateId} currency={currency} place={place} onAdd={add} />
    </div>
  );
}

interface LineTableProps extends Pick<LineGroupsProps, 'currency' | 'readOnly' | 'dispatch' | 'onRemoveLine'> {
  lines: EstimateLine[];
  label: string;
}

function LineTable({ lines, label, currency, readOnly, dispatch, onRemoveLine }: LineTableProps) {
  const t = useTranslations('estimates.lines');
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" className={classes.right}>
            {t('quantity')}
          </th>
          <th scope="col" className={`${classes.right} ${classes.priceHead}`}>
            {t('price')}
          </th>
          <th scope="col" className={classes.right}>
            {t('sum')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LineRow
            key={line.key}
            line={line}
            currency={currency}
            readOnly={readOnly}
            dispatch={dispatch}
            onRemove={onRemoveLine}
          />
        ))}
      </tbody>
    </table>
  );
}
