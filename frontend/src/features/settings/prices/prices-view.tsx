'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Category, Organization, PricingTerms } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { api } from '../../../shared/api/client';
import { unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';
import { useCan } from '../../../shared/session/session';
import { LeaveDialog } from '../leave-dialog';
import { categoriesQuery, organizationQuery, pricingTermsQuery } from '../queries';
import { SaveBar } from '../save-bar';
import { SettingsFrame } from '../settings-frame';
import { Unread } from '../unread';
import { useSettingsDraft } from '../use-settings-draft';
import { DiscountsPanel } from './discounts-panel';
import { MinimumPanel } from './minimum-panel';
import { SchedulePanel } from './schedule-panel';
import { readTermsForm, toTermsForm } from './terms-form';
import type { TermsField, TermsForm } from './terms-form';
import { VatPanel } from './vat-panel';
import classes from '../settings.module.css';

/** What every panel of the page needs. */
export interface TermsPanelProps {
  form: TermsForm;
  change: (part: Partial<TermsForm>) => void;
  /** The words for a wrong field, once the person tried to save. */
  errorOf: (field: TermsField) => string | null;
  readOnly: boolean;
  organization: Organization;
}

/** How the firm asks for its money. */
export function PricesView() {
  const organization = useQuery(organizationQuery(api));
  const terms = useQuery(pricingTermsQuery(api));
  const categories = useQuery(categoriesQuery(api));
  if (!organization.data || !terms.data || !categories.data) {
    return <Unread of={[organization, terms, categories]} />;
  }
  return <PricesForm organization={organization.data} terms={terms.data} categories={categories.data} />;
}

function useSaveTerms() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PricingTerms) => unwrap(api.PATCH('/api/v1/pricing-terms', { body })),
    onSuccess: (saved) => queries.setQueryData(queryKeys.pricingTerms, saved),
    // A refusal may mean that a colleague was faster.
    onError: () => queries.invalidateQueries({ queryKey: queryKeys.pricingTerms }),
    // Open estimates say that newer terms are there.
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.estimates.all }),
  });
}

interface PricesFormProps {
  organization: Organization;
  terms: PricingTerms;
  categories: Category[];
}

function PricesForm({ organization, terms, categories }: PricesFormProps) {
  const t = useTranslations('settings.prices');
  const can = useCan();
  const [tried, setTried] = useState(false);
  const draft = useSettingsDraft(terms, toTermsForm);
  const { base, form, dirty, change, reset, settle } = draft;
  const save = useSaveTerms();
  const read = readTermsForm(form, base);
  const readOnly = !can('organization:manage');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!read.ok) return;
    save.mutate(read.terms, {
      onSuccess: (saved) => {
        setTried(false);
        settle(form, saved);
      },
    });
  };
  const cancel = () => {
    save.reset();
    setTried(false);
    reset();
  };
  const panel: TermsPanelProps = {
    form,
    change: (part) => change({ ...form, ...part }),
    errorOf: (field) => (tried && !read.ok && read.wrong.has(field) ? t(`wrong.${kindOf(field)}`) : null),
    readOnly,
    organization,
  };
  return (
    <SettingsFrame tab="prices" organization={organization.name}>
      <form onSubmit={submit} noValidate className={classes.column}>
        <MinimumPanel {...panel} />
        <VatPanel {...panel} />
        <SchedulePanel {...panel} />
        <DiscountsPanel {...panel} categories={categories} />
        {!readOnly && <SaveBar draft={draft} saving={save} saved={t('saved')} onReset={cancel} />}
      </form>
      <LeaveDialog dirty={dirty} />
    </SettingsFrame>
  );
}

function kindOf(field: TermsField): 'minimumOrder' | 'validDays' | 'percent' | 'schedule' {
  if (field === 'minimumOrder' || field === 'validDays' || field === 'schedule') return field;
  return 'percent';
}
