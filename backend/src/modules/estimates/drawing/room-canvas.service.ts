import { Injectable } from '@nestjs/common';
import { buildRoom, layOutCanvas, type Canvas } from '@smet/estimating';
import type { Actor } from '../../../platform/access/index.js';
import { EstimatePricing } from '../estimate-pricing.service.js';
import type { EstimateRooms, RoomRow } from '../estimate-rows.js';

/** The canvas of a stored room, as its estimate was computed with. */
@Injectable()
export class RoomCanvas {
  constructor(private readonly pricing: EstimatePricing) {}

  /** Null when the room has none: it cannot be built or cut. */
  find(_actor: Actor, estimate: EstimateRooms, room: RoomRow): Promise<Canvas | null> {
    const ruleSet = this.pricing.ruleSetOf(estimate);
    const built = buildRoom(room.shape, ruleSet);
    const laid = built.ok ? layOutCanvas(built.room, ruleSet.films, room.plan?.canvas) : null;
    return Promise.resolve(laid?.ok ? laid.canvas : null);
  }
}
