import { isoText } from '../../platform/database/index.js';
import { tolerancesOf } from '../organizations/index.js';

// The columns of a stored estimate as stored-estimate.ts has them. Aliases: e estimate, w version, o order, c client,
// g organization.

const decimal = (column: string) => `trim_scale(${column})::text`;
const person = (id: string) => `(select json_build_object('id', u.id, 'name', u.name) from users u where u.id = ${id})`;

const VERSIONS = `
  select json_agg(json_build_object('number', x.number, 'status', x.status, 'issuedAt', ${isoText('x.issued_at')},
           'validUntil', x.valid_until, 'toPayMinor', v.to_pay_minor, 'accepted', x.accepted_at is not null)
           order by x.number)
    from estimate_versions x
    join estimate_variants v on v.version_id = x.id and v.id = coalesce(x.accepted_variant_id, x.current_variant_id)
   where x.estimate_id = e.id`;

const APPROVAL = `
  select json_build_object('id', a.id, 'state', a.state, 'percent', ${decimal('a.percent')},
           'limitPercent', ${decimal('a.limit_percent')}, 'askedBy', ${person('a.asked_by')}, 'comment', a.comment,
           'decidedBy', ${person('a.decided_by')}, 'decisionComment', a.decision_comment)
    from estimate_approvals a where a.version_id = w.id order by a.asked_at desc, a.id desc limit 1`;

const LOWERED = `
  select json_agg(json_build_object('quantity', ${decimal('l.quantity')}, 'priceMinor', l.price_minor,
           'computedQuantity', ${decimal('l.computed_quantity')}))
    from estimate_lines l
   where l.version_id = v.version_id and l.variant_id = v.id and l.overridden and l.quantity < l.computed_quantity`;

const VARIANT_HEADS = `
  select json_agg(json_build_object('id', v.id, 'name', v.name, 'content', v.content, 'grossMinor', v.gross_minor,
           'discountMinor', v.discount_minor, 'toPayMinor', v.to_pay_minor, 'adjustments', v.adjustments,
           'lowered', coalesce((${LOWERED}), '[]'), 'digest', v.digest) order by v.sort, v.id)
    from estimate_variants v where v.version_id = w.id`;

export const ESTIMATE_HEADER = `
  e.id, e.order_id, o.number as order_number, c.name as client_name, o.address, o.currency, e.title, e.version,
  ${isoText('e.updated_at')} as updated_at, w.id as version_id, w.number,
  (select max(number) from estimate_versions where estimate_id = e.id) as newest_number, w.status,
  ${isoText('w.issued_at')} as issued_at, w.valid_until::text as valid_until, w.content_hash,
  case when w.accepted_at is not null then json_build_object('variantId', w.accepted_variant_id,
    'acceptedAt', ${isoText('w.accepted_at')}, 'name', coalesce(w.accepted_by, '')) end as acceptance,
  w.rule_set_id, w.rule_set_version, w.terms, w.price_list_id, w.cost_list_id, w.pay_list_id,
  w.dealer_list_id, ${isoText('w.priced_at')} as priced_at,
  w.price_book, w.current_variant_id, (${VARIANT_HEADS}) as variant_heads, (${VERSIONS}) as versions,
  (${APPROVAL}) as approval, w.presented, g.name as company_name, g.timezone, g.locale, (now() at time zone g.timezone)::date::text as today,
  ${tolerancesOf('g')} as tolerances`;

export const ESTIMATE_ROOMS = `coalesce((
  select json_agg(json_build_object('id', r.id, 'name', r.name, 'shape', r.shape, 'plan', r.plan,
           'spotlights', r.spotlights, 'chandeliers', r.chandeliers) order by r.sort, r.id)
    from estimate_rooms r where r.version_id = w.id), '[]') as rooms`;

const MEASURES = `
  select json_agg(json_build_object('roomId', m.room_id, 'subtotalMinor', m.subtotal_minor, 'measures', m.measures)
           order by r.sort, r.id)
    from estimate_room_measures m join estimate_rooms r on r.version_id = m.version_id and r.id = m.room_id
   where m.version_id = w.id and m.variant_id = v.id`;

const LINES = `
  select json_agg(json_build_object('key', l.key, 'roomId', l.room_id, 'ruleKey', l.rule_key, 'itemId', l.item_id,
           'code', l.code, 'name', l.name, 'unit', l.unit, 'categoryId', l.category_id, 'kind', l.kind,
           'quantity', ${decimal('l.quantity')}, 'computedQuantity', ${decimal('l.computed_quantity')},
           'overridden', l.overridden, 'priceMinor', l.price_minor, 'sumMinor', l.sum_minor, 'discount', l.discount,
           'costMinor', l.cost_minor, 'payMinor', l.pay_minor, 'dealerMinor', l.dealer_minor,
           'explanation', l.explanation) order by l.sort, l.key)
    from estimate_lines l where l.version_id = w.id and l.variant_id = v.id`;

export const ESTIMATE_VARIANTS = `(
  select json_agg(json_build_object('id', v.id, 'name', v.name, 'content', v.content, 'adjustments', v.adjustments,
           'problems', v.problems, 'grossMinor', v.gross_minor, 'discountMinor', v.discount_minor,
           'topUpMinor', v.top_up_minor, 'toPayMinor', v.to_pay_minor, 'vat', v.vat, 'payments', v.payments,
           'costMinor', v.cost_minor, 'marginMinor', v.margin_minor, 'payMinor', v.pay_minor,
           'dealerMinor', v.dealer_minor, 'rooms', coalesce((${MEASURES}), '[]'),
           'lines', coalesce((${LINES}), '[]')) order by v.sort, v.id)
    from estimate_variants v where v.version_id = w.id) as variants`;

/** @param which condition on estimate_versions; of those it holds for, the newest is taken. */
export const ESTIMATE_FROM = (which: string) => `
  from estimates e
  join organizations g on g.id = e.organization_id
  join orders o on o.id = e.order_id
  join clients c on c.id = o.client_id
  join lateral (
    select * from estimate_versions where estimate_id = e.id and ${which} order by number desc limit 1) w on true`;
