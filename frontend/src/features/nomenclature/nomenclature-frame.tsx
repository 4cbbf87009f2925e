'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageHeader } from '../../shared/ui/page-header';
import classes from './nomenclature.module.css';

const TABS = [
  { name: 'items', href: '/nomenclature' },
  { name: 'prices', href: '/nomenclature/prices' },
] as const;

/** The heading of both pages and the way between them. */
export function NomenclatureFrame({ tab, actions }: { tab: (typeof TABS)[number]['name']; actions?: ReactNode }) {
  const t = useTranslations('nomenclature');
  return (
    <>
      <PageHeader title={t('title')} actions={actions} />
      <nav aria-label={t('tabs.label')} className={classes.tabs}>
        {TABS.map(({ name, href }) => (
          <Link key={name} href={href} aria-current={name === tab ? 'page' : undefined} className={classes.tab}>
            {t(`tabs.${name}`)}
          </Link>
        ))}
      </nav>
    </>
  );
}
