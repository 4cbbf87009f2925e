'use client';

import { cuttingList, specifiedRooms } from '@smet/estimating';
import type { EstimateResult, ListedStick, ProfileCutting } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { formatCentimetres, formatFixed } from '../../../shared/formatting';
import { EmptyState } from '../../../shared/ui/empty-state';
import type { CanvasContext } from '../canvas/types';
import type { BuiltForm } from '../drawing/built-form';
import type { RoomForm } from '../model/types';
import { sameSticks } from './same-sticks';
import { splitWhole } from './whole-sticks';
import type { WholeSticks } from './whole-sticks';
import { Stock } from './stock';
import classes from './cutting-list.module.css';

interface CuttingListProps {
  rooms: ({ room: RoomForm } & BuiltForm)[];
  result: EstimateResult;
  context: CanvasContext;
}

/** Which sticks of which profile are cut into what, over all rooms that are measured, and what else they take from the stock. */
export function CuttingList({ rooms, result, context }: CuttingListProps) {
  const t = useTranslations('cutting');
  const { draft, ruleSet } = context;
  const cuttings = useMemo(() => {
    const specified = specifiedRooms(draft.rooms, draft.specification, ruleSet);
    const plans = new Map(specified.map(({ id, plan }) => [id, plan]));
    const built = rooms.flatMap(({ room, build }) =>
      build.ok ? [{ id: room.id, name: room.name, room: build.room, plan: plans.get(room.id) ?? room.plan }] : [],
    );
    return cuttingList(built, ruleSet.sticks);
  }, [rooms, draft, ruleSet]);
  const unfinished = rooms.filter(({ build }) => !build.ok).length;
  if (cuttings.length === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  return (
    <div className={classes.list}>
      {unfinished > 0 && <p className={classes.note}>{t('unfinished', { count: unfinished })}</p>}
      {cuttings.map((cutting) => (
        <Profile key={cutting.profile} cutting={cutting} />
      ))}
      <Stock result={result} context={context} />
    </div>
  );
}

function Profile({ cutting }: { cutting: ProfileCutting }) {
  const t = useTranslations('cutting');
  const plan = useTranslations('plan');
  const { profile, stickMm, count, lengthM, restMm, exact, sticks, problems } = cutting;
  const { whole, cut } = splitWhole(sticks);
  return (
    <section className={classes.profile}>
      <h3 className={classes.heading}>{plan('takeOff.profile', { name: plan(`profiles.${profile}`) })}</h3>
      <p className={`${classes.figures} tabular`}>
        <b>{t('sticks', { count, length: formatCentimetres(stickMm) })}</b>
        <span>{t('length', { length: formatFixed(lengthM, 2) })}</span>
        <span>{t('rest', { length: formatFixed(restMm / 1000, 2) })}</span>
        {!exact && <span>{t('notProved')}</span>}
      </p>
      <Whole rooms={whole} />
      {cut.length > 0 && (
        <ol className={classes.sticks}>
          {sameSticks(cut).map(({ stick, count: times, first }) => (
            <Stick key={first} stick={stick} stickMm={stickMm} times={times} />
          ))}
        </ol>
      )}
      {problems.map(({ roomName, label, params }) => (
        <p key={`${roomName} ${label}`} className={classes.problem}>
          {t('tooLong', { room: roomName, label, length: formatCentimetres(params.lengthMm) })}
        </p>
      ))}
    </section>
  );
}

/** Sticks that go to walls as they are: how many, and where. */
function Whole({ rooms }: { rooms: readonly WholeSticks[] }) {
  const t = useTranslations('cutting');
  if (rooms.length === 0) return null;
  return (
    <div className={classes.whole}>
      <b>{t('whole', { count: rooms.reduce((sum, { count }) => sum + count, 0) })}</b>
      <ul className={classes.wholeRooms}>
        {rooms.map(({ roomId, roomName, count, walls }) => (
          <li key={roomId}>
            {roomName} <b>{t('times', { count })}</b>
            <span className={classes.left}>
              {' '}
              {walls.map((wall) => (wall.count > 1 ? `${wall.label} ${t('times', wall)}` : wall.label)).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface StickProps {
  stick: ListedStick;
  stickMm: number;
  times: number;
}

function Stick({ stick, stickMm, times }: StickProps) {
  const t = useTranslations('cutting');
  return (
    <li className={classes.stick}>
      <div className={classes.bar} aria-hidden>
        {stick.cuts.map(({ lengthMm }, index) => (
          <span key={index} className={classes.cut} style={{ flexGrow: lengthMm / stickMm }}>
            {formatCentimetres(lengthMm)}
          </span>
        ))}
        {stick.restMm > 0 && <span className={classes.rest} style={{ flexGrow: stick.restMm / stickMm }} />}
      </div>
      <p className={classes.cuts}>
        {times > 1 && <b>{t('times', { count: times })} </b>}
        {stick.cuts
          .map(({ roomName, label, lengthMm, part }) =>
            t(part.of > 1 && times === 1 ? 'part' : 'piece', {
              room: roomName,
              label,
              length: formatCentimetres(lengthMm),
              index: part.index,
              of: part.of,
            }),
          )
          .join(' · ')}
        {stick.restMm > 0 && (
          <span className={classes.left}> {t('left', { length: formatCentimetres(stick.restMm) })}</span>
        )}
      </p>
    </li>
  );
}
