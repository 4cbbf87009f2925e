'use client';

import { useEffect, useState } from 'react';
import type { SeamAnswer, SeamQuestion } from './types';

export type SeamAnswerState =
  { state: 'computing' } | { state: 'failed'; retry: () => void } | { state: 'ready'; answer: SeamAnswer };

/** A pause in changes after which it is worth asking. */
const ASK_AFTER_MS = 250;

interface Settled {
  question: SeamQuestion;
  attempt: number;
  /** Undefined when the worker broke down. */
  answer: SeamAnswer | undefined;
}

/**
 * Asks the worker; null asks nothing. A question that is no longer current is not computed to its end, and its answer is
 * never shown.
 */
export function useSeamAnswer(question: SeamQuestion | null): SeamAnswerState | null {
  const [settled, setSettled] = useState<Settled | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!question) return undefined;
    let worker: Worker | null = null;
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./canvas.worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<SeamAnswer>) => {
        setSettled({ question, attempt, answer: data });
        worker?.terminate();
      });
      worker.addEventListener('error', () => setSettled({ question, attempt, answer: undefined }));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
      worker.postMessage(question);
    }, ASK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [question, attempt]);
  if (!question) return null;
  if (settled?.question !== question || settled.attempt !== attempt) return { state: 'computing' };
  if (settled.answer === undefined) return { state: 'failed', retry: () => setAttempt(attempt + 1) };
  return { state: 'ready', answer: settled.answer };
}
