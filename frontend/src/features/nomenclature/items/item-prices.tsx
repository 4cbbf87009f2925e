'use client';

import { useQuery } from '@tanstack/react-query';
import type { PriceHistoryEntry, PriceList } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { formatMoment, formatMoney } from '../../../shared/formatting';
import { useMe } from '../../../shared/session/session';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { itemPricesQuery, priceListsQuery } from '../queries';
import classes from '../nomenclature.module.css';

/** Its prices list by list: the one in force, those to come, those that were. */
export function ItemPrices({ id }: { id: string }) {
  const t = useTranslations('nomenclature.prices');
  const lists = useQuery(priceListsQuery(api));
  const history = useQuery(itemPricesQuery(api, id));
  const error = lists.error ?? history.error;
  if (error) return <ProblemAlert problem={viewProblem(error)} />;
  if (!lists.data || !history.data) return null;
  const entries = history.data.items;
  const priced = lists.data.filter((list) => entries.some(({ priceListId }) => priceListId === list.id));
  if (priced.length === 0) return <p className={classes.dim}>{t('noPrices')}</p>;
  return priced.map((list) => (
    <ListHistory key={list.id} list={list} entries={entries.filter(({ priceListId }) => priceListId === list.id)} />
  ));
}

function ListHistory({ list, entries }: { list: PriceList; entries: readonly PriceHistoryEntry[] }) {
  const t = useTranslations('nomenclature.prices');
  const { timezone } = useMe().organization;
  const [now] = useState(() => new Date().toISOString());
  const current = entries.find(({ validFrom, withdrawnAt }) => withdrawnAt === null && validFrom <= now);
  const standing = (entry: PriceHistoryEntry) => {
    if (entry.withdrawnAt !== null) return t('withdrawn');
    if (entry.validFrom > now) return t('planned');
    return entry === current ? t('current') : '';
  };
  return (
    <section>
      <h3 className={classes.subtitle}>{list.name}</h3>
      <table className={classes.history}>
        <thead>
          <tr>
            <th>{t('validFrom')}</th>
            <th className={classes.right}>{t('amount')}</th>
            <th>{t('who')}</th>
            <th>{t('standing')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr
              key={entry.id}
              data-current={entry === current || undefined}
              data-gone={entry.withdrawnAt !== null || undefined}
            >
              <td className="tabular">{formatMoment(entry.validFrom, timezone)}</td>
              <td className={`${classes.right} tabular`}>{formatMoney(entry.amountMinor, list.currency)}</td>
              <td>{entry.createdBy?.name ?? t('system')}</td>
              <td>{standing(entry)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
