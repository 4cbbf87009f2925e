'use client';

import type { Import } from '@smet/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { ApiProblem, viewProblem } from '../../shared/api/problems';
import { formatMoment } from '../../shared/formatting';
import { useCan, useMe } from '../../shared/session/session';
import { PageHeader } from '../../shared/ui/page-header';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { ImportActions } from './import-actions';
import { ImportOutcome } from './import-outcome';
import { ImportProgress } from './import-progress';
import { ImportRows } from './import-rows';
import { ImportState } from './import-state';
import { MappingForm } from './mapping/mapping-form';
import { importQuery } from './queries';
import { useImportSteps } from './use-import-steps';
import { useKindTitle } from './use-kind-title';
import classes from './imports.module.css';

const HTTP_CONFLICT = 409;
const LOOK_AGAIN_MS = 2000;
const AT_WORK: ReadonlySet<Import['state']> = new Set(['reading', 'checking', 'applying', 'undoing']);

/** One import from its file to what came of it. Which part is shown is said by its state alone: a reload changes nothing. */
export function ImportView({ id }: { id: string }) {
  const t = useTranslations('imports');
  const { data: record, error } = useQuery({
    ...importQuery(api, id),
    // What moved before this page listened to live changes is not told again.
    refetchInterval: ({ state }) => state.data !== undefined && AT_WORK.has(state.data.state) && LOOK_AGAIN_MS,
  });
  if (!record) return error ? <ProblemAlert problem={viewProblem(error)} /> : null;
  return (
    <>
      <PageHeader
        back={<Link href="/imports">{t('back')}</Link>}
        title={<span className={classes.fileTitle}>{record.file.name}</span>}
        note={<Note record={record} />}
      />
      <Stage key={`${record.state}:${record.version}`} record={record} />
    </>
  );
}

function Note({ record }: { record: Import }) {
  const t = useTranslations('imports.detail');
  const kindTitle = useKindTitle();
  const { timezone } = useMe().organization;
  return (
    <span className={classes.note}>
      <ImportState state={record.state} />
      <span>
        {t('note', {
          kind: kindTitle(record.kind),
          person: record.createdBy.name,
          moment: formatMoment(record.createdAt, timezone),
        })}
      </span>
      <a href={`/api/v1/files/${record.file.id}`}>{t('source')}</a>
    </span>
  );
}

/** Begins anew with every step: what was being chosen before it does not concern the next one. */
function Stage({ record }: { record: Import }) {
  const can = useCan();
  const steps = useImportSteps(record);
  const [remapping, setRemapping] = useState(false);
  const { state, counts } = record;
  const runs = can('import:run');
  const mapped = runs && record.steps.includes('map') && (remapping || state !== 'checked');
  const judged = counts.new + counts.changed + counts.unchanged + counts.faulty > 0;
  return (
    <div className={classes.stage}>
      <StepProblem error={steps.error} />
      {AT_WORK.has(state) && <ImportProgress record={record} steps={steps} mayStop={runs} />}
      <ImportOutcome record={record} />
      {mapped && <MappingForm record={record} steps={steps} />}
      {!mapped && judged && !AT_WORK.has(state) && (
        <>
          {runs && <ImportActions record={record} steps={steps} onRemap={() => setRemapping(true)} />}
          <ImportRows record={record} />
        </>
      )}
    </div>
  );
}

function StepProblem({ error }: { error: Error | null }) {
  const t = useTranslations('imports.detail');
  if (error === null) return null;
  const stale = error instanceof ApiProblem && error.status === HTTP_CONFLICT;
  return (
    <ProblemAlert problem={viewProblem(error)}>{stale && <p className={classes.after}>{t('changed')}</p>}</ProblemAlert>
  );
}
