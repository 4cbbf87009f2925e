import '@mantine/core/styles.layer.css';
import 'mantine-datatable/styles.layer.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { PageMessages } from '../../shared/i18n/page-messages';
import { COLOR_SCHEME_COOKIE, DEFAULT_COLOR_SCHEME, readScheme } from '../../shared/ui/color-scheme';
import { cyrillic, latin } from '../fonts';
import { Providers } from './providers';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, robots: { index: false } };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // The soft keyboard shrinks the page instead of covering the field.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: dark)', color: '#12161b' },
    { media: '(prefers-color-scheme: light)', color: '#f6f7f9' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const scheme = readScheme((await cookies()).get(COLOR_SCHEME_COOKIE)?.value) ?? DEFAULT_COLOR_SCHEME;
  return (
    <html
      lang="ru"
      data-mantine-color-scheme={scheme}
      className={`${latin.variable} ${cyrillic.variable}`}
      suppressHydrationWarning
    >
      <body>
        <PageMessages>
          <Providers scheme={scheme}>{children}</Providers>
        </PageMessages>
      </body>
    </html>
  );
}
