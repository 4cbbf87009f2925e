'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { IconUserQuestion } from '@tabler/icons-react';
import type { Duplicate } from '@smet/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { api } from '../../../shared/api/client';
import { formatPhone } from '../../../shared/formatting';
import { duplicatesQuery } from '../queries';
import type { TypedClient } from '../queries';
import classes from './new-client.module.css';

const PAUSE_MS = 200;
const MOST = 4;

/** Who the client being typed may be already, with the way to them. */
export function DuplicateHints({ typed }: { typed: TypedClient }) {
  const t = useTranslations('clients.duplicates');
  const [settled] = useDebouncedValue(typed, PAUSE_MS);
  // A hint that cannot be had is not worth a word: the database keeps phones apart all the same.
  const found = useQuery(duplicatesQuery(api, settled));
  const isAsked = Object.keys(typed).length > 0;
  const hints = isAsked ? (found.data ?? []) : [];
  return (
    <div aria-live="polite" className={classes.hints}>
      {hints.length > 0 && (
        <>
          <p className={classes.hintsTitle}>
            <IconUserQuestion size={18} aria-hidden />
            {t('title')}
          </p>
          <ul className={classes.hintList}>
            {hints.slice(0, MOST).map((hint) => (
              <Hint key={hint.client.id} hint={hint} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Hint({ hint: { client, reasons } }: { hint: Duplicate }) {
  const t = useTranslations('clients.duplicates');
  const [phone] = client.phones;
  const reach = phone ? formatPhone(phone.number) : client.emails[0];
  return (
    <li>
      <Link href={`/clients/${client.id}`} className={classes.hint}>
        <span className={classes.hintName}>{client.name}</span>
        <span className={classes.hintNote}>
          {[reasons.map((reason) => t(`reasons.${reason}`)).join(', '), reach].filter(Boolean).join(' · ')}
        </span>
      </Link>
    </li>
  );
}
