'use client';

import type { Proposal, ProposalAcceptance } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { formatMoney } from '../../shared/formatting';
import { AcceptForm } from './accept/accept-form';
import { readColor, wordsOn } from './brand-color';
import { CompanyHeader } from './company-header';
import { tellView } from './proposal-api';
import { Rooms } from './rooms';
import { StateBanner } from './state-banner';
import { Terms } from './terms';
import { Totals } from './totals';
import { QuestionForm } from './question-form';
import { useOnScreen } from './use-on-screen';
import { useOnline } from './use-online';
import { VariantSwitch } from './variant-switch';
import classes from './proposal.module.css';

interface ProposalPageProps {
  token: string;
  proposal: Proposal;
}

/** What a client sees of an estimate: one column, the most important first, the yes at the end and always at hand. */
export function ProposalPage({ token, proposal }: ProposalPageProps) {
  const t = useTranslations('proposal');
  const online = useOnline();
  const [given, setGiven] = useState<ProposalAcceptance | null>(null);
  const acceptance = given ?? proposal.acceptance;
  const [chosenId, setChosenId] = useState(proposal.currentVariantId);
  // Another one may have been looked at while the yes was on its way, or was said on another device.
  const shownId = acceptance?.variantId ?? chosenId;
  const variant = proposal.variants.find(({ id }) => id === shownId) ?? proposal.variants[0];
  const canAccept = acceptance === null && proposal.state === 'open';
  const isAccepting = useOnScreen('accept', canAccept);
  useEffect(() => tellView(token), [token]);
  const accepted = useRef<HTMLElement>(null);
  useEffect(() => {
    if (given === null) return;
    accepted.current?.focus({ preventScroll: true });
    accepted.current?.scrollIntoView({ block: 'center' });
  }, [given]);
  if (!variant) return null;

  const sum = formatMoney(variant.toPayMinor, proposal.currency);
  return (
    <div className={classes.page} style={brandOf(proposal)}>
      <a href="#variants" className={classes.skip}>
        {t('skip')}
      </a>
      <CompanyHeader proposal={proposal} variantId={variant.id} token={token} />
      <main className={classes.main}>
        <noscript>
          <p className={classes.notice}>{t('noScript')}</p>
        </noscript>
        <div aria-live="polite">
          {!online && <p className={classes.notice}>{t('offline')}</p>}
          <StateBanner proposal={proposal} acceptance={acceptance} accepted={accepted} />
        </div>
        <VariantSwitch proposal={proposal} variant={variant} locked={acceptance !== null} onChoose={setChosenId} />
        <Totals proposal={proposal} variant={variant} />
        <Rooms proposal={proposal} variant={variant} token={token} />
        <Terms proposal={proposal} />
        {canAccept && <AcceptForm token={token} proposal={proposal} variant={variant} onAccepted={setGiven} />}
        <QuestionForm token={token} />
      </main>
      <footer className={classes.footer}>
        {proposal.company.taxId !== '' &&
          t('footer', {
            name: proposal.company.legalName || proposal.company.name,
            taxId: proposal.company.taxId,
          })}
      </footer>
      {canAccept && (
        <div className={classes.bar} data-away={isAccepting}>
          <span className={classes.barSum}>{sum}</span>
          <a className={classes.button} href="#accept">
            {t('accept')}
          </a>
        </div>
      )}
    </div>
  );
}

/** The firm's colour, where it has one, with words on it that can be read. */
function brandOf({ company }: Proposal): CSSProperties {
  const color = readColor(company.brandColor);
  return color === null ? {} : ({ '--brand': color, '--on-brand': wordsOn(color) } as CSSProperties);
}
