import { clientDetailRows, clientFields } from './demo-client-details.js';
import { DEMO_CLIENTS, type PlannedOrder } from './demo-orders.js';
import { clientName, demoPhone } from './demo-people.js';
import { owned, type DemoScope, type Tables } from './rows.js';

const SOURCES = ['Сайт', 'Звонок', 'Рекомендация', 'Авито'];

/** The clients of the plan with what is known of them, each as old as its first order; every third has an e-mail. */
export function clientRows(
  scope: DemoScope,
  plan: readonly PlannedOrder[],
  responsibleUserId: string | undefined,
): { tables: Tables; ids: readonly string[] } {
  const { random } = scope;
  const clients = Array.from({ length: DEMO_CLIENTS }, (_, index) => {
    const at = plan.find((order) => order.client === index)?.createdAt ?? scope.since;
    return { id: random.id(at), at, index, source: random.pick(SOURCES), ...clientName(random, index) };
  });
  const withEmail = clients.filter(({ index }) => index % 3 === 0);
  return {
    ids: clients.map(({ id }) => id),
    tables: [
      [
        'clients',
        clients.map(({ id, at, kind, name, source, index }) =>
          owned(scope, {
            id,
            kind,
            name,
            responsible_user_id: responsibleUserId,
            source,
            fields: clientFields(index),
            version: 1,
            created_at: at,
            updated_at: at,
          }),
        ),
      ],
      [
        'client_phones',
        clients.map(({ id, index }) => owned(scope, { client_id: id, number: demoPhone(index), position: 0 })),
      ],
      [
        'client_emails',
        withEmail.map(({ id, index }) =>
          owned(scope, { client_id: id, email: `client${index + 1}@demo.invalid`, position: 0 }),
        ),
      ],
      ...clientDetailRows(scope, clients, responsibleUserId),
    ],
  };
}
