'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { EstimateEditor } from '../estimate-editor';
import { estimateVersionQuery } from '../queries';

/** One version as it was, to be read. */
export function VersionScreen({ id, number }: { id: string; number: number }) {
  const version = useQuery(estimateVersionQuery(api, id, number));
  const estimate = useMemo(
    () => version.data && { ...version.data, canEdit: false, canDiscount: false, canIssue: false },
    [version.data],
  );
  if (estimate) return <EstimateEditor key={`${id} ${number}`} estimate={estimate} />;
  if (version.isError) {
    return <ProblemAlert problem={viewProblem(version.error)} onRetry={() => void version.refetch()} />;
  }
  return <SkeletonRows />;
}
