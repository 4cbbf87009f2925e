import type {
  DemoContent,
  DemoEngine,
  DemoLine,
  DemoPricedItem,
  DemoResult,
  DemoRoom,
  DemoSpecification,
} from './demo-engine.js';
import type { PriceListKind } from '../entities/nomenclature/price-list.entity.js';
import { pickRooms, type RoomTemplate } from './demo-rooms.js';
import { showcaseRooms } from './demo-showcase.js';
import type { DemoScope, Row, Tables } from './rows.js';

interface EstimateContext extends DemoScope {
  readonly engine: DemoEngine;
  readonly book: ReadonlyMap<string, DemoPricedItem>;
  readonly lists: Readonly<Record<PriceListKind, string>>;
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
  /** The same rooms in three specifications, for the client to choose. */
  hasVariants: boolean;
}

interface Specified {
  name: string;
  specification?: DemoSpecification;
}

const ONE: readonly Specified[] = [{ name: 'Основной' }];
const GOOD_BETTER_BEST: readonly Specified[] = [
  { name: 'Эконом' },
  { name: 'Стандарт', specification: { film: 'pvc-premium', profile: 'shadow' } },
  { name: 'Премиум', specification: { film: 'pvc-bauf', profile: 'floating' } },
];

/** One estimate of an order: rooms picked at random or one of every kind, quantities, sums and totals by the engine. */
export function estimateRows(order: Target, context: EstimateContext): EstimateRows {
  const { random, organizationId } = context;
  const id = (): string => random.id(order.changedAt);
  const rooms = roomsOf(order.isShowcase ? showcaseRooms : pickRooms(random), id);
  const discountPercent = random.pick(['0', '0', '5', '10']);
  const variants = (order.hasVariants ? GOOD_BETTER_BEST : ONE).map((specified) => ({
    id: id(),
    ...computeVariant(rooms, discountPercent, specified, context),
  }));
  const [estimateId, versionId] = [id(), id()];
  const [current] = variants;
  if (!current) throw new Error('demo estimate: no variant');
  const organization = { organization_id: organizationId };
  const ofVersion = { ...organization, version_id: versionId };
  return {
    orderId: order.id,
    toPayMinor: current.result.totals.toPayMinor,
    tables: [
      ['estimates', [{ id: estimateId, ...organization, ...estimateHead(order) }]],
      [
        'estimate_versions',
        [
          {
            id: versionId,
            ...organization,
            estimate_id: estimateId,
            current_variant_id: current.id,
            ...versionHead(order, context),
          },
        ],
      ],
      ['estimate_variants', variants.map((variant, sort) => ({ ...ofVersion, sort, ...variantRow(variant) }))],
      ['estimate_rooms', rooms.map((room, sort) => ({ ...ofVersion, sort, ...roomRow(room) }))],
      [
        'estimate_room_measures',
        variants.flatMap(({ id: variantId, result }) =>
          rooms.map((room) => ({ ...ofVersion, variant_id: variantId, ...measuresRow(room, result) })),
        ),
      ],
      [
        'estimate_lines',
        variants.flatMap(({ id: variantId, result }) =>
          result.lines.map((line, sort) => ({ ...ofVersion, variant_id: variantId, sort, ...lineRow(line) })),
        ),
      ],
    ],
  };
}

interface ComputedVariant {
  name: string;
  content: DemoContent;
  result: DemoResult;
}

function computeVariant(
  rooms: DemoRoom[],
  discountPercent: string,
  { name, specification }: Specified,
  { engine, book }: EstimateContext,
): ComputedVariant {
  const entered: DemoContent = { overrides: [], manualLines: [], discountPercent };
  const content = specification ? { specification, ...entered } : entered;
  const result = engine.computeEstimate({ rooms, ...content }, book);
  if (result.problems.length > 0) throw new Error(`demo estimate: ${JSON.stringify(result.problems)}`);
  return { name, content, result };
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

function versionHead(order: Target, { engine, lists }: EstimateContext): Row {
  return {
    number: 1,
    status: 'draft',
    rule_set_id: engine.ruleSet.id,
    rule_set_version: engine.ruleSet.version,
    terms: engine.terms,
    price_list_id: lists.sale,
    cost_list_id: lists.cost,
    pay_list_id: lists.pay,
    dealer_list_id: lists.dealer,
    priced_at: order.changedAt,
    created_at: order.changedAt,
  };
}

function variantRow({ id, name, content, result }: ComputedVariant & { id: string }): Row {
  const { totals, adjustments } = result;
  return {
    id,
    name,
    content,
    adjustments,
    problems: [],
    gross_minor: totals.grossMinor,
    discount_minor: totals.discountMinor,
    top_up_minor: totals.topUpMinor,
    to_pay_minor: totals.toPayMinor,
    vat: totals.vat,
    payments: totals.schedule,
    cost_minor: totals.costMinor ?? null,
    margin_minor: totals.marginMinor ?? null,
    pay_minor: totals.payMinor ?? null,
    dealer_minor: totals.dealerMinor ?? null,
  };
}

function roomRow({ id, name, shape, plan, spotlights, chandeliers }: DemoRoom): Row {
  return { id, name, shape, plan: plan ?? null, spotlights, chandeliers };
}

function measuresRow({ id, name }: DemoRoom, result: DemoResult): Row {
  const computed = result.rooms.find(({ roomId }) => roomId === id);
  if (!computed || !('measures' in computed)) throw new Error(`demo room ${name}: ${JSON.stringify(computed)}`);
  const { measures, subtotalMinor } = computed;
  return {
    room_id: id,
    billed_area: measures.billedArea,
    billed_perimeter: measures.billedPerimeter,
    subtotal_minor: subtotalMinor,
    measures,
  };
}

function lineRow(line: DemoLine): Row {
  return {
    key: line.key,
    room_id: line.roomId,
    rule_key: line.ruleKey,
    item_id: line.itemId,
    code: line.code,
    name: line.name,
    unit: line.unit,
    category_id: line.categoryId ?? null,
    kind: line.kind ?? null,
    quantity: line.quantity,
    computed_quantity: line.computedQuantity,
    overridden: line.overridden,
    price_minor: line.priceMinor,
    sum_minor: line.sumMinor,
    discount: line.discount,
    cost_minor: line.costMinor ?? null,
    pay_minor: line.payMinor ?? null,
    dealer_minor: line.dealerMinor ?? null,
    explanation: line.explanation,
  };
}
