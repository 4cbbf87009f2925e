'use client';

import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  /** What kind of news it is: refused or dangerous, done, or merely worth knowing. */
  tone: 'warning' | 'success' | 'quiet';
  icon: ReactNode;
  title?: ReactNode;
  /** Read out at once. */
  urgent?: boolean;
  children?: ReactNode;
}

/** A message on the page. The colour names its kind; the words stay plain and readable in both themes. */
export function Notice({ tone, icon, title, urgent = false, children }: NoticeProps) {
  return (
    <Alert
      variant="light"
      className={classes[tone]}
      classNames={{ root: classes.notice, icon: classes.icon, title: classes.title }}
      icon={icon}
      title={title}
      role={urgent ? 'alert' : undefined}
    >
      {children}
    </Alert>
  );
}
