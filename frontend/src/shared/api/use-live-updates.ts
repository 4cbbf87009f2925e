'use client';

import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { queryKeys } from './query-keys';

const LIVE_URL = '/api/v1/live';
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
/** A lost connection is mentioned only when it lasts: a restart of the server is over sooner. */
const MENTION_AFTER_MS = 8_000;

const NOMENCLATURE: ReadonlySet<string> = new Set(['category', 'item', 'price_list']);

export interface Change {
  subjectType: string;
  /** Null when only the kind may be known to this person. */
  subjectId: string | null;
  type: string;
}

function isChange(value: unknown): value is Change {
  const change = value as Partial<Change> | null;
  return typeof change?.subjectType === 'string' && typeof change.type === 'string';
}

function parseChange(data: string): Change | null {
  try {
    const value: unknown = JSON.parse(data);
    return isChange(value) ? value : null;
  } catch {
    // A frame we cannot read is not worth breaking the stream for; the next reconnect reads everything again.
    return null;
  }
}

/** The stream carries ids only: what they touch is marked stale, and whatever is on the screen reads itself again. */
export function applyChange(queries: QueryClient, change: Change): void {
  const { type, subjectType, subjectId } = change;
  if (type.startsWith('amocrm.')) void queries.invalidateQueries({ queryKey: queryKeys.integrations.all });
  if (type === 'estimate.entered') {
    // Somebody came, nothing was changed.
    void queries.invalidateQueries({ queryKey: queryKeys.estimates.allPresence });
    return;
  }
  if (subjectType === 'estimate') {
    const queryKey = subjectId === null ? queryKeys.estimates.all : queryKeys.estimates.detail(subjectId);
    void queries.invalidateQueries({ queryKey });
  }
  if (NOMENCLATURE.has(subjectType)) {
    void queries.invalidateQueries({ queryKey: queryKeys.nomenclature.all });
    return;
  }
  if (subjectType === 'import') {
    if (type !== 'import.moved') void queries.invalidateQueries({ queryKey: queryKeys.nomenclature.all });
    // Every stretch of rows is told: nothing but the imports is read again because of it.
    void queries.invalidateQueries({ queryKey: queryKeys.imports.list });
    if (subjectId !== null) void queries.invalidateQueries({ queryKey: queryKeys.imports.detail(subjectId) });
    return;
  }
  if (subjectType === 'organization') {
    // Its tolerances judge the readings of every open estimate, its rules and terms may be newer than theirs.
    const { organization, pricingTerms, company, ruleSets } = queryKeys;
    for (const queryKey of [organization, pricingTerms, company, ruleSets.current, ruleSets.versions]) {
      void queries.invalidateQueries({ queryKey });
    }
    void queries.invalidateQueries({ queryKey: queryKeys.estimates.all });
  }
  // What happens to an order or an estimate is part of its client's history.
  const { all, histories } = queryKeys.clients;
  void queries.invalidateQueries({ queryKey: subjectType === 'client' ? all : histories });
  void queries.invalidateQueries({ queryKey: queryKeys.orders.all });
}

/**
 * Follows the server's live stream while the page is open. Answers whether it is connected; after a break everything
 * is read again, because changes made meanwhile were not heard.
 */
export function useLiveUpdates(onChange?: (change: Change) => void): boolean {
  const queries = useQueryClient();
  const told = useRef(onChange);
  useEffect(() => {
    told.current = onChange;
  }, [onChange]);
  const [connected, setConnected] = useState(true);

  useEffect(() => {
    let source: EventSource | null = null;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let mention: ReturnType<typeof setTimeout> | undefined;
    let delay = FIRST_RETRY_MS;

    const open = () => {
      source = new EventSource(LIVE_URL);
      source.addEventListener('open', () => {
        delay = FIRST_RETRY_MS;
        clearTimeout(mention);
        mention = undefined;
        setConnected(true);
        // The first time too: the page was rendered before anybody listened.
        void queries.invalidateQueries();
      });
      source.addEventListener('change', (event: MessageEvent<string>) => {
        const change = parseChange(event.data);
        if (!change) return;
        applyChange(queries, change);
        told.current?.(change);
      });
      // The server itself says that it lost the thread: everything may have changed.
      source.addEventListener('resync', () => void queries.invalidateQueries());
      source.addEventListener('error', () => {
        mention ??= setTimeout(() => setConnected(false), MENTION_AFTER_MS);
        // The browser reconnects by itself after a cut, but gives up for good after an answer that is not a stream.
        if (source?.readyState !== EventSource.CLOSED) return;
        retry = setTimeout(open, delay);
        delay = Math.min(delay * 2, LONGEST_RETRY_MS);
      });
    };

    open();
    return () => {
      source?.close();
      clearTimeout(retry);
      clearTimeout(mention);
    };
  }, [queries]);

  return connected;
}
