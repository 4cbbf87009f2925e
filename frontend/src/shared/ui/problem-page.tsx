'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { ProblemView } from '../api/problems';
import { EmptyState } from './empty-state';
import { ProblemAlert } from './problem-alert';

const FORBIDDEN = 403;

/** Stands in place of a page whose data could not be read on the server. */
export function ProblemPage({ problem }: { problem: ProblemView }) {
  const router = useRouter();
  if (problem.status === FORBIDDEN) return <ClosedPage />;
  return (
    <div style={{ maxWidth: 640, margin: '48px auto' }}>
      <ProblemAlert problem={problem} onRetry={() => router.refresh()} />
    </div>
  );
}

/** Trying again changes nothing: says so, and where to go instead. */
function ClosedPage() {
  const t = useTranslations('common.closed');
  return (
    <div style={{ paddingTop: '8vh' }}>
      <EmptyState title={t('title')} text={t('text')} action={<Link href="/orders">{t('action')}</Link>} />
    </div>
  );
}
