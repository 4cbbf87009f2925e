import { Injectable } from '@nestjs/common';
import { canvasOfRoom, type Canvas, type PricedItem, type RuleSet } from '@smet/estimating';
import type { Actor } from '../../../platform/access/index.js';
import { EstimatePricing } from '../estimate-pricing.service.js';
import { toRoomInput, type EstimateRooms } from '../stored-estimate.js';

/** Canvases of stored rooms, the same their estimate was computed with. */
@Injectable()
export class RoomCanvas {
  constructor(private readonly pricing: EstimatePricing) {}

  /** Null when the room cannot be built or cut. */
  async find(actor: Actor, estimate: EstimateRooms, roomId: string, ruleSet: RuleSet): Promise<Canvas | null> {
    const prices = new Map((await this.pricesFor(actor, estimate, roomId)).map((item) => [item.code, item]));
    const rooms = estimate.rooms.map(toRoomInput);
    return canvasOfRoom({ rooms }, roomId, prices, ruleSet);
  }

  /** Only the cheapest canvas asks what anything costs. */
  private async pricesFor(actor: Actor, estimate: EstimateRooms, roomId: string): Promise<readonly PricedItem[]> {
    const plan = estimate.rooms.find(({ id }) => id === roomId)?.plan;
    if (plan?.canvas?.preference !== 'cheapest') return [];
    const withoutLines = { variants: [{ id: '', name: '', overrides: [], manualLines: [], discountPercent: '0' }] };
    return (await this.pricing.load(actor, estimate, withoutLines)).priceBook;
  }
}
