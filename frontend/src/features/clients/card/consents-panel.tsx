'use client';

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Consent } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { viewProblem } from '../../../shared/api/problems';
import { formatDay } from '../../../shared/formatting';
import { useMe } from '../../../shared/session/session';
import { Panel } from '../../../shared/ui/panel';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { ConsentForm } from './consent-form';
import { useWithdrawConsent } from './use-consents';
import { useEditing } from './use-editing';
import classes from './consents.module.css';

/** By what the client may be written to, on what ground, and where that can be seen. */
export function ConsentsPanel() {
  const t = useTranslations('client.consents');
  const { client, canEdit } = useEditing();
  const [adding, setAdding] = useState(false);
  const add = canEdit && !adding && (
    <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Panel title={t('title')} aside={add}>
      {adding && <ConsentForm clientId={client.id} onDone={() => setAdding(false)} />}
      {client.consents.length === 0 && !adding && <p className={classes.none}>{t('none')}</p>}
      <ul className={classes.list}>
        {client.consents.map((consent) => (
          <ConsentRow key={consent.id} consent={consent} editable={canEdit} />
        ))}
      </ul>
    </Panel>
  );
}

function ConsentRow({ consent, editable }: { consent: Consent; editable: boolean }) {
  const t = useTranslations('client.consents');
  const common = useTranslations('common');
  const { client } = useEditing();
  const { timezone } = useMe().organization;
  const [asking, setAsking] = useState(false);
  const withdraw = useWithdrawConsent(client.id);
  const { channel, basis, proof, grantedAt, withdrawnAt, recordedBy } = consent;
  return (
    <li className={classes.consent} data-withdrawn={withdrawnAt !== null || undefined}>
      <div className={classes.head}>
        <span className={classes.channel}>{t(`channels.${channel}`)}</span>
        {withdrawnAt ? (
          <span className={classes.withdrawn}>{t('withdrawn', { date: formatDay(withdrawnAt, timezone) })}</span>
        ) : (
          <span className={classes.granted}>{t('granted', { date: formatDay(grantedAt, timezone) })}</span>
        )}
      </div>
      <div>{basis}</div>
      <div className={classes.proof}>
        {t('proof')}: {proof}
        {recordedBy && ` · ${t('by', { name: recordedBy.name })}`}
      </div>
      {withdraw.isError && <ProblemAlert problem={viewProblem(withdraw.error)} />}
      {editable && withdrawnAt === null && !asking && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          className={classes.withdraw}
          onClick={() => setAsking(true)}
        >
          {t('withdraw')}
        </Button>
      )}
      {asking && withdrawnAt === null && (
        <div className={classes.asking}>
          <span>{t('sure')}</span>
          <Button size="compact-sm" loading={withdraw.isPending} onClick={() => withdraw.mutate(consent.id)}>
            {t('withdraw')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
            {common('cancel')}
          </Button>
        </div>
      )}
    </li>
  );
}
