'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '../../../shared/api/client';
import { queryKeys } from '../../../shared/api/query-keys';
import { estimateApi } from '../estimate-api';
import type { Present } from '../estimate-api';

/** The server takes a person for gone after two of them. */
const BEAT_MS = 15_000;
const NOBODY: readonly Present[] = [];

/** Says that this person is here, and answers who else is; other tabs of the same person do not count. */
export function usePresence(estimateId: string, isHere: boolean): readonly Present[] {
  const { data } = useQuery({
    queryKey: queryKeys.estimates.presence(estimateId),
    queryFn: () => estimateApi(api, estimateId).beHere(),
    enabled: isHere,
    refetchInterval: BEAT_MS,
    staleTime: BEAT_MS,
    retry: false,
  });
  return data ?? NOBODY;
}
