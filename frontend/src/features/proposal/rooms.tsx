'use client';

import type { Proposal, ProposalVariant } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { formatDecimal, formatMoney } from '../../shared/formatting';
import { drawingUrl } from './proposal-api';
import { sharesOf, type ProposalAdjustment, type RoomShare } from './room-lines';
import classes from './proposal.module.css';

interface RoomsProps {
  proposal: Proposal;
  variant: ProposalVariant;
  token: string;
}

/** Room by room: its drawing, its size, and what is done there. */
export function Rooms({ proposal, variant, token }: RoomsProps) {
  const t = useTranslations('proposal.rooms');
  return (
    <section className={classes.rooms}>
      <h2 className={classes.sectionTitle}>{t('title')}</h2>
      {sharesOf(proposal.rooms, variant).map((share) => (
        <article key={share.room?.id ?? 'common'} className={`${classes.card} ${classes.room}`}>
          {share.room && <Drawing room={share.room} token={token} />}
          <div className={classes.roomHead}>
            <h3 className={classes.cardTitle}>{share.room?.name ?? t('common')}</h3>
            <span className="tabular">{formatMoney(share.sumMinor, proposal.currency)}</span>
          </div>
          {share.room && (
            <p className={classes.muted}>
              {t('measures', {
                area: formatDecimal(share.room.area),
                perimeter: formatDecimal(share.room.perimeter),
              })}
            </p>
          )}
          <Included share={share} currency={proposal.currency} />
        </article>
      ))}
    </section>
  );
}

/** Its place is kept while it loads; the device's theme chooses between the two. */
function Drawing({ room, token }: { room: NonNullable<RoomShare['room']>; token: string }) {
  const t = useTranslations('proposal.rooms');
  return (
    <picture>
      <source media="(prefers-color-scheme: dark)" srcSet={drawingUrl(token, room.id, 'dark')} />
      <img
        className={classes.drawing}
        src={drawingUrl(token, room.id, 'light')}
        alt={t('drawing', { name: room.name })}
        width={420}
        height={280}
        loading="lazy"
        decoding="async"
      />
    </picture>
  );
}

function Included({ share, currency }: { share: RoomShare; currency: string }) {
  const t = useTranslations('proposal.rooms');
  const { lines, adjustments } = share;
  const nameOf = ({ kind, name, percent }: ProposalAdjustment) => {
    if (kind === 'minimum-order') return t('minimumOrder');
    return percent === null ? name : t('percent', { name, percent: formatDecimal(percent) });
  };
  const rows = [
    ...lines.map(({ name, unit, quantity, sumMinor }) => ({
      name,
      sumMinor,
      amount: `${formatDecimal(quantity)} ${unit}`,
    })),
    ...adjustments.map((adjustment) => ({ name: nameOf(adjustment), sumMinor: adjustment.sumMinor, amount: '' })),
  ];
  return (
    <details className={classes.included}>
      <summary>{t('included', { count: rows.length })}</summary>
      <ul className={classes.lines}>
        {rows.map(({ name, amount, sumMinor }, index) => (
          // Two lines may have the same name; they have no other identity here and never move.
          <li key={index}>
            <span>{name}</span>
            <span className={classes.amount}>{amount}</span>
            <span className="tabular">{formatMoney(sumMinor, currency)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
