import { describe, expect, it } from '@jest/globals';
import { branchOf, categoryPaths, placeOf, placeOfDrop, treeRows } from './tree';

const node = (id: string, parentId: string | null = null) => ({ id, parentId, name: id.toUpperCase(), version: 1 });
const tree = [node('a'), node('a1', 'a'), node('a11', 'a1'), node('a2', 'a'), node('b')];

describe('the tree of categories', () => {
  it('leaves out all that is below a closed category', () => {
    const shown = (closed: string[]) =>
      treeRows(tree, new Set(closed)).map(({ category, depth }) => [category.id, depth]);
    expect(shown([])).toEqual([
      ['a', 0],
      ['a1', 1],
      ['a11', 2],
      ['a2', 1],
      ['b', 0],
    ]);
    expect(shown(['a1'])).toEqual([
      ['a', 0],
      ['a1', 1],
      ['a2', 1],
      ['b', 0],
    ]);
    expect(shown(['a'])).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
  });

  it('does not move a category below itself', () => {
    expect([...branchOf(tree, 'a')]).toEqual(['a', 'a1', 'a11', 'a2']);
    expect([...branchOf(tree, 'a2')]).toEqual(['a2']);
  });

  it('knows where a drop leads and how to undo it', () => {
    expect(placeOfDrop(tree, 'before:a2')).toEqual({ parentId: 'a', beforeId: 'a2' });
    expect(placeOfDrop(tree, 'into:b')).toEqual({ parentId: 'b', beforeId: null });
    expect(placeOfDrop(tree, 'end')).toEqual({ parentId: null, beforeId: null });
    expect(placeOf(tree, 'a1')).toEqual({ parentId: 'a', beforeId: 'a2' });
    expect(placeOf(tree, 'a2')).toEqual({ parentId: 'a', beforeId: null });
  });

  it('names categories by their way from above', () => {
    expect(categoryPaths(tree).map(({ label }) => label)).toEqual(['A', 'A / A1', 'A / A1 / A11', 'A / A2', 'B']);
  });
});
