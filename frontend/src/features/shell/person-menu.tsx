'use client';

import { Avatar, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../shared/api/client';
import { unwrap } from '../../shared/api/problems';
import { useMe } from '../../shared/session/session';
import type { ChosenScheme } from '../../shared/ui/color-scheme';
import classes from './person-menu.module.css';

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');

export function PersonMenu() {
  const t = useTranslations('shell');
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const keepScheme = useMutation({
    mutationFn: (scheme: ChosenScheme) => unwrap(api.PATCH('/api/v1/auth/me', { body: { colorScheme: scheme } })),
  });
  const signOut = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/auth/sign-out', { body: {} })),
    onSettled: () => window.location.assign('/sign-in'),
  });
  // The screen changes at once and the cookie keeps it on this device; the profile follows when the server answers.
  const choose = (scheme: ChosenScheme) => {
    setColorScheme(scheme);
    keepScheme.mutate(scheme);
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={t('account')}>
          <Avatar size={34} radius="xl" color="brand" variant="light">
            {initials(me.name)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.person}>
          <div className={classes.name}>{me.name}</div>
          <div className={classes.role}>
            {t(`roles.${me.role}`)} · {me.organization.name}
          </div>
        </div>
        <Menu.Divider />
        <Menu.Label>{t('theme')}</Menu.Label>
        <Menu.Item
          leftSection={<IconMoon size={18} />}
          rightSection={colorScheme === 'dark' && <IconCheck size={16} />}
          onClick={() => choose('dark')}
        >
          {t('themeDark')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSun size={18} />}
          rightSection={colorScheme === 'light' && <IconCheck size={16} />}
          onClick={() => choose('light')}
        >
          {t('themeLight')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => signOut.mutate()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
