'use client';

import { loadList } from '@smet/estimating';
import type { EstimateResult, LoadListItem } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { formatDecimal } from '../../../shared/formatting';
import type { CanvasContext } from '../canvas/types';
import classes from './cutting-list.module.css';

interface StockProps {
  result: EstimateResult;
  context: CanvasContext;
}

/** What the warehouse gives out beside the sticks, for all rooms together. */
export function Stock({ result, context }: StockProps) {
  const t = useTranslations('cutting.stock');
  const { draft, prices, ruleSet, tolerances } = context;
  const items = useMemo(() => {
    const sticks = new Set(Object.values(ruleSet.sticks).map(({ code }) => code));
    const list = loadList(draft, { priceBook: prices, ruleSet, tolerances }, result);
    return list.filter(({ code }) => !sticks.has(code));
  }, [draft, prices, ruleSet, tolerances, result]);
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className={classes.heading}>{t('title')}</h3>
      <dl className={`${classes.stock} tabular`}>
        {items.map((item) => (
          <Row key={`${item.code} ${item.quantityUnit ?? ''}`} item={item} />
        ))}
      </dl>
    </section>
  );
}

function Row({ item: { name, quantity, quantityUnit, unit, packs } }: { item: LoadListItem }) {
  const t = useTranslations('cutting.stock');
  const units = useTranslations('estimates.units');
  const shown = quantityUnit === null ? unit : units(quantityUnit);
  const amount = t('amount', { quantity: formatDecimal(quantity), unit: shown });
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {packs
          ? t('packed', { amount, count: String(packs.count), size: formatDecimal(packs.size), unit: shown })
          : amount}
      </dd>
    </div>
  );
}
