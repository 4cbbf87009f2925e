import { describe, expect, it } from '@jest/globals';
import type { AmocrmPipeline } from '@smet/connectors/amocrm';
import { choosePipeline, defaultMapping, normaliseName, type OwnStage } from './default-mapping.js';

const status = (id: number, name: string, sort: number, isUnsorted = false) => ({
  id,
  name,
  sort,
  isUnsorted,
  color: null,
});
const pipeline = (change: Partial<AmocrmPipeline> = {}): AmocrmPipeline => ({
  id: 1,
  name: 'Потолки',
  sort: 1,
  isMain: true,
  isArchived: false,
  statuses: [
    status(143, 'Закрыто и не реализовано', 11_000),
    status(142, 'Успешно реализовано', 10_000),
    status(9, 'Неразобранное', 10, true),
    status(12, 'Замер назначен', 30),
    status(11, 'Новая заявка', 20),
    status(13, 'Договор', 40),
  ],
  ...change,
});
const stage = (id: string, name: string, kind: OwnStage['kind'] = 'open'): OwnStage => ({ id, name, kind });
const numbers = (stages: OwnStage[], kept: Parameters<typeof defaultMapping>[2] = []) =>
  Object.fromEntries(
    defaultMapping(stages, pipeline(), kept).map(({ stageId, external }) => [stageId, external.statusId]),
  );

describe('defaultMapping', () => {
  it('pairs equal names first, then won and lost by kind, then the rest in order', () => {
    const stages = [
      stage('a', 'Лид'),
      stage('b', ' замер — назначен'),
      stage('c', 'Производство'),
      stage('d', 'Готово', 'won'),
      stage('e', 'Отказ', 'lost'),
    ];
    expect(numbers(stages)).toEqual({ a: 11, b: 12, c: 13, d: 142, e: 143 });
  });

  it('uses each status once and leaves what finds none', () => {
    const stages = ['a', 'b', 'c', 'd', 'e'].map((id) => stage(id, `Этап ${id}`));
    expect(numbers(stages)).toEqual({ a: 11, b: 12, c: 13 });
    expect(numbers([stage('x', 'Готово', 'won'), stage('y', 'Принято', 'won')])).toEqual({ x: 142 });
  });

  it('never pairs an open stage with a closed one, nor anything with the incoming one', () => {
    expect(numbers([stage('a', 'Успешно реализовано'), stage('b', 'Неразобранное')])).toEqual({ a: 11, b: 12 });
    expect(numbers([stage('a', 'Договор', 'won')])).toEqual({ a: 142 });
  });

  it('leaves pairs that are there alone', () => {
    const kept = [{ stageId: 'a', external: { pipelineId: 1, statusId: 12 } }];
    expect(numbers([stage('a', 'Новая заявка'), stage('b', 'Замер назначен')], kept)).toEqual({ b: 11 });
  });
});

describe('choosePipeline', () => {
  const main = pipeline();
  const service = pipeline({ id: 2, name: 'Сервис', isMain: false });
  const archived = pipeline({ id: 3, name: 'Старая', isMain: false, isArchived: true });
  it.each([
    { own: { name: 'сервис', isDefault: false }, taken: [], id: 2 },
    { own: { name: 'Сервис', isDefault: true }, taken: [], id: 2 },
    { own: { name: 'Продажи', isDefault: true }, taken: [], id: 1 },
    { own: { name: 'Продажи', isDefault: true }, taken: [1], id: 2 },
    { own: { name: 'Продажи', isDefault: false }, taken: [], id: undefined },
    { own: { name: 'Старая', isDefault: false }, taken: [], id: undefined },
  ])('$own.name, taken $taken → $id', ({ own, taken, id }) => {
    expect(choosePipeline(own, [service, main, archived], new Set(taken))?.id).toBe(id);
  });
});

describe('normaliseName', () => {
  it.each([
    ['  Замёр—Назначен! ', 'замер назначен'],
    ['Lead (new)', 'lead new'],
    ['', ''],
  ])('%j → %j', (name, plain) => {
    expect(normaliseName(name)).toBe(plain);
  });
});
