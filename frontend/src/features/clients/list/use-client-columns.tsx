'use client';

import { IconBuilding } from '@tabler/icons-react';
import type { ClientRow } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useMemo } from 'react';
import { formatDay, formatPhone } from '../../../shared/formatting';
import { useMe } from '../../../shared/session/session';
import type { Column } from '../../../shared/ui/data-table';
import { RestoreButton } from '../restore-button';
import { Tags } from '../tags';
import classes from './client-list.module.css';

export function useClientColumns(trash: boolean): Column<ClientRow>[] {
  const t = useTranslations('clients.columns');
  const { timezone } = useMe().organization;
  return useMemo(() => {
    const day = (iso: string | null) => <span className="tabular">{iso ? formatDay(iso, timezone) : '—'}</span>;
    const ends: Column<ClientRow>[] = trash
      ? [
          { key: 'deletedAt', title: t('deleted'), width: 116, render: (client) => day(client.deletedAt) },
          { key: 'restore', title: '', width: 130, render: (client) => <RestoreButton client={client} /> },
        ]
      : [
          {
            key: 'updatedAt',
            title: t('updated'),
            align: 'right',
            width: 122,
            sortable: true,
            wideOnly: true,
            render: (client) => day(client.updatedAt),
          },
        ];
    return [
      { key: 'name', title: t('name'), sortable: true, render: (client) => <NameCell client={client} /> },
      { key: 'phones', title: t('reach'), render: (client) => <ReachCell client={client} /> },
      { key: 'tags', title: t('tags'), render: (client) => <Tags tags={client.tags} /> },
      { key: 'source', title: t('source'), wideOnly: true, render: (client) => client.source ?? '—' },
      { key: 'responsible', title: t('responsible'), render: (client) => client.responsible?.name ?? '—' },
      ...ends,
    ];
  }, [t, timezone, trash]);
}

function NameCell({ client }: { client: ClientRow }) {
  const t = useTranslations('clients.kinds');
  return (
    <div className={classes.nameCell}>
      <Link href={`/clients/${client.id}`} className={classes.name} prefetch={false}>
        {client.name}
        {client.kind === 'company' && <IconBuilding size={16} aria-label={t('company')} />}
      </Link>
    </div>
  );
}

function ReachCell({ client: { phones, emails } }: { client: ClientRow }) {
  const t = useTranslations('clients');
  const [phone] = phones;
  const [email] = emails;
  const more = phones.length + emails.length - (phone ? 1 : 0) - (email ? 1 : 0);
  return (
    <div className={classes.reach}>
      {phone && <div className="tabular">{formatPhone(phone.number)}</div>}
      {email && <div className={phone && classes.second}>{email}</div>}
      {more > 0 && <div className={classes.second}>{t('moreContacts', { count: more })}</div>}
    </div>
  );
}
