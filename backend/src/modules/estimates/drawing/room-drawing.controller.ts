import { createHash } from 'node:crypto';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { isKnown } from '../../../platform/http/if-none-match.js';
import { VersionNumberParam } from '../version-number.js';
import { DrawingQueryDto } from './drawing-query.dto.js';
import { RoomDrawingService } from './room-drawing.service.js';

const SVG = 'image/svg+xml';
const NOT_MODIFIED = 304;

/** A picture never runs anything, loads anything, or belongs to our origin, whatever somebody has called a room. */
const PICTURE_ONLY = `default-src 'none'; sandbox`;

@ApiTags('estimates')
@Controller('estimates/:id')
export class RoomDrawingController {
  constructor(private readonly drawings: RoomDrawingService) {}

  /** The room as it is stored in the newest version, drawn for a document or a list; a room of another estimate is not there. */
  @Get('rooms/:roomId/drawing.svg')
  @RequirePermission('estimate:read', 'work-sheet:read')
  @ApiProduces(SVG)
  @ApiOkResponse({ content: { [SVG]: { schema: { type: 'string' } } } })
  draw(
    @CurrentActor() actor: Actor,
    @IdParam() estimateId: string,
    @IdParam('roomId') roomId: string,
    @Query() query: DrawingQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.send(this.drawings.draw(actor, { estimateId, roomId, reader: 'firm' }, query), request, reply);
  }

  /** The room as it is in that version: what stands beside its lines, whatever was changed since. */
  @Get('versions/:number/rooms/:roomId/drawing.svg')
  @RequirePermission('estimate:read', 'work-sheet:read')
  @ApiProduces(SVG)
  @ApiOkResponse({ content: { [SVG]: { schema: { type: 'string' } } } })
  drawVersion(
    @CurrentActor() actor: Actor,
    @IdParam() estimateId: string,
    @VersionNumberParam() number: number,
    @IdParam('roomId') roomId: string,
    @Query() query: DrawingQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.send(this.drawings.draw(actor, { estimateId, number, roomId, reader: 'firm' }, query), request, reply);
  }

  private async send(
    drawing: Promise<string>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string | undefined> {
    const svg = await drawing;
    // Of the picture itself: levels, tolerances and the way we draw change it as well as the estimate's version.
    const etag = `"${createHash('sha256').update(svg).digest('base64url').slice(0, 27)}"`;
    void reply.headers({ etag, 'cache-control': 'private, no-cache', 'content-security-policy': PICTURE_ONLY });
    if (isKnown(request.headers['if-none-match'], etag)) {
      void reply.status(NOT_MODIFIED);
      return undefined;
    }
    void reply.type(`${SVG}; charset=utf-8`);
    return svg;
  }
}
