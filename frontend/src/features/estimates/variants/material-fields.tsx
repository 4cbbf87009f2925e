'use client';

import { Select } from '@mantine/core';
import { PROFILE_KINDS } from '@smet/estimating';
import type { ProfileKind, RuleSet, Specification } from '@smet/estimating';
import { useTranslations } from 'next-intl';

interface MaterialFieldsProps {
  specification: Specification;
  films: RuleSet['films'];
  readOnly?: boolean;
  onChange: (specification: Specification) => void;
}

const AS_MEASURED = '';
/** A variant changes what holds the canvas; where there is none, or a niche, the room decides. */
const CHOSEN_PROFILES = PROFILE_KINDS.filter((kind) => kind !== 'none' && kind !== 'niche');

/** What a variant is made of: one film and one profile for every room, unless the rooms decide. */
export function MaterialFields({ specification, films, readOnly = false, onChange }: MaterialFieldsProps) {
  const t = useTranslations('variants.specification');
  const profiles = useTranslations('plan.profiles');
  const asMeasured = { value: AS_MEASURED, label: t('asMeasured') };
  const changed = (change: Partial<Specification>): Specification => {
    const next = { ...specification, ...change };
    return {
      ...(next.film && { film: next.film }),
      ...(next.profile && { profile: next.profile }),
      ...(next.substitutes && { substitutes: next.substitutes }),
    };
  };
  return (
    <>
      <Select
        label={t('film')}
        description={t('filmHint')}
        data={[asMeasured, ...films.map(({ key, title }) => ({ value: key, label: title }))]}
        value={specification.film ?? AS_MEASURED}
        readOnly={readOnly}
        allowDeselect={false}
        onChange={(key) => onChange(changed({ film: key || undefined }))}
      />
      <Select
        label={t('profile')}
        description={t('profileHint')}
        data={[asMeasured, ...CHOSEN_PROFILES.map((kind) => ({ value: kind as string, label: profiles(kind) }))]}
        value={specification.profile ?? AS_MEASURED}
        readOnly={readOnly}
        allowDeselect={false}
        onChange={(kind) => onChange(changed({ profile: (kind || undefined) as ProfileKind | undefined }))}
      />
    </>
  );
}
