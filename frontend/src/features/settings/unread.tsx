'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { viewProblem } from '../../shared/api/problems';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { SkeletonRows } from '../../shared/ui/skeleton-rows';

type Read = Pick<UseQueryResult, 'data' | 'isError' | 'error' | 'refetch'>;

/** In place of a page that has not read everything it needs: waiting, or what went wrong with a way to try again. */
export function Unread({ of }: { of: readonly Read[] }) {
  const failed = of.filter((read) => read.isError && read.data === undefined);
  const [first] = failed;
  if (!first) return <SkeletonRows />;
  return (
    <ProblemAlert
      problem={viewProblem(first.error)}
      onRetry={() => {
        for (const read of failed) void read.refetch();
      }}
    />
  );
}
