'use client';

import { Button, Group, Modal, Radio } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Client } from '@smet/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { useChangeWords } from '../card/use-change-words';
import { usePartName } from '../history/use-part-name';
import { clientQuery } from '../queries';
import { ChooseOther } from './choose-other';
import { mergeRows } from './merge-rows';
import type { Choices, MergeRow, Side } from './merge-rows';
import { useMergeClients } from './use-merge';
import classes from './merge.module.css';

/** Two records of one client become one: first who, then field by field whose value is kept. */
export default function MergeDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const t = useTranslations('client.merge');
  const common = useTranslations('common');
  const narrow = useMediaQuery('(max-width: 47.99em)');
  const [otherId, setOtherId] = useState<string | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size="xl"
      fullScreen={narrow}
      closeButtonProps={{ 'aria-label': common('close') }}
      closeOnClickOutside={false}
    >
      {otherId === null ? (
        <ChooseOther client={client} onChoose={setOtherId} />
      ) : (
        <Compare mine={client} otherId={otherId} onBack={() => setOtherId(null)} onDone={onClose} />
      )}
    </Modal>
  );
}

interface CompareProps {
  mine: Client;
  otherId: string;
  onBack: () => void;
  onDone: () => void;
}

function Compare({ mine, otherId, onBack, onDone }: CompareProps) {
  const t = useTranslations('client.merge');
  const other = useQuery({ ...clientQuery(api, otherId), staleTime: 0 });
  const [choices, setChoices] = useState<Choices>({});
  const merge = useMergeClients();
  if (other.isError) return <ProblemAlert problem={viewProblem(other.error)} onRetry={() => void other.refetch()} />;
  if (!other.data) return <SkeletonRows rows={4} />;
  const theirs = other.data;
  const rows = mergeRows(mine, theirs);
  return (
    <div className={classes.compare}>
      <p className={classes.about}>{t('about', { mine: mine.name, theirs: theirs.name })}</p>
      {rows.map((row) => (
        <Row
          key={row.key}
          row={row}
          side={choices[row.key] ?? row.usual}
          onChoose={(side) => setChoices({ ...choices, [row.key]: side })}
        />
      ))}
      {rows.length === 0 && <p className={classes.about}>{t('same')}</p>}
      <p className={classes.about}>{t('both')}</p>
      <div aria-live="polite">{merge.isError && <ProblemAlert problem={viewProblem(merge.error)} />}</div>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button
          loading={merge.isPending}
          onClick={() => {
            const fields = Object.fromEntries(rows.map(({ key, usual }) => [key, choices[key] ?? usual]));
            merge.mutate({ mine, theirs, choices: fields }, { onSuccess: onDone });
          }}
        >
          {t('submit')}
        </Button>
      </Group>
    </div>
  );
}

function Row({ row, side, onChoose }: { row: MergeRow; side: Side; onChoose: (side: Side) => void }) {
  const t = useTranslations('client.merge');
  const words = useChangeWords();
  const name = usePartName()(row.mine);
  return (
    <Radio.Group label={name} classNames={{ label: classes.rowName }} value={side} onChange={onChoose}>
      <div className={classes.sides}>
        {(['mine', 'theirs'] as const).map((one) => (
          <Radio.Card key={one} value={one} className={classes.side} aria-label={`${name}: ${words(row[one])}`}>
            <Radio.Indicator />
            <span>
              <span className={classes.whose}>{t(one)}</span>
              {words(row[one])}
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
