'use client';

import { Badge, Button, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { formatDay, formatMoney } from '../../../shared/formatting';
import { useCan, useMe } from '../../../shared/session/session';
import { viewProblem } from '../../../shared/api/problems';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import type { EstimateVersion, EstimateView } from '../model/types';
import type { EstimateEditing } from '../model/use-estimate-form';
import type { Saving } from '../model/use-saving';
import { CompareVersions } from './compare-versions';
import { IssueForm } from './issue-form';
import { newestOf } from './newest';
import { useEstimateAction } from './use-estimate-action';
import classes from './versions.module.css';

interface VersionListProps {
  editing: EstimateEditing;
  saving: Saving;
}

/** All versions, the newest first; sending the draft, a new version from one that was sent, and what lies between two. */
export function VersionList({ editing, saving }: VersionListProps) {
  const { base } = editing;
  const isNewest = base.number === newestOf(base).number;
  return (
    <Stack gap="lg">
      {isNewest && base.status === 'draft' && base.canIssue && <IssueForm editing={editing} saving={saving} />}
      {isNewest && base.status === 'issued' && <NewVersion estimate={base} />}
      <ul className={classes.versions}>
        {base.versions.toReversed().map((version) => (
          <VersionRow key={version.number} estimate={base} version={version} />
        ))}
      </ul>
      {base.versions.length > 1 && <CompareVersions estimate={base} />}
    </Stack>
  );
}

interface VersionRowProps {
  estimate: EstimateView;
  version: EstimateVersion;
}

function VersionRow({ estimate, version }: VersionRowProps) {
  const t = useTranslations('versions');
  const { timezone } = useMe().organization;
  const { number, status, issuedAt, validUntil, toPayMinor, accepted } = version;
  const isShown = number === estimate.number;
  const isNewest = number === newestOf(estimate).number;
  const href = isNewest ? `/estimates/${estimate.id}` : `/estimates/${estimate.id}/versions/${number}`;
  return (
    <li className={classes.row} data-shown={isShown || undefined}>
      <span className={classes.rowName}>
        {t('version', { number: String(number) })}
        {accepted ? (
          <Badge color="green" variant="light">
            {t('accepted')}
          </Badge>
        ) : (
          <Badge color={status === 'issued' ? 'blue' : 'gray'} variant="light">
            {t(`status.${status}`)}
          </Badge>
        )}
      </span>
      <span className={`${classes.rowSum} tabular`}>{formatMoney(toPayMinor, estimate.currency)}</span>
      <span className={classes.rowDates}>
        {issuedAt && t('issuedAt', { date: formatDay(issuedAt, timezone) })}
        {validUntil && ` · ${t('validUntil', { date: formatDay(validUntil, 'UTC') })}`}
      </span>
      {isShown ? (
        <span className={classes.rowDates}>{t('shown')}</span>
      ) : (
        <Link className={classes.rowLink} href={href}>
          {t('show')}
        </Link>
      )}
    </li>
  );
}

/** What was sent never changes: work goes on in a new draft made from it. */
function NewVersion({ estimate }: { estimate: EstimateView }) {
  const t = useTranslations('versions');
  const can = useCan();
  const create = useEstimateAction(estimate.id, (api, version: number) => api.newVersion({ version }));
  if (!can('estimate:edit')) return null;
  return (
    <div className={classes.block}>
      <p className={classes.text}>{t('newVersionText')}</p>
      <Button loading={create.isPending} onClick={() => create.mutate(estimate.version)}>
        {t('newVersion')}
      </Button>
      {create.isError && <ProblemAlert problem={viewProblem(create.error)} />}
    </div>
  );
}
