import { ForwardMigration } from './forward-migration.js';

/** What is decided about a room beside its shape, and how far readings may disagree, by organization. */
export class RoomPlansAndTolerances1795169280000 extends ForwardMigration {
  readonly name = 'RoomPlansAndTolerances1795169280000';
  readonly statements = statements;
}

const statements = [
  `alter table estimate_rooms
    add column plan jsonb,
    add constraint ck_estimate_rooms_plan check (jsonb_typeof(plan) = 'object')`,

  `alter table organizations
    add column measurement_warn_mm numeric(6,1) not null default 10,
    add column measurement_warn_percent numeric(5,2) not null default 0.3,
    add column measurement_block_mm numeric(6,1) not null default 30,
    add column measurement_block_percent numeric(5,2) not null default 1,
    add column version integer not null default 1,
    add constraint ck_organizations_measurement_mm
      check (measurement_warn_mm > 0 and measurement_warn_mm <= measurement_block_mm),
    add constraint ck_organizations_measurement_percent
      check (measurement_warn_percent > 0 and measurement_warn_percent <= measurement_block_percent
             and measurement_block_percent <= 100)`,

  `grant update (measurement_warn_mm, measurement_warn_percent, measurement_block_mm, measurement_block_percent,
                 version) on organizations to smet_app`,
];
