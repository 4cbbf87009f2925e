import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { EmptyState } from '../../../shared/ui/empty-state';

export default async function NotFound() {
  const t = await getTranslations('common.notFound');
  return (
    <div style={{ paddingTop: '8vh' }}>
      <EmptyState title={t('title')} text={t('text')} action={<Link href="/orders">{t('action')}</Link>} />
    </div>
  );
}
