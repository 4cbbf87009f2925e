'use client';

import { PROFILE_KINDS, WALL_MATERIALS } from '@smet/estimating';
import type { RoomMeasures } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatFixed } from '../../../shared/formatting';
import { lampsOnPlan } from '../model/room-form';
import type { RoomForm } from '../model/types';
import { ProfileSwatch } from './side-section';
import { ToolIcon } from './tool-icon';
import panels from '../panel.module.css';
import classes from './plan.module.css';

interface TakeOffProps {
  room: RoomForm;
  measures: RoomMeasures;
}

const COUNTS = [
  ['spotlights', 'spotlight'],
  ['chandeliers', 'chandelier'],
  ['pipes', 'pipe'],
  ['vents', 'vent'],
  ['sensors', 'sensor'],
  ['hatches', 'hatch'],
  ['columns', 'square-column'],
] as const;

const LENGTHS = [
  ['lightLineM', 'light-line'],
  ['trackM', 'track'],
  ['curtainNicheM', 'curtain-niche'],
  ['cutoutM', 'opening'],
] as const;

/** Everything there is to be mounted in this room, as it goes into the estimate. */
export function TakeOffList({ room, measures: { takeOff } }: TakeOffProps) {
  const t = useTranslations('plan');
  const homeless = {
    spotlights: takeOff.spotlights - lampsOnPlan(room.plan, 'spotlights'),
    chandeliers: takeOff.chandeliers - lampsOnPlan(room.plan, 'chandeliers'),
    pipes: 0,
    vents: 0,
    sensors: 0,
    hatches: 0,
    columns: 0,
  };
  const metres = (value: number) => t('panel.metres', { length: formatFixed(value, 2) });
  return (
    <section className={panels.section}>
      <h3 className={panels.title}>{t('panel.takeOff')}</h3>
      <dl className={classes.takeOff}>
        {COUNTS.map(([key, icon]) => (
          <Row key={key} isShown={takeOff[key] > 0} icon={<ToolIcon tool={icon} />} name={t(`takeOff.${key}`)}>
            {t('panel.pieces', { count: takeOff[key] })}
            {homeless[key] > 0 && <span className={classes.note}>{t('panel.homeless', { count: homeless[key] })}</span>}
          </Row>
        ))}
        {LENGTHS.map(([key, icon]) => (
          <Row key={key} isShown={takeOff[key] > 0} icon={<ToolIcon tool={icon} />} name={t(`takeOff.${key}`)}>
            {metres(takeOff[key])}
          </Row>
        ))}
        {PROFILE_KINDS.map((kind) => (
          <Row
            key={kind}
            isShown={(takeOff.profileM[kind] ?? 0) > 0}
            icon={<ProfileSwatch profile={kind} />}
            name={kind === 'none' ? t('takeOff.noProfile') : t('takeOff.profile', { name: t(`profiles.${kind}`) })}
          >
            {metres(takeOff.profileM[kind] ?? 0)}
          </Row>
        ))}
        {WALL_MATERIALS.map((material) => (
          <Row
            key={material}
            isShown={(takeOff.wallM[material] ?? 0) > 0}
            icon={null}
            name={t('takeOff.wall', { name: t(`materials.${material}`) })}
          >
            {metres(takeOff.wallM[material] ?? 0)}
          </Row>
        ))}
      </dl>
    </section>
  );
}

interface RowProps {
  isShown: boolean;
  icon: ReactNode;
  name: string;
  children: ReactNode;
}

function Row({ isShown, icon, name, children }: RowProps) {
  if (!isShown) return null;
  return (
    <div className={classes.row}>
      <dt>
        <span className={classes.rowIcon}>{icon}</span>
        {name}
      </dt>
      <dd className="tabular">{children}</dd>
    </div>
  );
}
