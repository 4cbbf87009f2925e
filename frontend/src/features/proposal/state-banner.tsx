'use client';

import type { Proposal, ProposalAcceptance } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { formatDay, formatMoment, formatMoney } from '../../shared/formatting';
import { useVariantName } from './variant-name';
import classes from './proposal.module.css';

interface StateBannerProps {
  proposal: Proposal;
  acceptance: ProposalAcceptance | null;
  /** Where the yes is told. */
  accepted: Ref<HTMLElement>;
}

/** Where the offer stands when it is not simply open: accepted, too old, or followed by a newer one. */
export function StateBanner({ proposal, acceptance, accepted }: StateBannerProps) {
  const t = useTranslations('proposal.states');
  if (acceptance !== null) return <Accepted ref={accepted} proposal={proposal} acceptance={acceptance} />;
  if (proposal.state === 'superseded') {
    return <Banner title={t('superseded.title')}>{t('superseded.text')}</Banner>;
  }
  if (proposal.state !== 'lapsed') return null;
  const date = formatDay(`${proposal.validUntil ?? ''}T00:00:00Z`, 'UTC');
  return <Banner title={t('lapsed.title')}>{t('lapsed.text', { date })}</Banner>;
}

interface AcceptedProps {
  ref: Ref<HTMLElement>;
  proposal: Proposal;
  acceptance: ProposalAcceptance;
}

function Accepted({ ref, proposal, acceptance }: AcceptedProps) {
  const t = useTranslations('proposal.states.accepted');
  const nameOf = useVariantName();
  const variant = proposal.variants.find(({ id }) => id === acceptance.variantId);
  const told = {
    name: acceptance.name,
    moment: formatMoment(acceptance.acceptedAt, proposal.timezone),
    variant: variant ? nameOf(proposal, variant) : '',
    sum: formatMoney(variant?.toPayMinor ?? 0, proposal.currency),
  };
  return (
    <section ref={ref} className={`${classes.card} ${classes.good}`} id="accepted" tabIndex={-1}>
      <h2 className={classes.cardTitle}>{t('title')}</h2>
      <p>{t('text', told)}</p>
      <p>{t('next')}</p>
    </section>
  );
}

function Banner({ title, children }: { title: string; children: string }) {
  return (
    <section className={`${classes.card} ${classes.warn}`}>
      <h2 className={classes.cardTitle}>{title}</h2>
      <p>{children}</p>
    </section>
  );
}
