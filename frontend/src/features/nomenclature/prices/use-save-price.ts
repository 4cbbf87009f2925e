'use client';

import type { PriceList, PriceRow } from '@smet/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../shared/api/client';
import { ApiProblem, unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';
import { StaleCell } from '../cells/stale-cell';
import { moneyText, readMoney } from './money-text';

const STALE = 'PRICE.CHANGED';

interface Seen {
  amountMinor: number | null;
}

/** Puts a price of a list; an amount somebody else put meanwhile is shown before it is written over. */
export function useSavePrice({ id }: PriceList) {
  const queries = useQueryClient();
  return useCallback(
    async ({ itemId, amountMinor: seenMinor }: PriceRow, typed: string) => {
      const amountMinor = readMoney(typed);
      if (amountMinor === null) return;
      const path = { id, itemId };
      const write = async (seen: number | null) => {
        await unwrap(
          api.PUT('/api/v1/price-lists/{id}/prices/{itemId}', {
            params: { path },
            body: { amountMinor, seenMinor: seen },
          }),
        );
        await queries.invalidateQueries({ queryKey: queryKeys.nomenclature.all });
      };
      try {
        await write(seenMinor);
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.code !== STALE) throw error;
        const now = (error.current as Seen | null)?.amountMinor ?? null;
        void queries.invalidateQueries({ queryKey: queryKeys.nomenclature.all });
        throw new StaleCell(now === null ? '' : moneyText(now), () => write(now));
      }
    },
    [id, queries],
  );
}
