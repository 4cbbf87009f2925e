import { ForwardMigration } from './forward-migration.js';

/** An estimate keeps by which lists it pays installers and sells to dealers, as it keeps what it sells and buys by. */
export class ListsOfAnEstimate1795171440000 extends ForwardMigration {
  readonly name = 'ListsOfAnEstimate1795171440000';
  readonly statements = statements;
}

/** An owner that is no superuser would see no row of tables whose policies are forced. */
const READ = ['estimate_versions', 'price_lists'];

const defaultList = (kind: string) =>
  `(select l.id from price_lists l where l.organization_id = w.organization_id and l.kind = '${kind}' and l.is_default)`;

const statements = [
  `alter table estimate_versions
    add column pay_list_id uuid,
    add column dealer_list_id uuid`,

  // Until now every computation took the default lists, so those are what stored estimates were computed by. Issued versions
  // have theirs as well: the next version of an estimate begins with the lists of the last.
  ...READ.map((table) => `alter table ${table} no force row level security`),
  `alter table estimate_versions disable trigger tr_estimate_versions_issued`,
  `update estimate_versions w set pay_list_id = ${defaultList('pay')}, dealer_list_id = ${defaultList('dealer')}`,
  `alter table estimate_versions enable trigger tr_estimate_versions_issued`,
  ...READ.map((table) => `alter table ${table} force row level security`),

  `alter table estimate_versions
    add constraint fk_estimate_versions_pay_list_id foreign key (organization_id, pay_list_id)
      references price_lists (organization_id, id),
    add constraint fk_estimate_versions_dealer_list_id foreign key (organization_id, dealer_list_id)
      references price_lists (organization_id, id)`,
];
