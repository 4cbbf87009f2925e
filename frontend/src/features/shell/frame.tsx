'use client';

import { Burger } from '@mantine/core';
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
    <div className={classes.frame} data-collapsed={collapsed || undefined} data-opened={opened || undefined}>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <header className={classes.header}>
        <Burger
          className={classes.burger}
          opened={opened}
          onClick={menu.toggle}
          size="sm"
          aria-label={t('openMenu')}
          aria-expanded={opened}
        />
        <Link href="/orders" className={classes.home}>
          <Logo />
        </Link>
        <div className={classes.tools}>
          <LiveUpdates />
          {status}
          <PersonMenu />
        </div>
      </header>
      <div className={classes.navbar}>
        <Navigation collapsed={collapsed} onToggle={toggle} onNavigate={menu.close} />
      </div>
      <main id="content" className={classes.main}>
        {children}
      </main>
    </div>
  );
}
