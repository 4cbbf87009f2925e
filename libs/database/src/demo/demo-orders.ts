import { address } from './demo-people.js';
import type { Random } from './random.js';

export const demoStages = [
  { code: 'lead', name: 'Новая заявка', kind: 'open', color: 'gray' },
  { code: 'measurement_planned', name: 'Замер назначен', kind: 'open', color: 'cyan' },
  { code: 'measured', name: 'Замер выполнен', kind: 'open', color: 'blue' },
  { code: 'estimate_sent', name: 'Смета отправлена', kind: 'open', color: 'indigo' },
  { code: 'contract', name: 'Договор', kind: 'open', color: 'violet' },
  { code: 'production', name: 'Производство', kind: 'open', color: 'orange' },
  { code: 'installation', name: 'Монтаж', kind: 'open', color: 'yellow' },
  { code: 'won', name: 'Успешно реализовано', kind: 'won', color: 'green' },
  { code: 'lost', name: 'Закрыто и не реализовано', kind: 'lost', color: 'red' },
] as const;

type DemoStage = (typeof demoStages)[number]['code'];

export interface PlannedOrder {
  createdAt: Date;
  changedAt: Date;
  stage: DemoStage;
  /** Index of the client. */
  client: number;
  address: string;
  hasMeasurer: boolean;
  hasEstimate: boolean;
  /** The newest estimate has a room of every kind. */
  isShowcase: boolean;
  /** Of an order that came without an estimate; in minor units. */
  carriedTotalMinor: number;
}

export const DEMO_CLIENTS = 50;
export const DEMO_ORDERS = 200;
const ESTIMATES = 20;
const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Orders in progress by age: the older the order, the further it has come. */
const OPEN_BY_AGE: readonly { days: number; stages: readonly DemoStage[] }[] = [
  { days: 4, stages: ['lead', 'lead', 'measurement_planned'] },
  { days: 10, stages: ['measurement_planned', 'measured', 'estimate_sent'] },
  { days: 21, stages: ['measured', 'estimate_sent', 'estimate_sent', 'contract'] },
  { days: 40, stages: ['contract', 'production', 'installation', 'won', 'lost'] },
  { days: Infinity, stages: ['won', 'won', 'won', 'lost'] },
];
const PRICED: readonly DemoStage[] = ['estimate_sent', 'contract', 'production', 'installation', 'won'];

/** From the oldest to the newest, spread over the year before `now`; the newest are closer together. */
export function planOrders(random: Random, now: Date): PlannedOrder[] {
  const orders = Array.from({ length: DEMO_ORDERS }, (_, index) => planOrder(random, now, index));
  orders.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const estimated = orders.filter((order) => PRICED.includes(order.stage)).slice(-ESTIMATES);
  for (const order of estimated) Object.assign(order, { hasEstimate: true, carriedTotalMinor: 0 });
  for (const order of estimated.slice(-1)) order.isShowcase = true;
  return orders;
}

function planOrder(random: Random, now: Date, index: number): PlannedOrder {
  const age = 364 * ((DEMO_ORDERS - 1 - index) / DEMO_ORDERS) ** 1.7;
  const createdAt = workingHour(random, new Date(now.getTime() - age * DAY), now);
  const stage = random.pick((OPEN_BY_AGE.find(({ days }) => age <= days) ?? { stages: ['won'] as const }).stages);
  const spent = stage === 'lead' ? 0 : random.next() * Math.min(age, 30) * DAY;
  return {
    createdAt,
    changedAt: new Date(Math.min(createdAt.getTime() + spent, now.getTime())),
    stage,
    client: index < DEMO_CLIENTS ? index : random.whole(0, DEMO_CLIENTS - 1),
    address: address(random),
    hasMeasurer: stage !== 'lead' && random.next() < 0.8,
    hasEstimate: false,
    isShowcase: false,
    carriedTotalMinor: PRICED.includes(stage) ? random.whole(120, 1450) * 10_000 : 0,
  };
}

/** Nine to eight o'clock in Moscow, or shortly before now. */
function workingHour(random: Random, day: Date, now: Date): Date {
  const midnight = Math.floor(day.getTime() / DAY) * DAY;
  const at = midnight + 6 * HOUR + random.next() * 11 * HOUR;
  return new Date(Math.min(Math.floor(at / 1000) * 1000, now.getTime() - random.whole(10, 180) * MINUTE));
}
