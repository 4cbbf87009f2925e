import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { LOCALE, pickMessages, SHARED_DOMAINS } from './messages';
import type { Domain } from './messages';

/** Gives the client components below the texts of the named domains, so that a page does not carry all of them. */
export function PageMessages({ domains = [], children }: { domains?: readonly Domain[]; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={LOCALE} timeZone="UTC" messages={pickMessages([...SHARED_DOMAINS, ...domains])}>
      {children}
    </NextIntlClientProvider>
  );
}
