'use client';

import { stockTakeOff } from '@smet/estimating';
import type { RoomResult, RuleSet } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatDecimal } from '../../../shared/formatting';
import classes from './cutting-list.module.css';

interface StockProps {
  results: readonly RoomResult[];
  ruleSet: RuleSet;
}

const PIECES = ['screws', 'dowels'] as const;
const LENGTHS = ['tapeM', 'harpoonM'] as const;

/** What the workshop takes from the stock beside the sticks, for all rooms that are measured together. */
export function Stock({ results, ruleSet }: StockProps) {
  const t = useTranslations('cutting.stock');
  // Estimates computed before canvases were laid out come without one.
  const measured = results.flatMap((room) => ('measures' in room && 'canvas' in room.measures ? [room.measures] : []));
  if (measured.length === 0) return null;
  const stock = stockTakeOff(measured, ruleSet);
  return (
    <section>
      <h3 className={classes.heading}>{t('title')}</h3>
      <dl className={`${classes.stock} tabular`}>
        {PIECES.map((key) => (
          <Row key={key} name={t(key)} value={t('pieces', { count: formatDecimal(stock[key]) })} />
        ))}
        {LENGTHS.filter((key) => stock[key] !== '0').map((key) => (
          <Row key={key} name={t(key)} value={t('metres', { length: formatDecimal(stock[key]) })} />
        ))}
      </dl>
    </section>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
