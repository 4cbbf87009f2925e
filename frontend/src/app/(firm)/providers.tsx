'use client';

import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { getQueryClient } from '../../shared/api/query-client';
import { cookieColorSchemeManager } from '../../shared/ui/color-scheme';
import type { ChosenScheme } from '../../shared/ui/color-scheme';
import { theme } from '../../shared/ui/theme';

export function Providers({ scheme, children }: { scheme: ChosenScheme; children: ReactNode }) {
  const [manager] = useState(() => cookieColorSchemeManager(scheme));
  return (
    <MantineProvider theme={theme} defaultColorScheme={scheme} colorSchemeManager={manager}>
      <QueryClientProvider client={getQueryClient()}>{children}</QueryClientProvider>
    </MantineProvider>
  );
}
