import { describe, expect, it } from '@jest/globals';
import { PrintCache } from './print-cache.js';
import { Turns } from './turns.js';

/** Work that ends when it is told to. */
function work(begun: string[], name: string) {
  let end: () => void = () => undefined;
  const promise = new Promise<string>((resolve) => {
    end = () => resolve(name);
  });
  const run = (): Promise<string> => {
    begun.push(name);
    return promise;
  };
  return { run, end: () => end() };
}

describe('turns', () => {
  it('begin a waiting piece of work only when its turn has come, and turn away who is too many', async () => {
    const begun: string[] = [];
    const turns = new Turns({ running: 1, waiting: 1 }, () => new Error('busy'));
    const [first, second] = [work(begun, 'first'), work(begun, 'second')];
    const running = [turns.take(first.run), turns.take(second.run)];
    await expect(turns.take(() => Promise.resolve('third'))).rejects.toThrow('busy');
    expect(begun).toEqual(['first']);
    first.end();
    await running[0];
    second.end();
    await expect(running[1]).resolves.toBe('second');
    expect(begun).toEqual(['first', 'second']);
  });

  it('go on after a piece of work that broke', async () => {
    const turns = new Turns({ running: 1, waiting: 1 }, () => new Error('busy'));
    await expect(turns.take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(turns.take(() => Promise.resolve('next'))).resolves.toBe('next');
  });
});

describe('kept prints', () => {
  const made: string[] = [];
  const print = (name: string, bytes: number) => () => {
    made.push(name);
    return Promise.resolve(new Uint8Array(bytes));
  };

  it('are printed once, however many ask at once or later', async () => {
    made.length = 0;
    const cache = new PrintCache(100);
    const all = await Promise.all([1, 2, 3].map(() => cache.get('a', print('a', 40))));
    expect(new Set([...all, await cache.get('a', print('a', 40))]).size).toBe(1);
    expect(made).toEqual(['a']);
  });

  it('stay within their bytes: the one not used for longest goes', async () => {
    made.length = 0;
    const cache = new PrintCache(100);
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.get(name, print(name, 40));
    expect(made).toEqual(['a', 'b', 'c', 'b']);
    await cache.get('too large', print('too large', 101));
    await cache.get('b', print('b', 40));
    expect(made).toEqual(['a', 'b', 'c', 'b', 'too large']);
  });

  it('are no failures', async () => {
    const cache = new PrintCache(100);
    await expect(cache.get('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(cache.get('a', print('a', 1))).resolves.toHaveLength(1);
  });
});
