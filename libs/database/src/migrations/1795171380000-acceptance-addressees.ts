import { ForwardMigration } from './forward-migration.js';

/** Whose address the code went to that a version was accepted with. */
export class AcceptanceAddressees1795171380000 extends ForwardMigration {
  readonly name = 'AcceptanceAddressees1795171380000';
  readonly statements = statements;
}

const statements = [
  `alter table proposal_acceptances
    add column email_source text,
    add constraint ck_proposal_acceptances_email_source check (email_source in ('link', 'client', 'visitor'))`,
];
