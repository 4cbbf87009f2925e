import { describe, expect, it } from '@jest/globals';
import { parseLiveNotice, type LiveNotice } from './index.js';

describe('a notice from the channel', () => {
  const change: LiveNotice = {
    kind: 'change',
    organizationId: 'o',
    type: 'order.created',
    subjectType: 'order',
    subjectId: 'i',
  };

  it('is read back', () => {
    const ended: LiveNotice = { kind: 'session-ended', organizationId: 'o', sessionId: 's' };
    for (const notice of [change, ended]) expect(parseLiveNotice(JSON.stringify(notice))).toEqual(notice);
  });

  it.each(['', 'null', '[]', '"text"', '{}', '{"organizationId":1}', '{"kind":"session-ended","organizationId":"o"}'])(
    'that is not ours is ignored: %s',
    (payload) => {
      expect(parseLiveNotice(payload)).toBeNull();
    },
  );

  it('loses what it should not carry', () => {
    expect(parseLiveNotice(JSON.stringify({ ...change, phone: '+7' }))).toEqual(change);
  });
});
