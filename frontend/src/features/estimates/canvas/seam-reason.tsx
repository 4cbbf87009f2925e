'use client';

import { Button, Loader } from '@mantine/core';
import type { CanvasOptions, PricedAlternative, SeamReason } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatDecimal, formatFixed, formatMoney } from '../../../shared/formatting';
import { useCanvasWords } from './film-words';
import type { SeamAnswerState } from './use-seam-answer';
import panels from '../panel.module.css';
import classes from './canvas.module.css';

interface SeamReasonViewProps {
  answer: SeamAnswerState;
  corners: number;
  currency: string;
  readOnly: boolean;
  onTake: (options: CanvasOptions) => void;
}

/** Why there is a seam, and what avoiding it would cost. */
export function SeamReasonView({ answer, corners, currency, readOnly, onTake }: SeamReasonViewProps) {
  const t = useTranslations('plan.canvas');
  return (
    <section className={panels.section} aria-busy={answer.state === 'computing'}>
      <h3 className={panels.title}>{t('whySeam')}</h3>
      <div aria-live="polite" className={classes.reasons}>
        {answer.state === 'computing' && (
          <p className={classes.computing}>
            <Loader size={16} /> {t('computing')}
          </p>
        )}
        {answer.state === 'failed' && (
          <p className={classes.note}>
            {t('failed')}{' '}
            <Button variant="subtle" size="compact-sm" onClick={answer.retry}>
              {t('retry')}
            </Button>
          </p>
        )}
        {answer.state === 'ready' && answer.answer && (
          <>
            <Reason reason={answer.answer.reason} />
            {answer.answer.alternatives.length === 0 ? (
              <p className={classes.note}>{t('noOffers')}</p>
            ) : (
              <ul className={classes.offers}>
                {answer.answer.alternatives.map((offer, index) => (
                  <Offer
                    key={index}
                    offer={offer}
                    corners={corners}
                    currency={currency}
                    onTake={readOnly ? null : () => onTake(offer.options)}
                  />
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function Reason({ reason: { code, params } }: { reason: SeamReason }) {
  const t = useTranslations('plan.canvas.reasons');
  const words = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatFixed(value, 2) : formatDecimal(value),
    ]),
  );
  return <p className={classes.reason}>{t(code, words)}</p>;
}

interface OfferProps {
  offer: PricedAlternative;
  corners: number;
  currency: string;
  onTake: (() => void) | null;
}

function Offer({ offer: { canvas, options, differenceMinor }, corners, currency, onTake }: OfferProps) {
  const t = useTranslations('plan.canvas');
  const words = useCanvasWords(corners);
  const money = (minor: number): string => `${minor < 0 ? '−' : '+'}${formatMoney(Math.abs(minor), currency)}`;
  return (
    <li className={classes.offer}>
      <span className={classes.offerWords}>{words(canvas, options)}</span>
      <b className="tabular" data-cheaper={(differenceMinor ?? 0) < 0 || undefined}>
        {differenceMinor === null ? t('noPrice') : differenceMinor === 0 ? t('samePrice') : money(differenceMinor)}
      </b>
      {onTake && (
        <Button variant="default" size="compact-sm" onClick={onTake}>
          {t('take')}
        </Button>
      )}
    </li>
  );
}
