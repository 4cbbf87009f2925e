import { describe, expect, it, jest } from '@jest/globals';
import { holdWriter, livingWriters } from './writer-lock';

type Locks = NonNullable<Parameters<typeof holdWriter>[1]>;

/** As browsers do it: one holder at a time, the next waits for its turn until its signal says otherwise. */
function browserOfTabs(): Locks {
  const held = new Map<string, Promise<unknown>>();
  const request = async (name: string, { signal }: LockOptions, grant: () => unknown) => {
    const aborted = new Promise<never>((_, refuse) => {
      const give = () => refuse(new DOMException('gone', 'AbortError'));
      if (signal?.aborted) give();
      else signal?.addEventListener('abort', give);
    });
    while (held.has(name)) await Promise.race([held.get(name), aborted]);
    const turn = Promise.resolve(grant());
    aborted.catch(() => undefined);
    held.set(name, turn);
    await turn;
    held.delete(name);
  };
  const query = () => Promise.resolve({ held: [...held.keys()].map((name) => ({ name })), pending: [] });
  return { request, query } as unknown as Locks;
}

describe('the keeper of a draft', () => {
  it('lives until its editor is left', async () => {
    const locks = browserOfTabs();
    const leave = holdWriter('tab', locks);
    expect(await livingWriters(null, locks)).toEqual(new Set(['tab']));
    leave();
    expect(await livingWriters('tab', locks)).toEqual(new Set());
  });

  it('of the page before a reload may take a moment to go', async () => {
    const locks = browserOfTabs();
    const leave = holdWriter('before', locks);
    const living = livingWriters('before', locks);
    leave();
    expect(await living).toEqual(new Set());
  });

  it('of the tab this one was duplicated from lives on', async () => {
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort());
    const locks = browserOfTabs();
    holdWriter('first', locks);
    expect(await livingWriters('first', locks)).toEqual(new Set(['first']));
    timeout.mockRestore();
  });

  it('is not known where the browser has no locks, or refuses them', async () => {
    const refused = (): Promise<never> => Promise.reject(new DOMException('no', 'SecurityError'));
    const none = { request: refused, query: refused } as unknown as Locks;
    holdWriter('tab', none)();
    expect(await livingWriters('tab', none)).toEqual(new Set());
    expect(await livingWriters('tab')).toEqual(new Set());
  });
});
