import { randomUUID } from 'node:crypto';
import { expect, type Browser, type Page } from '@playwright/test';
import { exampleOrganization, type ExampleOrganization } from '../../backend/test/example-organization.ts';
import { acceptance, shapes, type AcceptanceRoom } from '../../libs/estimating/test-data/builders.ts';
import { send } from './estimates.ts';
import { freshPage } from './people.ts';
import { databaseUrl, password } from './system.ts';

interface Estimate {
  readonly id: string;
  readonly version: number;
}

const USUAL = { minimumOrderMinor: 0, rounding: { policy: 'half-up' }, vat: { mode: 'none', regime: 'standard' } };

export const variant = (given: object = {}) => ({
  id: randomUUID(),
  name: '',
  overrides: [],
  manualLines: [],
  discountPercent: '0',
  ...given,
});

export const room = (shape: object, given: object = {}) => ({
  id: randomUUID(),
  name: 'Комната',
  shape,
  spotlights: 0,
  chandeliers: 0,
  ...given,
});

export const rectangle = (...sidesMm: number[]) => ({ schemaVersion: 1, kind: 'rectangle', sidesMm });

export const byHand = (itemCode: string, quantity = '1') => ({ id: randomUUID(), itemCode, roomId: null, quantity });

export const example = (id: string): AcceptanceRoom => acceptance.rooms.find((one) => one.id === id)!;

/** A room of the acceptance file as a person enters it. */
export const roomOf = (id: string, given: object = {}) => {
  const { spotlights, chandeliers } = example(id).input;
  return room(shapes[id as keyof typeof shapes], { name: id, spotlights, chandeliers, ...given });
};

/**
 * An owner at one page for all examples, in an organization nobody else asks anything of: what costs time is a browser
 * that knows nothing yet.
 */
export class Desk {
  private constructor(
    readonly page: Page,
    readonly organization: ExampleOrganization,
    private readonly orderId: string,
  ) {}

  static async sitDown(browser: Browser): Promise<Desk> {
    const organization = await exampleOrganization(databaseUrl());
    const page = await freshPage(browser);
    await send(page, 'POST', '/auth/sign-in', { email: organization.email, password });
    const client = { phone: '+7 000 777-00-09', name: 'Клиент примеров' };
    const order = await send<{ id: string }>(page, 'POST', '/orders', { client, address: 'ул. Примерная, 1' });
    return new Desk(page, organization, order.id);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
    await this.organization.close();
  }

  async read<T>(path: string): Promise<T> {
    return (await (await this.page.request.get(`/api/v1${path}`)).json()) as T;
  }

  /** Saves an estimate through the API and opens it; its id. */
  async open(draft: { rooms?: object[]; variants?: object[] }): Promise<string> {
    const { id, version } = await send<Estimate>(this.page, 'POST', `/orders/${this.orderId}/estimates`, {});
    const whole = { rooms: [], variants: [variant()], ...draft };
    await send(this.page, 'PUT', `/estimates/${id}`, { version, draft: whole });
    await this.page.goto(`/estimates/${id}`);
    await this.showTotals();
    return id;
  }

  /** What may lie under the line of totals; it stays open on this device. */
  private async showTotals(): Promise<void> {
    const details = this.page.getByRole('button', { name: 'Подробности', exact: true });
    if ((await details.count()) === 0) return;
    await expect(async () => {
      if ((await details.getAttribute('aria-expanded')) === 'false') await details.click();
      await expect(details).toHaveAttribute('aria-expanded', 'true', { timeout: 500 });
    }).toPass();
  }

  /** How the organization asks for its money from now on: as every one does, but for `terms`. */
  async ask(terms: object = {}): Promise<void> {
    const before = await this.read<object>('/pricing-terms');
    await send(this.page, 'PATCH', '/pricing-terms', { ...before, ...USUAL, ...terms });
  }

  /** Computes the open estimate anew by the terms of now; the page hears of it by itself. */
  async reprice(id: string): Promise<void> {
    const { version } = await this.read<Estimate>(`/estimates/${id}`);
    const { pricedAt, digest } = await this.read<{ pricedAt: string; digest: string }>(`/estimates/${id}/fresh-prices`);
    await send(this.page, 'POST', `/estimates/${id}/reprice`, { version, pricedAt, digest });
  }
}
