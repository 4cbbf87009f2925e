import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '../../../features/auth/sign-in-form';
import { PageMessages } from '../../../shared/i18n/page-messages';
import { Logo } from '../../../shared/ui/logo';
import classes from './sign-in.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('title') };
}

/** Only a path of this site: `//elsewhere` and `/\elsewhere` would lead away. */
function safePath(next: string | string[] | undefined): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/orders';
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const t = await getTranslations('auth');
  const { next } = await searchParams;
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Logo />
        <div>
          <h1 className={classes.title}>{t('title')}</h1>
          <p className={classes.lead}>{t('lead')}</p>
        </div>
        <PageMessages domains={['auth']}>
          <SignInForm next={safePath(next)} />
        </PageMessages>
      </div>
      <p className={classes.points}>{t('points')}</p>
    </main>
  );
}
