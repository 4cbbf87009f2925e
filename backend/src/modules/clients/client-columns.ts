import { isoText } from '../../platform/database/index.js';

/** The first phone of the client `alias`. */
const firstPhone = (alias: string) => `
  (select p.number from client_phones p
    where p.organization_id = ${alias}.organization_id and p.client_id = ${alias}.id order by p.position limit 1)`;

/** The people or companies `alias` on the other side of the contacts of `c`; `own` and `other` name the columns. */
const linked = (own: string, other: string) => `
  coalesce((
    select json_agg(json_build_object('id', o.id, 'name', o.name, 'phone', ${firstPhone('o')}, 'position', k.position)
                    order by k.sort, o.name, o.id)
      from client_contacts k join clients o on o.id = k.${other} and o.deleted_at is null
     where k.organization_id = c.organization_id and k.${own} = c.id), '[]')`;

/** A client's row as the API answers it, over `clients c` with `CLIENT_JOINS`. */
export const CLIENT_ROW = `
  c.id, c.kind, c.name, c.source, c.comment, c.fields, c.version,
  ${isoText('c.created_at')} as "createdAt", ${isoText('c.updated_at')} as "updatedAt",
  ${isoText('c.deleted_at')} as "deletedAt",
  case when r.id is not null then json_build_object('id', r.id, 'name', r.name) end as responsible,
  coalesce((select json_agg(json_build_object('number', p.number, 'label', p.label, 'shared', p.shared)
                            order by p.position, p.id)
              from client_phones p where p.organization_id = c.organization_id and p.client_id = c.id), '[]') as phones,
  coalesce((select json_agg(e.email order by e.position, e.id) from client_emails e
             where e.organization_id = c.organization_id and e.client_id = c.id), '[]') as emails,
  coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name, t.id)
              from client_tags k join tags t on t.id = k.tag_id
             where k.organization_id = c.organization_id and k.client_id = c.id), '[]') as tags`;

export const CLIENT_JOINS = 'left join users r on r.id = c.responsible_user_id';

/** Everything that hangs on one client. */
export const WHOLE_CLIENT = `${CLIENT_ROW},
  coalesce((select json_agg(json_build_object('text', a.text, 'label', a.label) order by a.position, a.id)
              from client_addresses a where a.organization_id = c.organization_id and a.client_id = c.id), '[]') as addresses,
  ${linked('company_id', 'person_id')} as contacts,
  ${linked('person_id', 'company_id')} as companies,
  coalesce((
    select json_agg(json_build_object('id', k.id, 'channel', k.channel, 'basis', k.basis, 'proof', k.proof,
             'grantedAt', ${isoText('k.granted_at')}, 'withdrawnAt', ${isoText('k.withdrawn_at')},
             'recordedBy', case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end)
             order by k.granted_at desc, k.id desc)
      from consents k left join users u on u.id = k.recorded_by
     where k.organization_id = c.organization_id and k.client_id = c.id), '[]') as consents`;
