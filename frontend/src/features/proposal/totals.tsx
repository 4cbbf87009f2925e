'use client';

import type { Proposal, ProposalVariant } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { formatDecimal, formatMoney } from '../../shared/formatting';
import classes from './proposal.module.css';

/** From the sum of the lines to what is paid, and when. */
export function Totals({ proposal, variant }: { proposal: Proposal; variant: ProposalVariant }) {
  const t = useTranslations('proposal.totals');
  const payments = useTranslations('proposal.payments');
  const money = (minor: number) => formatMoney(minor, proposal.currency);
  const { grossMinor, toPayMinor, vat, schedule } = variant;
  const between = betweenOf(variant);
  return (
    <section className={classes.card}>
      <h2 className={classes.cardTitle}>{t('title')}</h2>
      <dl className={classes.sums}>
        {between.length > 0 && <Sum label={t('gross')} value={money(grossMinor)} />}
        {between.map(({ kind, minor }) => (
          <Sum
            key={kind}
            label={kind === 'vatOnTop' ? t(kind, { rate: formatDecimal(vat?.ratePercent ?? '0') }) : t(kind)}
            value={money(minor).replace('-', '−')}
          />
        ))}
        <Sum label={t('toPay')} value={money(toPayMinor)} strong />
        {vat?.mode === 'included' && (
          <Sum label={t('vatIncluded', { rate: formatDecimal(vat.ratePercent) })} value={money(vat.amountMinor)} />
        )}
      </dl>
      {schedule.length > 1 && (
        <>
          <h3 className={classes.small}>{t('schedule')}</h3>
          <dl className={classes.sums}>
            {schedule.map(({ when, percent, amountMinor }) => (
              <Sum
                key={when}
                label={t('payment', { percent: formatDecimal(percent), when: payments(when) })}
                value={money(amountMinor)}
              />
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

interface Between {
  kind: 'discount' | 'topUp' | 'vatOnTop' | 'rounding';
  minor: number;
}

/** What lies between the sum of the lines and what is paid: together exactly the difference. */
function betweenOf({ grossMinor, discountMinor, toPayMinor, vat, adjustments }: ProposalVariant): Between[] {
  const topUp = adjustments.find(({ kind }) => kind === 'minimum-order')?.sumMinor ?? 0;
  const onTop = vat?.mode === 'on_top' ? vat.amountMinor : 0;
  const steps: Between[] = [
    { kind: 'discount', minor: -discountMinor },
    { kind: 'topUp', minor: topUp },
    { kind: 'vatOnTop', minor: onTop },
  ];
  const rounding = toPayMinor - steps.reduce((sum, { minor }) => sum + minor, grossMinor);
  return [...steps, { kind: 'rounding' as const, minor: rounding }].filter(({ minor }) => minor !== 0);
}

function Sum({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) {
  return (
    <div className={strong ? classes.strong : undefined}>
      <dt>{label}</dt>
      <dd className="tabular">{value}</dd>
    </div>
  );
}
