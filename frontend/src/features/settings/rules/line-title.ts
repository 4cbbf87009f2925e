'use client';

import type { Item } from '@smet/api-client';
import type { RuleLine } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { codesOfItem } from './rule-document';

/** What a line is called: its item, the first of several. */
export function useLineTitle(items: ReadonlyMap<string, Item>): (line: RuleLine) => string {
  const t = useTranslations('rules.lines');
  return ({ item }) => {
    const names = [...new Set(codesOfItem(item).map((code) => items.get(code)?.name ?? code))];
    const [first = '', ...others] = names;
    return others.length === 0 ? first : `${first} ${t('more', { count: others.length })}`;
  };
}
