'use client';

import {
  IconClipboardList,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconPackages,
  IconPlugConnected,
  IconSettings,
  IconTableImport,
  IconUsers,
} from '@tabler/icons-react';
import type { Permission } from '@smet/api-client';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import Link, { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import type { ComponentType } from 'react';
import { useCan } from '../../shared/session/session';
import classes from './navigation.module.css';

interface Section {
  href: string;
  label: 'orders' | 'clients' | 'nomenclature' | 'imports' | 'integrations' | 'settings';
  icon: ComponentType<{ size?: number }>;
  /** Other addresses that belong to this section. */
  also?: string;
  anyOf: Permission[];
}

const SECTIONS: Section[] = [
  {
    href: '/orders',
    label: 'orders',
    icon: IconClipboardList,
    also: '/estimates',
    anyOf: ['order:read', 'order:read-assigned'],
  },
  { href: '/clients', label: 'clients', icon: IconUsers, anyOf: ['client:read'] },
  { href: '/nomenclature', label: 'nomenclature', icon: IconPackages, anyOf: ['nomenclature:edit'] },
  { href: '/imports', label: 'imports', icon: IconTableImport, anyOf: ['import:read'] },
  { href: '/integrations', label: 'integrations', icon: IconPlugConnected, anyOf: ['integration:read'] },
  { href: '/settings', label: 'settings', icon: IconSettings, anyOf: ['organization:manage'] },
];

interface NavigationProps {
  collapsed: boolean;
  onToggle: () => void;
  onNavigate: () => void;
}

/** Only what exists and what the person's role may open. */
export function Navigation({ collapsed, onToggle, onNavigate }: NavigationProps) {
  const t = useTranslations('shell');
  const can = useCan();
  const path = usePathname();
  const isHere = ({ href, also }: Section) => path.startsWith(href) || (also !== undefined && path.startsWith(also));
  return (
    <nav className={clsx(classes.nav, collapsed && classes.collapsed)} aria-label={t('navigation')}>
      {SECTIONS.filter((section) => section.anyOf.some(can)).map((section) => (
        <Link
          key={section.href}
          href={section.href}
          className={classes.link}
          aria-current={isHere(section) ? 'page' : undefined}
          title={t(section.label)}
          onClick={onNavigate}
        >
          <section.icon size={20} />
          <span className={classes.label}>{t(section.label)}</span>
          <Pending />
        </Link>
      ))}
      <button type="button" className={clsx(classes.link, classes.toggle)} onClick={onToggle}>
        {collapsed ? (
          <IconLayoutSidebarLeftExpand size={20} aria-hidden />
        ) : (
          <IconLayoutSidebarLeftCollapse size={20} aria-hidden />
        )}
        <span className={classes.label}>{collapsed ? t('expand') : t('collapse')}</span>
      </button>
    </nav>
  );
}

/** A dot that appears when the next page takes a noticeable time. */
function Pending() {
  const { pending } = useLinkStatus();
  return <span className={clsx(classes.pending, pending && classes.pendingOn)} aria-hidden />;
}
