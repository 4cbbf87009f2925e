import { NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { conflict, forbidden, mapConstraint, notFound, unavailable, validationFailed } from './index.js';
import { failureOf, problemOf } from './problem.js';

const duplicate = (constraint: string) => Object.assign(new Error('duplicate'), { code: '23505', constraint });

describe('an error becomes an answer', () => {
  it.each([
    [validationFailed('A.B'), 422, 'A.B'],
    [forbidden('A.B'), 403, 'A.B'],
    [notFound('A.B'), 404, 'A.B'],
    [conflict('A.B'), 409, 'A.B'],
    [unavailable('A.B'), 503, 'A.B'],
    [new NotFoundException(), 404, 'REQUEST.NO_SUCH_ROUTE'],
    [Object.assign(new Error(), { statusCode: 413 }), 413, 'REQUEST.TOO_LARGE'],
    [duplicate('uq_nobody_mapped'), 409, 'DATA.DUPLICATE'],
    [Object.assign(new Error('orm'), { driverError: { code: '40P01' } }), 409, 'DATA.BUSY'],
    [Object.assign(new Error('orm'), { driverError: { code: '22P05' } }), 422, 'DATA.INVALID'],
    [Object.assign(new Error(), { code: '22ND_OF_MAY' }), 500, 'INTERNAL'],
    [Object.assign(new Error(), { code: 'ECONNREFUSED' }), 503, 'DATA.UNAVAILABLE'],
    [new TypeError('a defect'), 500, 'INTERNAL'],
    ['a thrown text', 500, 'INTERNAL'],
  ])('%s', (error, status, code) => {
    expect(failureOf(error)).toMatchObject({ status, code });
  });

  it('and tells nothing of its insides', () => {
    const problem = problemOf(failureOf(new Error('relation "users" does not exist')), 'r-1');
    expect(problem).toEqual({
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      code: 'INTERNAL',
      requestId: 'r-1',
    });
  });

  it('with what the client needs to go on', () => {
    expect(problemOf(failureOf(conflict('ORDER.STALE', { current: { version: 7 } })), 'r')).toMatchObject({
      current: { version: 7 },
    });
  });
});

describe('a violated constraint', () => {
  const table = { uq_client_phones_number: () => conflict('CLIENT.PHONE_TAKEN') };

  it('known by name becomes the own error of the module, through the ORM too', () => {
    const wrapped = Object.assign(new Error('orm'), { driverError: duplicate('uq_client_phones_number') });
    for (const error of [duplicate('uq_client_phones_number'), wrapped]) {
      expect(mapConstraint(error, table)).toMatchObject({ code: 'CLIENT.PHONE_TAKEN' });
    }
  });

  it('that nobody named passes through', () => {
    const error = duplicate('uq_other');
    expect(mapConstraint(error, table)).toBe(error);
  });
});
