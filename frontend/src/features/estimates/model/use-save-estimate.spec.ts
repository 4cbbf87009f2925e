import { describe, expect, it } from '@jest/globals';
import type { EstimateView } from './types';
import { sendAfter } from './use-save-estimate';

describe('what was typed while a save ran and the editor was left', () => {
  const upon = async (version: number) => ({ version: version + 1 }) as EstimateView;

  it('is sent upon the version that save made', async () => {
    expect(await sendAfter(Promise.resolve({ version: 5 }), upon)).toEqual({ version: 6 });
  });

  it('is not sent over others when that save was refused', async () => {
    expect(await sendAfter(Promise.reject(new Error('409')), upon)).toBeNull();
  });
});
