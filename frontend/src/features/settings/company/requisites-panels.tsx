'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../shared/ui/panel';
import type { CompanyPanelProps } from './company-view';
import classes from '../settings.module.css';

const TEXTS = [
  { field: 'legalName', wide: true, max: 300, complete: 'organization' },
  { field: 'taxId', wide: false, max: 50, complete: 'off' },
  { field: 'registrationId', wide: false, max: 50, complete: 'off' },
  { field: 'address', wide: true, max: 500, complete: 'off' },
  { field: 'phone', wide: false, max: 300, complete: 'off' },
  { field: 'email', wide: false, max: 300, complete: 'off' },
  { field: 'site', wide: true, max: 300, complete: 'off' },
] as const;

/** Name, numbers and ways to reach the firm. Numbers are called as the country calls them. */
export function RequisitesPanel({ form, change, readOnly, country }: CompanyPanelProps & { country: string }) {
  const t = useTranslations('settings.company.requisites');
  const labelOf = (field: (typeof TEXTS)[number]['field']) => {
    const own = `${field}_${country}` as 'taxId_KZ';
    return t.has(own) ? t(own) : t(field);
  };
  return (
    <Panel title={t('title')}>
      <div className={classes.pair}>
        {TEXTS.map(({ field, wide, max, complete }) => (
          <TextInput
            key={field}
            className={wide ? classes.wide : undefined}
            label={labelOf(field)}
            maxLength={max}
            autoComplete={complete}
            value={form[field]}
            readOnly={readOnly}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
    </Panel>
  );
}

const SIGNATORY = ['name', 'position', 'basis'] as const;

/** Who signs contracts and acts. */
export function SignatoryPanel({ form, change, readOnly }: CompanyPanelProps) {
  const t = useTranslations('settings.company.signatory');
  const { signatory } = form;
  return (
    <Panel title={t('title')}>
      <div className={classes.pair}>
        {SIGNATORY.map((field) => (
          <TextInput
            key={field}
            className={field === 'name' ? classes.wide : undefined}
            label={t(field)}
            placeholder={t(`${field}Example`)}
            maxLength={300}
            autoComplete="off"
            value={signatory[field]}
            readOnly={readOnly}
            onChange={(event) => change({ signatory: { ...signatory, [field]: event.currentTarget.value } })}
          />
        ))}
      </div>
    </Panel>
  );
}

const BANK = ['name', 'account', 'code', 'correspondentAccount'] as const;

/** Where the money goes. */
export function BankPanel({ form, change, readOnly }: CompanyPanelProps) {
  const t = useTranslations('settings.company.bank');
  const { bank } = form;
  return (
    <Panel title={t('title')}>
      <div className={classes.pair}>
        {BANK.map((field) => (
          <TextInput
            key={field}
            className={field === 'name' || field === 'account' ? classes.wide : undefined}
            label={t(field)}
            maxLength={field === 'name' ? 300 : 50}
            autoComplete="off"
            inputMode={field === 'name' ? 'text' : 'numeric'}
            value={bank[field]}
            readOnly={readOnly}
            onChange={(event) => change({ bank: { ...bank, [field]: event.currentTarget.value } })}
          />
        ))}
      </div>
    </Panel>
  );
}
