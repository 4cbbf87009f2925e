'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { RoomForm } from '../model/types';

/** Names of the things on a plan by their id, numbered by kind: "Светильник 3". */
export function useThingNames({ plan, cutouts }: Pick<RoomForm, 'plan' | 'cutouts'>): ReadonlyMap<string, string> {
  const t = useTranslations('plan.tools');
  return useMemo(() => {
    const things = [
      ...(plan.objects ?? []).map(({ id, kind }) => ({ id, name: t(kind) })),
      ...cutouts.map(({ id, kind, purpose }) => ({
        id,
        name: t(purpose === 'opening' ? 'opening' : kind === 'circle' ? 'round-column' : 'square-column'),
      })),
    ];
    const counts = new Map<string, number>();
    const numbered = new Map<string, string>();
    for (const { id, name } of things) {
      const number = (counts.get(name) ?? 0) + 1;
      counts.set(name, number);
      numbered.set(id, `${name} ${number}`);
    }
    return numbered;
  }, [plan.objects, cutouts, t]);
}
