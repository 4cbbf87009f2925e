'use client';

import { Anchor, Button } from '@mantine/core';
import { IconPhoneOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { ApiProblem } from '../../shared/api/problems';
import { formatPhone } from '../../shared/formatting';
import { Notice } from '../../shared/ui/notice';
import classes from './phone-taken.module.css';

interface Holder {
  number: string;
  id: string;
  name: string;
  deleted: boolean;
}

/** Who holds the phones that were refused; null for any other problem. */
export function holdersOf(error: unknown): Holder[] | null {
  if (!(error instanceof ApiProblem) || error.code !== 'CLIENT.PHONE_TAKEN') return null;
  return (error.current as { holders?: Holder[] } | undefined)?.holders ?? null;
}

/** A number belongs to one client. It is shared only when somebody says so. */
export function PhoneTaken({ holders, onShare }: { holders: Holder[]; onShare: () => void }) {
  const t = useTranslations('clients.taken');
  return (
    <Notice urgent tone="warning" icon={<IconPhoneOff aria-hidden />} title={t('title')}>
      <ul className={classes.holders}>
        {holders.map(({ number, id, name, deleted }) => (
          <li key={number}>
            <span className="tabular">{formatPhone(number)}</span>:{' '}
            <Anchor component={Link} href={`/clients/${id}`} inherit>
              {name}
            </Anchor>
            {deleted && ` ${t('inTrash')}`}
          </li>
        ))}
      </ul>
      <Button size="xs" variant="default" onClick={onShare}>
        {t('share')}
      </Button>
    </Notice>
  );
}
