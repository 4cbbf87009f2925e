import { ForwardMigration } from './forward-migration.js';

/** Two clients that were one are merged, and parted again should that have been a mistake. */
export class ClientMerges1795172120000 extends ForwardMigration {
  readonly name = 'ClientMerges1795172120000';
  readonly statements = statements;
}

const VISIBLE = `organization_id = nullif(current_setting('smet.organization_id', true), '')::uuid`;

const references = (column: string, target: string, key: string) =>
  `alter table client_merges
    add constraint fk_client_merges_${column} foreign key (organization_id, ${column})
    references ${target}(organization_id, ${key})`;

const statements = [
  `create table client_merges (
    id uuid not null,
    organization_id uuid not null,
    winner_id uuid not null,
    loser_id uuid not null,
    winner_before jsonb not null,
    winner_after jsonb not null,
    loser_before jsonb not null,
    moved jsonb not null,
    folded jsonb not null,
    merged_by uuid,
    merged_at timestamptz not null default clock_timestamp(),
    undone_by uuid,
    undone_at timestamptz,
    constraint pk_client_merges primary key (id),
    constraint ck_client_merges_loser_id check (loser_id <> winner_id)
  )`,
  `create index ix_client_merges_winner_id on client_merges (organization_id, winner_id, merged_at)`,
  `create unique index uq_client_merges_loser_id on client_merges (organization_id, loser_id) where undone_at is null`,
  references('winner_id', 'clients', 'id'),
  references('loser_id', 'clients', 'id'),
  references('merged_by', 'memberships', 'user_id'),
  references('undone_by', 'memberships', 'user_id'),
  `alter table client_merges enable row level security`,
  `alter table client_merges force row level security`,
  `create policy client_merges_organization on client_merges to smet_app using (${VISIBLE}) with check (${VISIBLE})`,
  `create policy client_merges_owner on client_merges to current_user using (true) with check (true)`,
  `grant select, insert, update (undone_by, undone_at) on client_merges to smet_app`,
];
