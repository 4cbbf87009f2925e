'use client';

import { IconBuilding } from '@tabler/icons-react';
import type { ClientRow } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { formatPhone } from '../../../shared/formatting';
import { Tags } from '../tags';
import classes from './client-list.module.css';

/** One client on a phone: the whole card is the link. */
export function ClientCard({ client }: { client: ClientRow }) {
  const t = useTranslations('clients.kinds');
  const [phone] = client.phones;
  const about = [phone ? formatPhone(phone.number) : client.emails[0], client.responsible?.name];
  return (
    <Link href={`/clients/${client.id}`} className={classes.card} prefetch={false}>
      <span className={classes.cardName}>
        {client.name}
        {client.kind === 'company' && <IconBuilding size={16} aria-label={t('company')} />}
      </span>
      <span className={classes.second}>{about.filter(Boolean).join(' · ')}</span>
      {client.tags.length > 0 && <Tags tags={client.tags} />}
    </Link>
  );
}
