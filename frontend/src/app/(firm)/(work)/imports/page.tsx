import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExportMenu } from '../../../../features/imports/export-menu';
import { ImportList } from '../../../../features/imports/import-list';
import { NewImport } from '../../../../features/imports/new-import';
import { importsQuery } from '../../../../features/imports/queries';
import { getQueryClient } from '../../../../shared/api/query-client';
import { load, serverApi } from '../../../../shared/api/server';
import { PageMessages } from '../../../../shared/i18n/page-messages';
import { PageHeader } from '../../../../shared/ui/page-header';
import { ProblemPage } from '../../../../shared/ui/problem-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') };
}

export default async function ImportsPage() {
  const api = await serverApi();
  const queries = getQueryClient();
  const page = await load('/imports', () => queries.fetchInfiniteQuery(importsQuery(api)));
  if (!page.ok) return <ProblemPage problem={page.problem} />;
  const t = await getTranslations('imports');
  return (
    <PageMessages domains={['imports']}>
      <HydrationBoundary state={dehydrate(queries)}>
        <PageHeader
          title={t('title')}
          note={t('note')}
          actions={
            <>
              <ExportMenu />
              <NewImport />
            </>
          }
        />
        <ImportList />
      </HydrationBoundary>
    </PageMessages>
  );
}
