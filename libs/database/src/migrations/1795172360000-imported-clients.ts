import { ForwardMigration } from './forward-migration.js';

/** An import that is taken back leaves nothing of the clients it made, as long as nobody has touched them. */
export class ImportedClients1795172360000 extends ForwardMigration {
  readonly name = 'ImportedClients1795172360000';
  readonly statements = [`grant delete on clients to smet_app`];
}
