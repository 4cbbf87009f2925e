import { newId } from '@smet/database';
import type { EstimateDraft, RoomInput } from '@smet/estimating';
import { createOrder, createOrganization, type TestOrganization } from '../builders.js';
import type { TestApi } from './api.js';
import { roomE1, roomE4, variantOf } from './drafts.js';
import { priceNomenclature } from './nomenclature.js';
import { enterAs, type Person } from './people.js';

interface Estimate {
  readonly id: string;
  readonly version: number;
  readonly contentHash: string | null;
}

/** An issued version and a link to it. */
export interface Offer {
  readonly estimateId: string;
  readonly orderId: string;
  readonly orderNumber: number;
  readonly linkId: string;
  readonly url: string;
  readonly token: string;
  readonly contentHash: string;
  /** Good, better: the first is the one advised. */
  readonly variantIds: readonly [string, string];
}

export interface OfferWishes {
  readonly validUntil?: string | null;
  readonly expiresAt?: string;
  readonly email?: string;
  /** In place of the usual two. */
  readonly rooms?: RoomInput[];
}

/** A firm with prices and a pipeline, whose manager sends proposals. */
export class ProposingFirm {
  private constructor(
    private readonly api: TestApi,
    readonly organization: TestOrganization,
    readonly manager: Person,
    readonly contractStageId: string,
  ) {}

  static async start(api: TestApi): Promise<ProposingFirm> {
    const organization = await createOrganization(api.db.owner);
    await priceNomenclature(api.db.owner, organization);
    const contractStageId = newId();
    await api.db.owner.query(
      `insert into stages (id, organization_id, pipeline_id, code, name, kind, color, sort)
       values ($1, $2, $3, 'contract', 'Contract', 'open', 'gray', 1)`,
      [contractStageId, organization.id, organization.pipelineId],
    );
    return new ProposingFirm(api, organization, await enterAs(api, organization.id, 'manager'), contractStageId);
  }

  /** Two rooms in two variants, issued, with a link to it. */
  async offer({ validUntil = null, rooms = [roomE1(), roomE4()], ...wishes }: OfferWishes = {}): Promise<Offer> {
    const { manager, organization } = this;
    const order = await createOrder(this.api.db.owner, organization, {
      address: 'Lesnaya 5',
      responsibleUserId: manager.id,
    });
    const draft: EstimateDraft = {
      rooms,
      variants: [variantOf({ name: 'Good' }), variantOf({ name: 'Better', discountPercent: '5' })],
    };
    const begun = (await manager.send<Estimate>('POST', `/orders/${order.id}/estimates`, {})).body;
    const [good, better] = [draft.variants[0]?.id ?? '', draft.variants[1]?.id ?? ''];
    const saved = await manager.send<Estimate>('PUT', `/estimates/${begun.id}`, {
      version: begun.version,
      currentVariantId: good,
      draft,
    });
    if (saved.status !== 200) throw new Error(`saving answered ${saved.raw}`);
    const issued = await this.issue(saved.body, validUntil);
    const link = await manager.send<{ id: string; url: string }>('POST', `/estimates/${begun.id}/links`, {
      number: 1,
      ...wishes,
    });
    if (link.status !== 201) throw new Error(`making a link answered ${link.raw}`);
    return {
      estimateId: begun.id,
      orderId: order.id,
      orderNumber: order.number,
      linkId: link.body.id,
      url: link.body.url,
      token: link.body.url.split('/p/')[1] ?? '',
      contentHash: issued.contentHash ?? '',
      variantIds: [good, better],
    };
  }

  /** A draft after the issued version, as somebody begins who edits the estimate on. */
  async beginVersion(estimateId: string): Promise<Estimate> {
    const { version } = (await this.manager.get<Estimate>(`/estimates/${estimateId}`)).body;
    const begun = await this.manager.send<Estimate>('POST', `/estimates/${estimateId}/versions`, { version });
    if (begun.status > 201) throw new Error(`a new version answered ${begun.raw}`);
    return begun.body;
  }

  /** A newer version of the same estimate, issued as well. */
  async issueNewVersion(estimateId: string): Promise<void> {
    await this.issue(await this.beginVersion(estimateId), null);
  }

  private async issue({ id, version }: Estimate, validUntil: string | null): Promise<Estimate> {
    const issued = await this.manager.send<Estimate>('POST', `/estimates/${id}/issue`, { version, validUntil });
    if (issued.status > 201) throw new Error(`issuing answered ${issued.raw}`);
    return issued.body;
  }
}
