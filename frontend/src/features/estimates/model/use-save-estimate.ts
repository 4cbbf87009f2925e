'use client';

import type { SaveEstimate } from '@smet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api } from '../../../shared/api/client';
import { ApiProblem, unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';
import { sameForm, toDraft } from './estimate-form';
import { refusalsOf } from './refusals';
import type { Refusal } from './refusals';
import type { EstimateForm, EstimateView } from './types';

interface SaveInput {
  version: number;
  form: EstimateForm;
}

const HTTP_CONFLICT = 409;
const HTTP_INVALID = 422;
const NONE: readonly Refusal[] = [];

async function send(id: string, { version, form }: SaveInput): Promise<EstimateView> {
  const { currentVariantId } = form;
  const body = { version, title: form.title.trim(), currentVariantId, draft: toDraft(form) } as unknown as SaveEstimate;
  return (await unwrap(
    api.PUT('/api/v1/estimates/{id}', { params: { path: { id } }, body }),
  )) as unknown as EstimateView;
}

interface Saving {
  id: string;
  /** The form as it is when the answer comes: typing goes on while a save is on its way. */
  currentForm: () => EstimateForm;
  rebase: (saved: EstimateView, form?: EstimateForm) => void;
}

export function useSaveEstimate({ id, currentForm, rebase }: Saving) {
  const queries = useQueryClient();
  const key = queryKeys.estimates.detail(id);
  const { mutate, ...save } = useMutation({
    mutationFn: (input: SaveInput) => send(id, input),
    onSuccess: (saved, sent) => {
      const form = currentForm();
      rebase(saved, sameForm(form, sent.form) ? undefined : form);
      queries.setQueryData(key, saved);
      void queries.invalidateQueries({ queryKey: queryKeys.orders.all });
    },
    onError: (error) => {
      // Somebody else was first: their state is read, and the person decides.
      if (error instanceof ApiProblem && error.status === HTTP_CONFLICT) {
        void queries.invalidateQueries({ queryKey: key });
      }
    },
  });
  const { error, isError, variables } = save;
  const refusal = isError && error instanceof ApiProblem ? error : null;
  const refusals = useMemo(
    () => (refusal?.status === HTTP_INVALID && variables ? refusalsOf(refusal.invalidParams, variables.form) : NONE),
    [refusal, variables],
  );
  return {
    save: useCallback((input: SaveInput) => mutate(input), [mutate]),
    isSaving: save.isPending,
    savedAt: save.isSuccess ? save.submittedAt : null,
    error: isError && refusal?.status !== HTTP_CONFLICT ? error : null,
    conflict: refusal?.status === HTTP_CONFLICT,
    refusals,
    reset: save.reset,
  };
}
