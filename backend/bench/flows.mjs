import { v7 as uuidv7 } from 'uuid';

// The flows a person causes, spoken to the API over HTTP by any client that has get, post and put.

const room = (name, lengthMm, widthMm) => ({
  id: uuidv7(),
  name,
  shape: { schemaVersion: 1, kind: 'rectangle', sidesMm: [lengthMm, widthMm] },
  spotlights: 6,
  chandeliers: 1,
});

const variant = (given = {}) => ({
  id: uuidv7(),
  name: '',
  overrides: [],
  manualLines: [],
  discountPercent: '0',
  ...given,
});

/** 12 rooms of 16 generated lines and enough lines by hand to make 300. */
export function largeDraft(quantity = '1') {
  const rooms = Array.from({ length: 12 }, (_, i) => room(`Комната ${i + 1}`, 4000 + i * 50, 3000 + i * 20));
  const manualLines = Array.from({ length: 300 - 12 * 16 }, (_, i) => ({
    id: uuidv7(),
    itemCode: 'SRV-TRIP2',
    roomId: null,
    quantity: i === 0 ? quantity : '1',
  }));
  return { rooms, variants: [variant({ manualLines, discountPercent: '5' })] };
}

/** The same rooms in three specifications, each with its lines by hand. */
export function largeVariants() {
  const { rooms, variants } = largeDraft();
  const [{ manualLines }] = variants;
  const specified = (film, profile) => variant({ manualLines, specification: { film, profile } });
  return { rooms, variants: [...variants, specified('pvc-premium', 'shadow'), specified('pvc-bauf', 'floating')] };
}

/** List of orders: one stage, dearest first, 50 rows. */
export const listPath = (stageId) => `/api/v1/orders?limit=50&sort=-totalMinor&stageId=${stageId}`;

/** A new order with an estimate of one room: what a manager does in half a minute. */
export async function createOrder(client, clientId) {
  const order = await client.post('/api/v1/orders', { client: { id: clientId }, address: 'ул. Измеренная, 1' });
  const estimate = await client.post(`/api/v1/orders/${order.id}/estimates`, {});
  const draft = { rooms: [room('Зал', 4000, 3000)], variants: [variant()] };
  await client.put(`/api/v1/estimates/${estimate.id}`, { version: estimate.version, draft });
  return order;
}
