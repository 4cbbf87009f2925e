'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { api } from '../../../shared/api/client';
import { ApiProblem } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';
import { estimateApi } from '../estimate-api';
import { toDraft } from './estimate-form';
import { refusalsOf, refusedAfter } from './refusals';
import type { Refusal } from './refusals';
import type { EstimateForm, EstimateView } from './types';

interface SaveInput {
  version: number;
  form: EstimateForm;
}

const HTTP_CONFLICT = 409;
const HTTP_INVALID = 422;
const HTTP_TOO_MANY = 429;
const HTTP_SERVER = 500;
const NONE: readonly Refusal[] = [];

/** Browsers send at most 64 kB after a page is gone, all requests together. */
const MOST_KEPT_ALIVE = 60_000;

async function send(id: string, { version, form }: SaveInput): Promise<EstimateView> {
  const { currentVariantId } = form;
  const body = { version, title: form.title.trim(), currentVariantId, draft: toDraft(form) };
  // A save that is on its way goes on when the page is closed.
  const keepalive = new Blob([JSON.stringify(body)]).size < MOST_KEPT_ALIVE;
  return await estimateApi(api, id).save(body, keepalive);
}

/** An answer that says no, as opposed to none at all or one that another attempt may change. */
function refusalOf(error: Error | null): ApiProblem | null {
  if (!(error instanceof ApiProblem)) return null;
  return error.status === HTTP_TOO_MANY || error.status >= HTTP_SERVER ? null : error;
}

/**
 * Sends upon the version a running save makes. Null when either is not taken: what was typed is kept on the device, and is
 * put back when the estimate is opened again.
 */
export async function sendAfter(
  running: Promise<{ version: number }> | null,
  sendUpon: (version: number) => Promise<EstimateView>,
): Promise<EstimateView | null> {
  try {
    const before = await running;
    return before && (await sendUpon(before.version));
  } catch {
    return null;
  }
}

interface Saving {
  id: string;
  rebase: (saved: EstimateView) => void;
}

/** One save after another; what became of the last one. */
export function useSaveEstimate({ id, rebase }: Saving) {
  const queries = useQueryClient();
  const key = useMemo(() => queryKeys.estimates.detail(id), [id]);
  /** Attempts in a row that got no answer. */
  const [failures, setFailures] = useState(0);
  /** Of any save before: what is held back and saved around stays refused until it is changed. */
  const [refusals, setRefusals] = useState(NONE);
  const running = useRef<Promise<EstimateView> | null>(null);
  const { mutate, ...save } = useMutation({
    mutationFn: (input: SaveInput) => {
      running.current = send(id, input);
      return running.current;
    },
    // Attempts without a network fail at once and are repeated by the one who asks: they are not to wait unseen.
    networkMode: 'always',
    onSuccess: (saved, { form: sent }) => {
      setFailures(0);
      setRefusals((known) => refusedAfter(known, { sent, now: NONE }));
      rebase(saved);
      queries.setQueryData(key, saved);
      void queries.invalidateQueries({ queryKey: queryKeys.orders.all });
    },
    onError: (error, { form: sent }) => {
      const refusal = refusalOf(error);
      if (refusal?.status === HTTP_INVALID) {
        const now = refusalsOf(refusal.invalidParams, sent);
        setRefusals((known) => refusedAfter(known, { sent, now }));
      }
      setFailures((count) => (refusal ? 0 : count + 1));
      // Somebody else was first: their state is read and put together with what is typed here.
      if (refusal?.status === HTTP_CONFLICT) void queries.invalidateQueries({ queryKey: key });
    },
  });
  const { error, isError, variables } = save;
  const refusal = isError ? refusalOf(error) : null;
  const isStale = refusal?.status === HTTP_CONFLICT;
  return {
    save: useCallback((input: SaveInput) => mutate(input), [mutate]),
    /** The editor is left while a save runs: what was typed since follows upon its answer. */
    saveAfter: useCallback(
      (form: EstimateForm) => {
        void sendAfter(running.current, (version) => send(id, { version, form })).then((saved) => {
          if (saved) queries.setQueryData(key, saved);
        });
      },
      [id, queries, key],
    ),
    isSaving: save.isPending,
    failures,
    refusal: isStale ? null : refusal,
    refusals,
    /** The form the server refused, or would not take upon an older version; the same one is not sent again. */
    refused: refusal && variables ? variables : null,
  };
}
