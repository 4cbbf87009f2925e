import type { DemoEngine, DemoPricedItem, DemoResult, DemoRoom } from './demo-engine.js';
import { pickRooms, type RoomTemplate } from './demo-rooms.js';
import { showcaseRooms } from './demo-showcase.js';
import type { DemoScope, Row, Tables } from './rows.js';

interface EstimateContext extends DemoScope {
  readonly engine: DemoEngine;
  readonly book: ReadonlyMap<string, DemoPricedItem>;
  readonly priceListId: string;
  readonly costListId: string;
}

interface EstimateRows {
  readonly orderId: string;
  readonly toPayMinor: number;
  readonly tables: Tables;
}

interface Target {
  id: string;
  createdAt: Date;
  changedAt: Date;
  isShowcase: boolean;
}

/** One estimate of an order: rooms picked at random or one of every kind, quantities, sums and totals by the engine. */
export function estimateRows(order: Target, context: EstimateContext): EstimateRows {
  const { random, engine } = context;
  const id = (): string => random.id(order.changedAt);
  const rooms = roomsOf(order.isShowcase ? showcaseRooms : pickRooms(random), id);
  const discountPercent = random.pick(['0', '0', '5', '10']);
  const result = engine.computeEstimate({ rooms, overrides: [], manualLines: [], discountPercent }, context.book);
  if (result.problems.length > 0) throw new Error(`demo estimate: ${JSON.stringify(result.problems)}`);
  const [estimateId, versionId, variantId] = [id(), id(), id()];
  const organization = { organization_id: context.organizationId };
  const { toPayMinor } = result.totals;
  return {
    orderId: order.id,
    toPayMinor,
    tables: [
      ['estimates', [{ id: estimateId, ...organization, ...estimateHead(order) }]],
      [
        'estimate_versions',
        [{ id: versionId, ...organization, estimate_id: estimateId, ...versionHead(order, context) }],
      ],
      [
        'estimate_variants',
        [{ id: variantId, ...organization, version_id: versionId, ...variantHead(result, discountPercent) }],
      ],
      [
        'estimate_rooms',
        rooms.map((room, sort) => ({ ...organization, variant_id: variantId, ...roomRow(room, result, sort) })),
      ],
      [
        'estimate_lines',
        lineRows(result).map((line) => ({ id: id(), ...organization, variant_id: variantId, ...line })),
      ],
    ],
  };
}

function roomsOf(templates: readonly RoomTemplate[], newId: () => string): DemoRoom[] {
  const ids = new Map(templates.map(({ name }) => [name, newId()]));
  const idOf = (name: string): string => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`demo estimate: no room ${name}`);
    return id;
  };
  return templates.map(({ level, plan, ...template }) => {
    const room = { id: idOf(template.name), ...template };
    if (!level) return plan ? { ...room, plan } : room;
    const [x, y] = level.at;
    const inset = { roomId: idOf(level.base), atMm: { x, y }, turnDeg: 0 };
    return { ...room, plan: { schemaVersion: 1, ...plan, inset } };
  });
}

function estimateHead(order: Target): Row {
  return {
    order_id: order.id,
    number: 1,
    title: 'Смета 1',
    version: 1,
    created_at: order.changedAt,
    updated_at: order.changedAt,
  };
}

function versionHead(order: Target, { engine, priceListId, costListId }: EstimateContext): Row {
  return {
    number: 1,
    status: 'draft',
    rule_set_id: engine.ruleSet.id,
    rule_set_version: engine.ruleSet.version,
    price_list_id: priceListId,
    cost_list_id: costListId,
    priced_at: order.changedAt,
    created_at: order.changedAt,
  };
}

function variantHead({ totals }: DemoResult, discountPercent: string): Row {
  return {
    name: 'Основной',
    sort: 0,
    is_current: true,
    discount_percent: discountPercent,
    gross_minor: totals.grossMinor,
    discount_minor: totals.discountMinor,
    to_pay_minor: totals.toPayMinor,
    prepayment_minor: totals.prepaymentMinor,
    cost_minor: totals.costMinor ?? 0,
  };
}

function roomRow(room: DemoRoom, result: DemoResult, sort: number): Row {
  const computed = result.rooms.find(({ roomId }) => roomId === room.id);
  if (!computed || !('measures' in computed)) throw new Error(`demo room ${room.name}: ${JSON.stringify(computed)}`);
  const { measures } = computed;
  return {
    id: room.id,
    name: room.name,
    sort,
    shape: room.shape,
    plan: room.plan ?? null,
    spotlights: room.spotlights,
    chandeliers: room.chandeliers,
    billed_area: measures.billedArea,
    billed_perimeter: measures.billedPerimeter,
    measures,
  };
}

function lineRows({ lines }: DemoResult): Row[] {
  return lines.map((line, sort) => ({
    room_id: line.roomId,
    sort,
    rule_key: line.ruleKey,
    item_id: line.itemId,
    code: line.code,
    name: line.name,
    unit: line.unit,
    quantity: line.quantity,
    computed_quantity: line.computedQuantity,
    price_minor: line.priceMinor,
    cost_minor: line.costMinor ?? null,
    sum_minor: line.sumMinor,
    explanation: line.explanation,
  }));
}
