'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { RoomForm } from '../model/types';

/** Names of the things on a plan by their id: "Светильник 3". One that is alone in its kind has no number. */
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
    const numbered = new Map<string, string>();
    for (const { id, name } of things) {
      const alike = things.filter((other) => other.name === name);
      const number = alike.findIndex((other) => other.id === id) + 1;
      numbered.set(id, alike.length > 1 ? `${name} ${number}` : name);
    }
    return numbered;
  }, [plan.objects, cutouts, t]);
}
