'use client';

import type { EstimateDifference } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatDecimal, formatMoney } from '../../../shared/formatting';
import classes from './difference.module.css';

type LineDifference = EstimateDifference['lines'][number];

interface DifferenceViewProps {
  difference: EstimateDifference;
  currency: string;
  /** What is compared with what. */
  before: string;
  after: string;
  /** Names of rooms by id. */
  rooms: ReadonlyMap<string, string>;
}

/** A sum with its sign: what it adds to what is to be paid. */
export function formatDelta(minor: number, currency: string): string {
  if (minor === 0) return formatMoney(0, currency);
  return `${minor > 0 ? '+' : '−'}${formatMoney(Math.abs(minor), currency)}`;
}

/** Why two results cost differently, part by part; the parts add up to the difference. */
export function DifferenceView({ difference, currency, before, after, rooms }: DifferenceViewProps) {
  const t = useTranslations('variants.difference');
  const { lines, adjustments, toPayMinor, differenceMinor } = difference;
  const parts = [
    { key: 'discount', minor: difference.discountMinor },
    { key: 'topUp', minor: difference.topUpMinor },
    { key: 'vat', minor: difference.vatMinor },
    { key: 'rounding', minor: difference.roundingMinor },
  ] as const;
  return (
    <div className={classes.difference}>
      <dl className={classes.totals}>
        <div>
          <dt>{before}</dt>
          <dd className="tabular">{formatMoney(toPayMinor.before, currency)}</dd>
        </div>
        <div>
          <dt>{after}</dt>
          <dd className="tabular">{formatMoney(toPayMinor.after, currency)}</dd>
        </div>
        <div data-main>
          <dt>{t('together')}</dt>
          <dd className="tabular">{formatDelta(differenceMinor, currency)}</dd>
        </div>
      </dl>
      {lines.length === 0 && adjustments.length === 0 && differenceMinor === 0 && (
        <p className={classes.same}>{t('same')}</p>
      )}
      <Lines lines={lines} currency={currency} rooms={rooms} />
      <dl className={classes.parts}>
        {adjustments.map(({ key, name, differenceMinor: minor }) => (
          <Part key={key} name={name} minor={minor} currency={currency} />
        ))}
        {parts
          .filter(({ minor }) => minor !== 0)
          .map(({ key, minor }) => (
            <Part key={key} name={t(key)} minor={minor} currency={currency} />
          ))}
      </dl>
    </div>
  );
}

function Part({ name, minor, currency }: { name: string; minor: number; currency: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="tabular">{formatDelta(minor, currency)}</dd>
    </div>
  );
}

function Lines({
  lines,
  currency,
  rooms,
}: Pick<DifferenceViewProps, 'currency' | 'rooms'> & { lines: LineDifference[] }) {
  const t = useTranslations('variants.difference');
  if (lines.length === 0) return null;
  const groups = [...new Set(lines.map(({ roomId }) => roomId))].map(
    (roomId) => [roomId, lines.filter((line) => line.roomId === roomId)] as const,
  );
  return (
    <table className={classes.lines}>
      <thead>
        <tr>
          <th scope="col">{t('line')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
          <th scope="col">{t('delta')}</th>
        </tr>
      </thead>
      {groups.map(([roomId, ofRoom]) => (
        <tbody key={roomId ?? 'common'}>
          <tr className={classes.room}>
            <th scope="colgroup" colSpan={4}>
              {roomId === null ? t('common') : (rooms.get(roomId) ?? t('goneRoom'))}
            </th>
          </tr>
          {ofRoom.map((line) => (
            <Line key={line.key} line={line} currency={currency} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Line({ line, currency }: { line: LineDifference; currency: string }) {
  const t = useTranslations('variants.difference');
  const { itemName, kind } = line;
  const isReplaced = itemName.before !== null && itemName.after !== null && itemName.before !== itemName.after;
  return (
    <tr data-kind={kind}>
      <td className={classes.name}>
        {line.name}
        {isReplaced && <small>{t('insteadOf', { name: itemName.before ?? '' })}</small>}
        {kind !== 'changed' && <small>{t(kind)}</small>}
      </td>
      <td className={classes.side}>{side(line, 'before', currency)}</td>
      <td className={classes.side}>{side(line, 'after', currency)}</td>
      <td className={classes.delta}>{formatDelta(line.differenceMinor, currency)}</td>
    </tr>
  );
}

/** "12,5 м × 300 ₽ − 5 %", or a dash where the line is not there. */
function side(line: LineDifference, at: 'before' | 'after', currency: string): string {
  const [amount, price, unit] = [line.quantity[at], line.priceMinor[at], line.itemUnit[at]];
  if (amount === null || price === null) return '—';
  const percent = line.discountPercent[at];
  const discount = percent === null || percent === '0' ? '' : ` − ${formatDecimal(percent)} %`;
  return `${formatDecimal(amount)} ${unit} × ${formatMoney(price, currency)}${discount}`;
}
