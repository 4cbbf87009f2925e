import { describe, expect, it } from '@jest/globals';
import { EMPTY_CLIENT, findProblem, toCreateClient, toHint } from './client-form';

const form = (typed: Partial<typeof EMPTY_CLIENT>) => ({ ...EMPTY_CLIENT, ...typed });

describe('the form of a new client', () => {
  it('wants a name and, of a person, a way to reach them', () => {
    expect(findProblem(form({ phone: '8 900' }))).toBe('nameMissing');
    expect(findProblem(form({ name: 'Анна' }))).toBe('unreachable');
    expect(findProblem(form({ name: 'Анна', email: 'anna@' }))).toBe('emailWrong');
    expect(findProblem(form({ name: 'Анна', email: 'anna@mail.ru' }))).toBeNull();
    expect(findProblem(form({ name: 'ООО «Свет»', kind: 'company' }))).toBeNull();
  });

  it('asks for doubles only with what already means somebody', () => {
    expect(toHint(form({ name: 'Ан', phone: '8 900', email: 'anna@mail' }))).toEqual({});
    expect(toHint(form({ name: ' Анна ', phone: '8 900 123', email: 'anna@mail.ru' }))).toEqual({
      name: 'Анна',
      phone: '8 900 123',
      email: 'anna@mail.ru',
    });
  });

  it('sends what was filled in and nothing else', () => {
    expect(toCreateClient(form({ name: ' Анна ', phone: '8 900', comment: '  ' }))).toEqual({
      kind: 'person',
      name: 'Анна',
      phones: [{ number: '8 900' }],
    });
    expect(toCreateClient(form({ name: 'Анна', phone: '1' }), ['+7']).sharedPhones).toEqual(['+7']);
  });
});
