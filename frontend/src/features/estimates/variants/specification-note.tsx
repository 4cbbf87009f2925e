'use client';

import type { RuleSet, Specification } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { filmTitle } from '../canvas/film-words';
import classes from './variants.module.css';

interface SpecificationNoteProps {
  /** Of the shown variant. */
  specification: Specification | undefined;
  films: RuleSet['films'];
  /** What is chosen below and may be decided by the variant. */
  about: 'film' | 'profile';
}

/** Where the variant decides instead of the room, that is said beside the room's own choice. */
export function SpecificationNote({ specification, films, about }: SpecificationNoteProps) {
  const t = useTranslations('variants.specification');
  const profiles = useTranslations('plan.profiles');
  const film = about === 'film' ? specification?.film : undefined;
  const profile = about === 'profile' ? specification?.profile : undefined;
  if (film) return <p className={classes.note}>{t('filmOfVariant', { name: filmTitle(films, film) })}</p>;
  if (profile) return <p className={classes.note}>{t('profileOfVariant', { name: profiles(profile) })}</p>;
  return null;
}
