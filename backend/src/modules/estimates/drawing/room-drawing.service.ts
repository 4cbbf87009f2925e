import { Injectable } from '@nestjs/common';
import {
  buildRoom,
  judgeCheck,
  placeLevels,
  renderRoomSvg,
  type BuiltRoom,
  type DrawnLevel,
  type RuleSet,
} from '@smet/estimating';
import type { Actor } from '../../../platform/access/index.js';
import { toRoomInput, type EstimateRooms, type RoomRow } from '../stored-estimate.js';
import { EstimatePricing } from '../estimate-pricing.service.js';
import { estimateNotFound, roomNotFound } from '../estimates.errors.js';
import { EstimatesRepository } from '../estimates.repository.js';
import { DRAWING_LAYERS, type DrawingLayer, type DrawingQueryDto } from './drawing-query.dto.js';
import { misclosureCaption } from './drawing-words.js';
import { RoomCanvas } from './room-canvas.service.js';

const DEFAULT_LAYERS: readonly DrawingLayer[] = ['labels', 'diagonals', 'angles', 'sides', 'objects'];

/** A room of a version, of the newest one without a number. */
export interface DrawnRoom {
  readonly estimateId: string;
  readonly roomId: string;
  readonly number?: number;
  /** For whom: how far the readings disagree, and why they were taken all the same, is told to the firm alone. */
  readonly reader: 'firm' | 'client';
}

/** Draws rooms for documents and lists, as they are stored. */
@Injectable()
export class RoomDrawingService {
  constructor(
    private readonly repository: EstimatesRepository,
    private readonly canvases: RoomCanvas,
    private readonly pricing: EstimatePricing,
  ) {}

  /**
   * A complete SVG document.
   * @throws AppError 404 ESTIMATE.NOT_FOUND, ESTIMATE.ROOM_NOT_FOUND
   */
  async draw(actor: Actor, drawn: DrawnRoom, query: DrawingQueryDto): Promise<string> {
    const { estimateId, roomId, number, reader } = drawn;
    const estimate = await this.repository.findRooms(actor, estimateId, number);
    if (!estimate) throw estimateNotFound();
    const row = estimate.rooms.find(({ id }) => id === roomId);
    if (!row) throw roomNotFound();
    const ruleSet = await this.pricing.ruleSetOf(actor, estimate);
    const built = buildRoom(row.shape, ruleSet);
    const room = built.ok ? built.room : null;
    const { width, height, theme, layers = DEFAULT_LAYERS } = query;
    const shown = Object.fromEntries(DRAWING_LAYERS.map((layer) => [layer, layers.includes(layer)]));
    return renderRoomSvg(
      { ...toRoomInput(row), build: built },
      {
        width,
        height,
        theme,
        layers: shown,
        title: row.name,
        levels: levelsOf(row, estimate, ruleSet),
        caption: room && reader === 'firm' ? captionOf(row, room, estimate) : [],
      },
      layers.includes('canvas') ? await this.canvases.find(actor, estimate, roomId, ruleSet) : null,
    );
  }
}

/** Levels that lie in the room, as the estimate takes them from it; one that cannot be built is drawn nowhere. */
function levelsOf(base: RoomRow, { rooms }: EstimateRooms, ruleSet: RuleSet): DrawnLevel[] {
  const built = rooms.map(({ id, name, shape, plan }) => {
    const result = buildRoom(shape, ruleSet);
    return { id, name, plan, room: result.ok ? result.room : null };
  });
  const levels = placeLevels(built).within.get(base.id) ?? [];
  return levels.map(({ id, name, inset }) => ({ id, contour: inset.contour, label: name }));
}

/** How far the readings disagree, where they do by more than the organization is content with. */
function captionOf({ plan }: RoomRow, { check }: BuiltRoom, { tolerances, locale }: EstimateRooms): string[] {
  const verdict = judgeCheck(check, tolerances);
  if (check === null || verdict === 'agrees') return [];
  const misclosure = {
    mm: check.misclosureMm,
    percent: check.misclosurePercent,
    doubtful: check.doubtful?.label ?? null,
    reason: verdict === 'refused' ? (plan?.misclosureReason ?? null) : null,
  };
  return misclosureCaption(misclosure, locale);
}
