import { ForwardMigration } from './forward-migration.js';

/** A template that is taken away can be brought back: the row stays, and its name is free for another one. */
export class TemplatesStay1795171500000 extends ForwardMigration {
  readonly name = 'TemplatesStay1795171500000';
  readonly statements = statements;
}

const statements = [
  `alter table estimate_templates add column deleted_at timestamptz`,
  `alter table estimate_templates drop constraint uq_estimate_templates_name`,
  `create unique index uq_estimate_templates_name on estimate_templates (organization_id, kind, name)
    where deleted_at is null`,
  // The release before this one still deletes rows: what it may do is taken from it by a later step.
  `grant update (deleted_at) on estimate_templates to smet_app`,
];
