'use client';

import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconGitMerge, IconHistory } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { viewProblem } from '../../shared/api/problems';
import { formatMoment } from '../../shared/formatting';
import { useMe } from '../../shared/session/session';
import { Notice } from '../../shared/ui/notice';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { ChooseState } from './choose-state';
import { usePlaceWords } from './merge/use-place-words';
import { Refused } from './refused';
import type { FormProblem } from './model/check-form';
import type { EstimateEditing } from './model/use-estimate-form';
import type { VariantResult } from './model/use-estimate-result';
import type { Saving } from './model/use-saving';
import { OldVersion } from './versions/old-version';
import { PricesChanged } from './versions/prices-changed';
import { SentMeanwhile } from './versions/sent-meanwhile';
import classes from './editor.module.css';

interface EditorNoticesProps {
  editing: EstimateEditing;
  saving: Saving;
  results: VariantResult[];
  onOpenRoom: (roomId: string) => void;
}

/** Everything the editor has to say at once: refusals, restored drafts, somebody else's saves. */
export const EditorNotices = memo(function EditorNotices(props: EditorNoticesProps) {
  const { editing, saving, results, onOpenRoom } = props;
  const t = useTranslations('estimates.notices');
  const { base } = editing;
  const { other, kept, takeOther, dropOther } = editing.drafts;
  return (
    <div aria-live="polite" className={classes.notices}>
      {saving.refusal && (
        <ProblemAlert problem={viewProblem(saving.refusal)} onRetry={saving.ask}>
          <Refused refusals={saving.refusals} onOpenRoom={onOpenRoom} />
        </ProblemAlert>
      )}
      <Unfinished problems={saving.unfinished} onOpenRoom={onOpenRoom} />
      <Restored editing={editing} />
      {!kept && (
        <Notice tone="warning" icon={<IconAlertTriangle />}>
          {t('notKept')}
        </Notice>
      )}
      <OldVersion estimate={base} />
      {saving.state === 'sent' && <SentMeanwhile estimate={base} />}
      <PricesChanged editing={editing} saving={saving} results={results} />
      <Taken editing={editing} />
      {other && (
        <ChooseState
          reason={t(other.version < base.version ? 'olderDraft' : 'otherDraft')}
          mine={{ form: other.form, label: t('draft') }}
          saved={base}
          onTakeMine={takeOther}
          takeMineLabel={t('takeDraft')}
          onTakeSaved={dropOther}
        />
      )}
    </div>
  );
});

function Unfinished({ problems, onOpenRoom }: { problems: FormProblem[]; onOpenRoom: (roomId: string) => void }) {
  const t = useTranslations('estimates.notices');
  if (problems.length === 0) return null;
  return (
    <Notice urgent tone="warning" icon={<IconAlertTriangle />} title={t('unfinishedTitle')}>
      <ul className={classes.problems}>
        {problems.map((problem) => (
          <li
            key={`${problem.kind} ${'roomId' in problem ? problem.roomId : 'variantId' in problem ? problem.variantId : ''}`}
          >
            {t(`unfinished.${problem.kind}`, { name: 'name' in problem ? problem.name : '' })}{' '}
            {'roomId' in problem && (
              <button type="button" className={classes.link} onClick={() => onOpenRoom(problem.roomId)}>
                {t('openRoom')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {t('nothingLost')}
    </Notice>
  );
}

const MOST_NAMED = 3;

/** What another person saved meanwhile and is in the form now. */
function Taken({ editing: { taken, form, base, forgetTaken } }: { editing: EstimateEditing }) {
  const t = useTranslations('estimates.notices');
  const placeWords = usePlaceWords({ form, estimate: base });
  if (taken.length === 0) return null;
  const named = taken.slice(0, MOST_NAMED).map(placeWords).join('; ');
  const more = taken.length - MOST_NAMED;
  const places = more > 0 ? t('takenMore', { places: named, count: String(more) }) : named;
  return (
    <Notice tone="quiet" icon={<IconGitMerge />}>
      <Group justify="space-between" gap="sm">
        <span>{t('taken', { places })}</span>
        <Button size="compact-sm" variant="subtle" onClick={forgetTaken}>
          {t('takenOk')}
        </Button>
      </Group>
    </Notice>
  );
}

function Restored({ editing }: { editing: EstimateEditing }) {
  const t = useTranslations('estimates.notices');
  const { timezone } = useMe().organization;
  const { base, takeSaved } = editing;
  const { restored, settleRestored } = editing.drafts;
  if (!restored) return null;
  return (
    <Notice tone="quiet" icon={<IconHistory />}>
      <Group justify="space-between" gap="sm">
        <span>{t('restored', { at: formatMoment(restored.savedAt, timezone) })}</span>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => takeSaved(base)}>
            {t('dropRestored')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={settleRestored}>
            {t('keepRestored')}
          </Button>
        </Group>
      </Group>
    </Notice>
  );
}
