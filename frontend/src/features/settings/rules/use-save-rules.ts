'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StoredRuleSet } from '@smet/api-client';
import type { RuleSet } from '@smet/estimating';
import { api } from '../../../shared/api/client';
import { unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';

/** The same document as the API's description has it: nothing in it is read-only there. */
const sentOf = (document: RuleSet) => document as unknown as StoredRuleSet['document'];

/** Makes the rules a new version over the one they were begun from. */
export function useSaveRules() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, document }: { version: number; document: RuleSet }) =>
      unwrap(api.PUT('/api/v1/rule-sets/current', { body: { version, document: sentOf(document) } })),
    onSuccess: (saved) => {
      queries.setQueryData(queryKeys.ruleSets.current, saved);
      void queries.invalidateQueries({ queryKey: queryKeys.ruleSets.versions });
    },
    // A refusal may mean that a colleague was faster.
    onError: () => queries.invalidateQueries({ queryKey: queryKeys.ruleSets.current }),
    // Open estimates say that newer rules are there.
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.estimates.all }),
  });
}
