'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import { viewProblem } from '../../shared/api/problems';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { SkeletonRows } from '../../shared/ui/skeleton-rows';
import { EstimateEditor } from './estimate-editor';
import { estimateQuery } from './queries';

export function EstimateScreen({ id }: { id: string }) {
  const estimate = useQuery(estimateQuery(api, id));
  if (estimate.data) return <EstimateEditor key={id} estimate={estimate.data} />;
  if (estimate.isError) {
    return <ProblemAlert problem={viewProblem(estimate.error)} onRetry={() => void estimate.refetch()} />;
  }
  return <SkeletonRows />;
}
