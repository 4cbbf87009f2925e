'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Company, Organization, UpdateCompany } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { api } from '../../../shared/api/client';
import { unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';
import { useCan } from '../../../shared/session/session';
import { LeaveDialog } from '../leave-dialog';
import { companyQuery, organizationQuery } from '../queries';
import { SaveBar } from '../save-bar';
import { SettingsFrame } from '../settings-frame';
import { Unread } from '../unread';
import { useSettingsDraft } from '../use-settings-draft';
import { BrandPanel } from './brand-panel';
import { readCompanyForm, toCompanyForm } from './company-form';
import type { CompanyField, CompanyForm } from './company-form';
import { PromisesPanel } from './promises-panel';
import { BankPanel, RequisitesPanel, SignatoryPanel } from './requisites-panels';
import classes from '../settings.module.css';

/** What every panel of the page needs. */
export interface CompanyPanelProps {
  form: CompanyForm;
  change: (part: Partial<CompanyForm>) => void;
  /** The words for a wrong field, once the person tried to save. */
  errorOf: (field: CompanyField) => string | null;
  readOnly: boolean;
}

/** What the firm puts under its documents. */
export function CompanyView() {
  const organization = useQuery(organizationQuery(api));
  const company = useQuery(companyQuery(api));
  if (!organization.data || !company.data) return <Unread of={[organization, company]} />;
  return <CompanyPage organization={organization.data} company={company.data} />;
}

function useSaveCompany() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: UpdateCompany) => unwrap(api.PATCH('/api/v1/company', { body })),
    onSuccess: (saved) => queries.setQueryData(queryKeys.company, saved),
    // A refusal may mean that a colleague was faster.
    onError: () => queries.invalidateQueries({ queryKey: queryKeys.company }),
  });
}

function CompanyPage({ organization, company }: { organization: Organization; company: Company }) {
  const t = useTranslations('settings.company');
  const can = useCan();
  const [tried, setTried] = useState(false);
  const draft = useSettingsDraft(company, toCompanyForm);
  const { base, form, dirty, change, reset, settle } = draft;
  const save = useSaveCompany();
  const read = readCompanyForm(form, base.version);
  const readOnly = !can('organization:manage');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!read.ok) return;
    save.mutate(read.company, {
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
  const panel: CompanyPanelProps = {
    form,
    change: (part) => change({ ...form, ...part }),
    errorOf: (field) => (tried && !read.ok && read.wrong.has(field) ? t(`wrong.${field}`) : null),
    readOnly,
  };
  return (
    <SettingsFrame tab="company" organization={organization.name}>
      <form onSubmit={submit} noValidate className={classes.column}>
        <RequisitesPanel {...panel} country={organization.country} />
        <SignatoryPanel {...panel} />
        <BankPanel {...panel} />
        <BrandPanel {...panel} stored={base.logo} />
        <PromisesPanel {...panel} />
        {!readOnly && <SaveBar draft={draft} saving={save} saved={t('saved')} onReset={cancel} />}
      </form>
      <LeaveDialog dirty={dirty} />
    </SettingsFrame>
  );
}
