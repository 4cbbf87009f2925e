-- A hundred thousand orders more, spread over stages, people and two years, made from the demo organization's own rows.
insert into orders (id, organization_id, number, client_id, address, pipeline_id, stage_id, stage_changed_at,
                    responsible_user_id, measurer_user_id, total_minor, currency, created_by, created_at, updated_at)
select gen_random_uuid(), o.organization_id, 1000 + n,
       c.ids[1 + n % cardinality(c.ids)], 'ул. Измеренная, ' || n, s.pipeline_id, s.ids[1 + n % cardinality(s.ids)], at,
       u.ids[1 + n % cardinality(u.ids)], u.ids[1 + (n / 7) % cardinality(u.ids)], (n * 7919::bigint) % 20000000, 'RUB',
       u.ids[1], at, at
  from generate_series(1, 100000) n
 cross join lateral (select timestamptz '2026-11-01' - n * interval '10 minutes' as at) t
 cross join (select id as organization_id from organizations limit 1) o
 cross join (select array_agg(id order by id) as ids from clients) c
 cross join (select array_agg(user_id order by user_id) as ids from memberships) u
 cross join (select pipeline_id, array_agg(id order by sort) as ids from stages group by pipeline_id limit 1) s;
update organizations set last_order_number = 101000;
analyze;
