import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { requiredItemCodes } from '@smet/estimating';
import { getTranslations } from 'next-intl/server';
import {
  currentRuleSetQuery,
  itemsByCodeQuery,
  organizationQuery,
  ruleSetVersionQuery,
  ruleSetVersionsQuery,
} from '../../../../../features/settings/queries';
import { documentOf } from '../../../../../features/settings/rules/rules-document-of';
import { RulesView } from '../../../../../features/settings/rules/rules-view';
import { getQueryClient } from '../../../../../shared/api/query-client';
import { load, serverApi } from '../../../../../shared/api/server';
import { PageMessages } from '../../../../../shared/i18n/page-messages';
import { ProblemPage } from '../../../../../shared/ui/problem-page';

export async function generateMetadata() {
  return { title: (await getTranslations('rules'))('title') };
}

interface RulesPageProps {
  searchParams: Promise<{ version?: string | string[] }>;
}

export default async function RulesPage({ searchParams }: RulesPageProps) {
  const { version: asked } = await searchParams;
  const version = typeof asked === 'string' && /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null;
  const queries = getQueryClient();
  const api = await serverApi();
  const page = await load('/settings/rules', async () => {
    const [current] = await Promise.all([
      queries.fetchQuery(currentRuleSetQuery(api)),
      queries.fetchQuery(organizationQuery(api)),
      queries.fetchQuery(ruleSetVersionsQuery(api)),
      ...(version === null ? [] : [queries.fetchQuery(ruleSetVersionQuery(api, version))]),
    ]);
    await queries.fetchQuery(itemsByCodeQuery(api, requiredItemCodes(documentOf(current))));
  });
  if (!page.ok) return <ProblemPage problem={page.problem} />;
  return (
    <PageMessages domains={['settings', 'rules']}>
      <HydrationBoundary state={dehydrate(queries)}>
        <RulesView version={version} />
      </HydrationBoundary>
    </PageMessages>
  );
}
