'use client';

import { useQuery } from '@tanstack/react-query';
import type { Item } from '@smet/api-client';
import { requiredItemCodes } from '@smet/estimating';
import type { RuleSet } from '@smet/estimating';
import { useDeferredValue, useMemo, useState } from 'react';
import { api } from '../../../shared/api/client';
import { itemsByCodeQuery } from '../queries';
import { EXAMPLE_ROOMS } from './example-rooms';
import type { Example } from './example-rooms';
import { previewRules, priceBookOf } from './preview';
import type { Preview } from './preview';

export interface RulesPreview {
  example: Example;
  choose: (example: Example) => void;
  /** Null while the prices are not there. */
  preview: Preview | null;
  items: ReadonlyMap<string, Item>;
  unpriced: readonly string[];
}

/** Tries the rules on the screen on an example room; typing never waits for it. */
export function useRulesPreview(stored: RuleSet, document: RuleSet): RulesPreview {
  const [example, choose] = useState<Example>('plain');
  const codes = useMemo(
    () => [...new Set([...requiredItemCodes(stored), ...requiredItemCodes(document)])],
    [stored, document],
  );
  const found = useQuery(itemsByCodeQuery(api, codes)).data;
  const items = useMemo(() => new Map((found ?? []).map((item) => [item.code, item])), [found]);
  const tried = useDeferredValue(document);
  const preview = useMemo(
    () => (found ? previewRules(EXAMPLE_ROOMS[example], stored, tried, priceBookOf(found)) : null),
    [found, example, stored, tried],
  );
  const unpriced = useMemo(() => {
    if (!found) return [];
    const priced = priceBookOf(found);
    const billed = document.lines.filter(({ quantity }) => quantity !== null);
    return requiredItemCodes({ ...document, lines: billed, sticks: {} as RuleSet['sticks'] }).filter(
      (code) => !priced.has(code),
    );
  }, [found, document]);
  return { example, choose, preview, items, unpriced };
}
