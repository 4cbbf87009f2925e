'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { PageHeader } from '../../shared/ui/page-header';
import classes from './settings.module.css';

const TABS = [
  { name: 'measuring', href: '/settings' },
  { name: 'rules', href: '/settings/rules' },
  { name: 'prices', href: '/settings/prices' },
  { name: 'company', href: '/settings/company' },
] as const;
export type SettingsTab = (typeof TABS)[number]['name'];

interface SettingsFrameProps {
  tab: SettingsTab;
  /** Name of the organization. */
  organization: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** The heading of all settings and the way between them. */
export function SettingsFrame({ tab, organization, actions, children }: SettingsFrameProps) {
  const t = useTranslations('settings');
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // On a phone the tabs are wider than the screen. Newer browsers answer with a promise, which is no clean-up.
    here.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, []);
  return (
    <>
      <PageHeader title={t('title')} note={organization} actions={actions} />
      <nav aria-label={t('tabs.label')} className={classes.tabs}>
        {TABS.map(({ name, href }) => (
          <Link
            key={name}
            ref={name === tab ? here : undefined}
            href={href}
            aria-current={name === tab ? 'page' : undefined}
            className={classes.tab}
          >
            {t(`tabs.${name}`)}
          </Link>
        ))}
      </nav>
      {children}
    </>
  );
}
