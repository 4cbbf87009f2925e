'use client';

import { Button, Select } from '@mantine/core';
import { PROFILE_KINDS, WALL_MATERIALS, wallLabel } from '@smet/estimating';
import type { BuiltRoom, ProfileKind, WallMaterial } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatCentimetres } from '../../../shared/formatting';
import colours from '../drawing/colours.module.css';
import { cornersOf } from '../model/room-corners';
import type { RoomChange } from '../model/room-changes';
import type { RoomForm } from '../model/types';
import { ArcFields } from './arc-fields';
import { sideOf, withSides } from './plan-edits';
import panels from '../panel.module.css';
import classes from './plan.module.css';

interface SideSectionProps {
  room: RoomForm;
  built: BuiltRoom | null;
  side: number;
  readOnly: boolean;
  onChange: (change: RoomChange) => void;
}

/** What is decided about one wall: profile, material, arc. */
export function SideSection({ room, built, side, readOnly, onChange }: SideSectionProps) {
  const t = useTranslations('plan');
  const corners = cornersOf(room);
  const { profile = 'ordinary', wall = null } = sideOf(room.plan, side);
  const length = built?.walls[side]?.lengthM;
  const change = (walls: readonly number[], what: { profile?: ProfileKind; wall?: WallMaterial | null }) =>
    onChange({ type: 'plan', plan: withSides(room.plan, walls, what) });
  const all = Array.from({ length: corners }, (_, index) => index);
  const toAll = (what: { profile?: ProfileKind; wall?: WallMaterial | null }) =>
    !readOnly && (
      <Button variant="subtle" size="compact-sm" className={classes.toAll} onClick={() => change(all, what)}>
        {t('panel.toAllWalls')}
      </Button>
    );
  return (
    <section className={panels.section}>
      <h3 className={panels.title}>
        {t('drawing.side', { name: wallLabel(side, corners) })}
        {length !== undefined && (
          <span className={`${classes.aside} tabular`}>
            {t('panel.centimetres', { length: formatCentimetres(Math.round(length * 10_000) / 10) })}
          </span>
        )}
      </h3>
      <div className={classes.pair}>
        <Select
          className={classes.grow}
          label={t('panel.profile')}
          data={PROFILE_KINDS.map((value) => ({ value, label: t(`profiles.${value}`) }))}
          value={profile}
          readOnly={readOnly}
          allowDeselect={false}
          leftSection={<ProfileSwatch profile={profile} />}
          renderOption={({ option }) => (
            <span className={classes.option}>
              <ProfileSwatch profile={option.value} />
              {option.label}
            </span>
          )}
          onChange={(value) => value && change([side], { profile: value })}
        />
        {toAll({ profile })}
      </div>
      <div className={classes.pair}>
        <Select
          className={classes.grow}
          label={t('panel.material')}
          placeholder={t('panel.materialUnknown')}
          data={WALL_MATERIALS.map((value) => ({ value, label: t(`materials.${value}`) }))}
          value={wall}
          readOnly={readOnly}
          clearable={!readOnly}
          onChange={(value) => change([side], { wall: value })}
        />
        {toAll({ wall })}
      </div>
      <ArcFields room={room} side={side} readOnly={readOnly} onChange={onChange} />
    </section>
  );
}

/** The line of a profile as the drawing shows it. */
export function ProfileSwatch({ profile }: { profile: string }) {
  return (
    <svg viewBox="0 0 24 8" width={24} height={8} className={`${classes.swatch} ${colours.colours}`} aria-hidden>
      <path d="M0 4H24" className={colours.profile} data-profile={profile} />
    </svg>
  );
}
