'use client';

import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Logo } from '../../shared/ui/logo';
import { LiveUpdates } from './live-updates';
import { Navigation } from './navigation';
import { NAV_COOKIE } from './nav-cookie';
import { PersonMenu } from './person-menu';
import classes from './frame.module.css';

const WIDE = 216;
const RAIL = 68;

interface FrameProps {
  collapsed: boolean;
  /** State of the integrations, given by the route so that the frame knows no other feature. */
  status: ReactNode;
  children: ReactNode;
}

export function Frame({ collapsed: initiallyCollapsed, status, children }: FrameProps) {
  const t = useTranslations('shell');
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const [opened, menu] = useDisclosure(false);
  const toggle = () => {
    document.cookie = `${NAV_COOKIE}=${collapsed ? 'open' : 'collapsed'}; path=/; max-age=31536000; samesite=lax`;
    setCollapsed(!collapsed);
  };
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{
        // A tablet has only the rail: its width belongs to the table and the drawing.
        width: { base: WIDE, sm: RAIL, lg: collapsed ? RAIL : WIDE },
        breakpoint: 'sm',
        collapsed: { mobile: !opened },
      }}
      padding={{ base: 'md', lg: 'xl' }}
      transitionDuration={0}
    >
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <AppShell.Header className={classes.header}>
        <Group gap="sm" wrap="nowrap">
          <Burger opened={opened} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={t('openMenu')} />
          <Link href="/orders" className={classes.home}>
            <Logo />
          </Link>
        </Group>
        <Group gap="sm" wrap="nowrap">
          <LiveUpdates />
          {status}
          <PersonMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar}>
        <Navigation collapsed={collapsed} onToggle={toggle} onNavigate={menu.close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" className={classes.main}>
        {children}
      </AppShell.Main>
    </AppShell>
  );
}
