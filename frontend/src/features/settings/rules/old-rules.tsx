'use client';

import { Button, Group } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { Organization, StoredRuleSet } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { viewProblem } from '../../../shared/api/problems';
import { formatMoment } from '../../../shared/formatting';
import { Notice } from '../../../shared/ui/notice';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { HistoryPanel } from './history-panel';
import { documentOf } from './rules-document-of';
import { RulesParts } from './rules-parts';
import { useKnownNames } from './use-known-names';
import { useRulesPreview } from './use-rules-preview';
import { useSaveRules } from './use-save-rules';

interface OldRulesProps {
  old: StoredRuleSet;
  current: StoredRuleSet;
  organization: Organization;
  mayRestore: boolean;
}

const unchangeable = () => undefined;

/** A version that is not in force any more, as it was; the preview shows what it would change. */
export function OldRules({ old, current, organization, mayRestore }: OldRulesProps) {
  const t = useTranslations('rules.history');
  const router = useRouter();
  const [open, setOpen] = useState<string | null>(null);
  const save = useSaveRules();
  const document = documentOf(old);
  const names = useKnownNames(document);
  const preview = useRulesPreview(documentOf(current), document);
  const restore = () =>
    save.mutate({ version: current.version, document }, { onSuccess: () => router.push('/settings/rules') });
  return (
    <RulesParts
      part={{ document, change: unchangeable, problems: [], names, items: preview.items, readOnly: true }}
      preview={preview}
      currency={organization.currency}
      open={open}
      onOpen={setOpen}
      head={
        <>
          <Notice
            tone="quiet"
            icon={<IconHistory aria-hidden />}
            title={t('shown', { version: old.version, date: formatMoment(old.createdAt, organization.timezone) })}
          >
            <p>{t('shownAbout')}</p>
            <Group gap="sm">
              <Button component={Link} href="/settings/rules" variant="default" size="sm">
                {t('back')}
              </Button>
              {mayRestore && (
                <Button size="sm" loading={save.isPending} onClick={restore}>
                  {t('restore')}
                </Button>
              )}
            </Group>
          </Notice>
          {save.isError && <ProblemAlert problem={viewProblem(save.error)} />}
        </>
      }
      foot={<HistoryPanel current={current.version} shown={old.version} timezone={organization.timezone} />}
    />
  );
}
