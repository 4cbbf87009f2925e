import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to the request (or job) in hand and is needed where nothing is passed: log lines, replay marks. */
export interface RequestContext {
  readonly requestId: string;
  replayed?: boolean;
}

const storage = new AsyncLocalStorage<RequestContext>();

export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Remembers that the answer was stored earlier; the HTTP layer tells the client in a header. */
export function markReplayed(): void {
  const context = storage.getStore();
  if (context) context.replayed = true;
}
