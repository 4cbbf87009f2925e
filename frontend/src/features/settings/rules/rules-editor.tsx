'use client';

import type { Organization, StoredRuleSet } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { formatMoney } from '../../../shared/formatting';
import { LeaveDialog } from '../leave-dialog';
import { SaveBar } from '../save-bar';
import { useSettingsDraft } from '../use-settings-draft';
import { HistoryPanel } from './history-panel';
import { problemsOf, wrongPartOf } from './rule-document';
import { documentOf } from './rules-document-of';
import { RulesParts } from './rules-parts';
import { useKnownNames } from './use-known-names';
import { useRulesPreview } from './use-rules-preview';
import { useSaveRules } from './use-save-rules';
import classes from './rules.module.css';

interface RulesEditorProps {
  stored: StoredRuleSet;
  organization: Organization;
  readOnly: boolean;
}

/** The rules in force, to be changed: a save makes the next version. */
export function RulesEditor({ stored, organization, readOnly }: RulesEditorProps) {
  const t = useTranslations('rules');
  const { currency, timezone } = organization;
  const draft = useSettingsDraft(stored, documentOf);
  const { base, form, dirty, change, reset, settle } = draft;
  const [open, setOpen] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const save = useSaveRules();
  const problems = useMemo(() => problemsOf(form), [form]);
  const names = useKnownNames(form);
  const preview = useRulesPreview(documentOf(base), form);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    const wrong = wrongPartOf(problems, form);
    if (wrong) setOpen(wrong);
    if (problems.length > 0) return;
    const onSuccess = (saved: StoredRuleSet) => {
      setTried(false);
      settle(form, saved);
    };
    save.mutate({ version: base.version, document: form }, { onSuccess });
  };
  const cancel = () => {
    save.reset();
    setOpen(null);
    setTried(false);
    reset();
  };
  const note =
    tried && problems.length > 0 ? (
      <span role="alert" className={classes.wrong}>
        {t('hasErrors', { count: problems.length })}
      </span>
    ) : (
      dirty && preview.preview && <TotalNote {...preview.preview.toPayMinor} currency={currency} />
    );
  return (
    <form onSubmit={submit} noValidate>
      <RulesParts
        part={{ document: form, change, problems, names, items: preview.items, readOnly }}
        preview={preview}
        currency={currency}
        open={open}
        onOpen={setOpen}
        head={<p className={classes.about}>{t('about')}</p>}
        foot={
          <>
            <HistoryPanel current={stored.version} shown={stored.version} timezone={timezone} />
            {!readOnly && (
              <SaveBar
                draft={draft}
                saving={save}
                saved={t('saved', { version: stored.version })}
                onReset={cancel}
                note={note}
              />
            )}
          </>
        }
      />
      <LeaveDialog dirty={dirty} />
    </form>
  );
}

function TotalNote({ before, after, currency }: { before: number; after: number; currency: string }) {
  const t = useTranslations('rules');
  const money = (minor: number) => formatMoney(minor, currency);
  return (
    <span className="tabular">
      {before === after
        ? t('saveNoteSame', { sum: money(after) })
        : t('saveNote', { before: money(before), after: money(after) })}
    </span>
  );
}
