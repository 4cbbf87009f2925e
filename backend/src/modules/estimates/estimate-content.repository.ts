import { Injectable } from '@nestjs/common';
import type { RoomInput } from '@smet/estimating';
import { managerOf, type Transaction } from '../../platform/database/index.js';
import type { StoredVariant } from './variant-rows.js';

/** What a version is to contain; positions are those in the arrays. */
export interface VersionContent {
  readonly versionId: string;
  readonly currentVariantId: string;
  readonly rooms: readonly RoomInput[];
  readonly variants: readonly StoredVariant[];
  /** Those whose lines are not the stored ones; the others keep what they have. */
  readonly changed: ReadonlySet<string>;
}

const ROOMS = `
  insert into estimate_rooms (version_id, id, organization_id, name, sort, shape, plan, spotlights, chandeliers)
  select $1, id, $2, name, sort, shape, plan, spotlights, chandeliers
    from jsonb_to_recordset($3::jsonb) as r (id uuid, name text, sort integer, shape jsonb, plan jsonb,
         spotlights integer, chandeliers integer)
  on conflict (version_id, id) do update set name = excluded.name, sort = excluded.sort, shape = excluded.shape,
         plan = excluded.plan, spotlights = excluded.spotlights, chandeliers = excluded.chandeliers`;

const VARIANTS = `
  insert into estimate_variants (version_id, id, organization_id, name, sort, content, adjustments, problems, gross_minor,
         discount_minor, top_up_minor, to_pay_minor, vat, payments, cost_minor, margin_minor, pay_minor, dealer_minor,
         digest)
  select $1, id, $2, name, sort, content, adjustments, problems, "grossMinor", "discountMinor", "topUpMinor",
         "toPayMinor", vat, payments, "costMinor", "marginMinor", "payMinor", "dealerMinor", digest
    from jsonb_to_recordset($3::jsonb) as v (id uuid, name text, sort integer, content jsonb, adjustments jsonb,
         problems jsonb, "grossMinor" bigint, "discountMinor" bigint, "topUpMinor" bigint, "toPayMinor" bigint, vat jsonb,
         payments jsonb, "costMinor" bigint, "marginMinor" bigint, "payMinor" bigint, "dealerMinor" bigint, digest text)
  on conflict (version_id, id) do update set name = excluded.name, sort = excluded.sort, content = excluded.content,
         adjustments = excluded.adjustments, problems = excluded.problems, gross_minor = excluded.gross_minor,
         discount_minor = excluded.discount_minor, top_up_minor = excluded.top_up_minor,
         to_pay_minor = excluded.to_pay_minor, vat = excluded.vat, payments = excluded.payments,
         cost_minor = excluded.cost_minor, margin_minor = excluded.margin_minor, pay_minor = excluded.pay_minor,
         dealer_minor = excluded.dealer_minor, digest = excluded.digest`;

const MEASURES = `
  insert into estimate_room_measures (version_id, variant_id, room_id, organization_id, billed_area, billed_perimeter,
         subtotal_minor, measures)
  select $1, "variantId", "roomId", $2, (measures ->> 'billedArea')::numeric, (measures ->> 'billedPerimeter')::numeric,
         "subtotalMinor", measures
    from jsonb_to_recordset($3::jsonb) as m ("variantId" uuid, "roomId" uuid, "subtotalMinor" bigint, measures jsonb)`;

const LINES = `
  insert into estimate_lines (version_id, variant_id, key, organization_id, room_id, sort, rule_key, item_id, code, name,
         unit, category_id, kind, quantity, computed_quantity, overridden, price_minor, sum_minor, discount, cost_minor,
         pay_minor, dealer_minor, explanation)
  select $1, "variantId", key, $2, "roomId", sort, "ruleKey", "itemId", code, name, unit, "categoryId", kind, quantity,
         "computedQuantity", overridden, "priceMinor", "sumMinor", discount, "costMinor", "payMinor",
         "dealerMinor", explanation
    from jsonb_to_recordset($3::jsonb) as l ("variantId" uuid, key text, "roomId" uuid, sort integer, "ruleKey" text,
         "itemId" uuid, code text, name text, unit text, "categoryId" uuid, kind text, quantity numeric,
         "computedQuantity" numeric, overridden boolean, "priceMinor" bigint, "sumMinor" bigint, discount jsonb,
         "costMinor" bigint, "payMinor" bigint, "dealerMinor" bigint, explanation jsonb)`;

/** Writes what a version contains, in a fixed number of statements however many rooms and lines there are. */
@Injectable()
export class EstimateContentRepository {
  /** Puts the content in place of what the version had. Call it under the estimate's lock. */
  async replace(
    tx: Transaction,
    { versionId, currentVariantId, rooms, variants, changed }: VersionContent,
  ): Promise<void> {
    const manager = managerOf(tx);
    const insert = (sql: string, rows: readonly object[]) =>
      rows.length === 0
        ? Promise.resolve()
        : manager.query(sql, [versionId, tx.actor.organizationId, JSON.stringify(rows)]);
    await manager.query(`update estimate_versions set current_variant_id = $2 where id = $1`, [
      versionId,
      currentVariantId,
    ]);
    const stale = [versionId, variants.map(({ id }) => id), [...changed]];
    // Lines before the measures they hang on: one statement instead of a cascade for every room.
    await manager.query(
      `delete from estimate_lines where version_id = $1 and (variant_id <> all($2::uuid[]) or variant_id = any($3::uuid[]))`,
      stale,
    );
    await manager.query(
      `delete from estimate_room_measures
        where version_id = $1 and (variant_id <> all($2::uuid[]) or variant_id = any($3::uuid[]))`,
      stale,
    );
    await manager.query(
      `delete from estimate_variants where version_id = $1 and id <> all($2::uuid[])`,
      stale.slice(0, 2),
    );
    await manager.query(`delete from estimate_rooms where version_id = $1 and id <> all($2::uuid[])`, [
      versionId,
      rooms.map(({ id }) => id),
    ]);
    await insert(
      ROOMS,
      rooms.map((room, sort) => ({ ...room, sort })),
    );
    await insert(
      VARIANTS,
      variants.map(({ rooms: _rooms, lines: _lines, ...variant }, sort) => ({ ...variant, sort })),
    );
    const written = variants.filter(({ id }) => changed.has(id));
    await insert(
      MEASURES,
      written.flatMap((variant) => variant.rooms.map((room) => ({ ...room, variantId: variant.id }))),
    );
    await insert(
      LINES,
      written.flatMap((variant) => variant.lines.map((line, sort) => ({ ...line, variantId: variant.id, sort }))),
    );
  }
}
