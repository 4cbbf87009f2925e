import './client.css';
import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LOCALE, pickMessages } from '../../shared/i18n/messages';
import { cyrillic, latin } from '../fonts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('proposal');
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // The soft keyboard shrinks the page instead of covering the field.
  interactiveWidget: 'resizes-content',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: dark)', color: '#12161b' },
    { media: '(prefers-color-scheme: light)', color: '#f4f6f8' },
  ],
};

/** Pages of people without an account, on a phone and a slow line: neither the component kit nor the queries of the firm's. */
export default function ClientLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="ru" className={`${latin.variable} ${cyrillic.variable}`}>
      <body>
        <NextIntlClientProvider locale={LOCALE} timeZone="UTC" messages={pickMessages(['proposal'])}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
