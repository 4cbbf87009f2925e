'use client';

import type { MassChangePreview, PriceList } from '@smet/api-client';
import { useFormatter, useTranslations } from 'next-intl';
import { formatMoney } from '../../../shared/formatting';
import classes from '../nomenclature.module.css';

/** What would become of the prices: how many, how much in all, and the first of them. */
export function MassChangeSample({ preview, list }: { preview: MassChangePreview; list: PriceList }) {
  const t = useTranslations('nomenclature.mass');
  const columns = useTranslations('nomenclature.columns');
  const format = useFormatter();
  const { count, unchanged, plannedLater, sample } = preview;
  if (count === 0) return <p className={classes.dim}>{t('nothing')}</p>;
  return (
    <section aria-label={t('preview')}>
      <p>
        {t('count', { count })}
        {unchanged > 0 && ` ${t('unchanged', { count: unchanged })}`}
        {plannedLater > 0 && ` ${t('plannedLater', { count: plannedLater })}`}
      </p>
      <div className={classes.scroll}>
        <table className={classes.history}>
          <thead>
            <tr>
              <th>{columns('code')}</th>
              <th>{columns('name')}</th>
              <th className={classes.right}>{t('before')}</th>
              <th className={classes.right}>{t('after')}</th>
            </tr>
          </thead>
          <tbody>
            {sample.map(({ itemId, code, name, beforeMinor, afterMinor }) => (
              <tr key={itemId}>
                <td>{code}</td>
                <td>{name}</td>
                <td className={`${classes.right} tabular`}>{formatMoney(beforeMinor, list.currency)}</td>
                <td className={`${classes.right} ${classes.after} tabular`}>
                  {formatMoney(afterMinor, list.currency)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > sample.length && (
        <p className={classes.dim}>{t('andMore', { count: format.number(count - sample.length) })}</p>
      )}
    </section>
  );
}
