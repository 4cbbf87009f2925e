import { ForwardMigration } from './forward-migration.js';

/** Letters that wait to be sent, or that could not be. */
export class Letters1795169900000 extends ForwardMigration {
  readonly name = 'Letters1795169900000';
  readonly statements = statements;
}

const VISIBLE = `organization_id = nullif(current_setting('smet.organization_id', true), '')::uuid`;

const statements = [
  `create table letters (
    id uuid not null,
    organization_id uuid not null,
    key text not null,
    recipient text not null,
    subject text not null,
    body_text text not null,
    body_html text,
    state text not null,
    attempts integer not null default 0,
    problem_code text,
    problem_detail text,
    queued_at timestamptz not null,
    version integer not null default 1,
    updated_at timestamptz not null default now(),
    constraint pk_letters primary key (id),
    constraint uq_letters_key unique (organization_id, key),
    constraint ck_letters_state check (state in ('waiting', 'parked'))
  )`,
  `alter table letters
    add constraint fk_letters_organization_id foreign key (organization_id) references organizations(id)`,
  `alter table letters enable row level security`,
  `alter table letters force row level security`,
  `create policy letters_organization on letters to smet_app using (${VISIBLE}) with check (${VISIBLE})`,
  `create policy letters_owner on letters to current_user using (true) with check (true)`,
  `grant select, insert, update, delete on letters to smet_app`,
];
