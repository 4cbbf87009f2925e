import { describe, expect, it } from '@jest/globals';
import { inTreeOrder, placeProblem, siblingsWith, type CategoryNode } from './category-tree.js';

const node = (id: string, parentId: string | null, sort: number): CategoryNode => ({ id, parentId, sort, name: id });
const tree = [node('b', null, 1), node('b2', 'b', 1), node('a', null, 0), node('b1', 'b', 0), node('b1x', 'b1', 0)];

describe('the tree of categories', () => {
  it('is read from above, neighbours in their own order', () => {
    expect(inTreeOrder(tree).map(({ id }) => id)).toEqual(['a', 'b', 'b1', 'b1x', 'b2']);
  });

  it('takes a category to its place among its neighbours, old or new', () => {
    expect(siblingsWith(tree, 'b2', { parentId: 'b', beforeId: 'b1' })).toEqual(['b2', 'b1']);
    expect(siblingsWith(tree, 'b2', { parentId: null, beforeId: 'b' })).toEqual(['a', 'b2', 'b']);
    expect(siblingsWith(tree, 'new', { parentId: 'b', beforeId: null })).toEqual(['b1', 'b2', 'new']);
  });

  it('refuses places that do not exist or would make a ring', () => {
    const below = (id: string | null, parentId: string | null, beforeId: string | null = null) =>
      placeProblem(tree, id, { parentId, beforeId })?.code;
    expect(below('b', 'b1x')).toBe('BELOW_ITSELF');
    expect(below('b', 'b')).toBe('BELOW_ITSELF');
    expect(below('b', 'none')).toBe('CATEGORY_UNKNOWN');
    expect(below('a', 'b', 'a')).toBe('NO_NEIGHBOUR');
    expect(below('a', null, 'b1')).toBe('NO_NEIGHBOUR');
    expect(below('a', 'b1x')).toBeUndefined();
  });

  it('counts what hangs below when it looks how deep it gets', () => {
    const chain = Array.from({ length: 7 }, (_, index) => node(`c${index}`, index === 0 ? null : `c${index - 1}`, 0));
    expect(placeProblem([...chain, ...tree], 'a', { parentId: 'c6', beforeId: null })).toBeNull();
    expect(placeProblem([...chain, ...tree], 'b1', { parentId: 'c6', beforeId: null })?.code).toBe('TOO_DEEP');
    expect(placeProblem(chain, null, { parentId: 'c6', beforeId: null })).toBeNull();
  });
});
