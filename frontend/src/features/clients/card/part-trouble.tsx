'use client';

import { Button, CloseButton, Group, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { viewProblem } from '../../../shared/api/problems';
import { Notice } from '../../../shared/ui/notice';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { holdersOf, PhoneTaken } from '../phone-taken';
import { heldBy } from './client-parts';
import { EditConflict, useEditing } from './use-editing';
import type { Trouble } from './use-editing';
import { useChangeWords } from './use-change-words';
import classes from './client-view.module.css';

/** Says below a part why its change did not come through, and what can be done about it. */
export function PartTrouble({ place }: { place: string }) {
  const { troubleAt } = useEditing();
  const trouble = troubleAt(place);
  return (
    <div aria-live="polite" className={classes.trouble}>
      {trouble && <TroubleNotice trouble={trouble} place={place} />}
    </div>
  );
}

function TroubleNotice({ trouble: { change, error }, place }: { trouble: Trouble; place: string }) {
  const t = useTranslations('client.trouble');
  const common = useTranslations('common');
  const { save, dismiss } = useEditing();
  const words = useChangeWords();
  if (error instanceof EditConflict) {
    return (
      <Notice urgent tone="warning" icon={<IconUsersGroup aria-hidden />} title={t('conflict')}>
        <Text size="sm">{t('both', { mine: words(change), theirs: words(heldBy(error.theirs, change)) })}</Text>
        <Group gap="sm" mt="sm">
          <Button size="xs" variant="default" onClick={() => save(change)}>
            {t('keepMine')}
          </Button>
          <Button size="xs" variant="default" onClick={() => dismiss(place)}>
            {t('takeTheirs')}
          </Button>
        </Group>
      </Notice>
    );
  }
  const holders = holdersOf(error);
  return (
    <div className={classes.refusal}>
      {holders ? (
        <PhoneTaken
          holders={holders}
          onShare={() =>
            save(
              change,
              holders.map(({ number }) => number),
            )
          }
        />
      ) : (
        <ProblemAlert problem={viewProblem(error)}>
          <Text size="sm">{t('rolledBack', { value: words(change) })}</Text>
        </ProblemAlert>
      )}
      <CloseButton className={classes.refusalClose} aria-label={common('close')} onClick={() => dismiss(place)} />
    </div>
  );
}
