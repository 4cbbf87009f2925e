import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import { IdParam } from '../../platform/http/index.js';
import { isKnown } from '../../platform/http/if-none-match.js';
import { VersionNumberParam } from '../estimates/index.js';
import { dispositionOf, etagOf } from './document-file.js';
import { Documents, type DocumentRequest } from './documents.service.js';
import { ContractQueryDto, CuttingQueryDto, DocumentQueryDto } from './dto/document-query.dto.js';

const PDF = 'application/pdf';
const DXF = 'image/vnd.dxf';
const BINARY = { type: 'string', format: 'binary' } as const;
const NOT_MODIFIED = 304;

/** One request and its answer, which carry the file's headers. */
interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Documents of a version of an estimate; those of a draft say so on every page. */
@ApiTags('documents')
@Controller('estimates/:id/versions/:number/documents')
export class DocumentsController {
  constructor(private readonly documents: Documents) {}

  /** Drawings, lines and sums for the client; all variants are compared, the lines are those of one. */
  @Get('proposal.pdf')
  @RequirePermission('proposal:read')
  @ApiProduces(PDF)
  @ApiOkResponse({ content: { [PDF]: { schema: BINARY } } })
  proposal(
    @CurrentActor() actor: Actor,
    @IdParam() estimateId: string,
    @VersionNumberParam() number: number,
    @Query() { variant }: DocumentQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.send(actor, { document: 'proposal', estimateId, number, variantId: variant }, { request, reply });
  }

  /** The contract with the specification as its annex. */
  @Get('contract.pdf')
  @RequirePermission('proposal:read')
  @ApiProduces(PDF)
  @ApiOkResponse({ content: { [PDF]: { schema: BINARY } } })
  contract(
    @CurrentActor() actor: Actor,
    @IdParam() estimateId: string,
    @VersionNumberParam() number: number,
    @Query() { variant, estimate }: ContractQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const asked = { document: 'contract', estimateId, number, variantId: variant, binding: estimate } as const;
    return this.send(actor, asked, { request, reply });
  }

  /** The act of completion. */
  @Get('act.pdf')
  @RequirePermission('proposal:read')
  @ApiProduces(PDF)
  @ApiOkResponse({ content: { [PDF]: { schema: BINARY } } })
  act(
    @CurrentActor() actor: Actor,
    @IdParam() estimateId: string,
    @VersionNumberParam() number: number,
    @Query() { variant }: DocumentQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.send(actor, { document: 'act', estimateId, number, variantId: variant }, { request, reply });
  }

  /** What to load, what hangs where and, for those with `pay:read`, the pay; no price of the client's. */
  @Get('installer-sheet.pdf')
  @RequirePermission('work-sheet:read')
  @ApiProduces(PDF)
  @ApiOkResponse({ content: { [PDF]: { schema: BINARY } } })
  installerSheet(
    @CurrentActor() actor: Actor,
    @IdParam() estimateId: string,
    @VersionNumberParam() number: number,
    @Query() { variant }: DocumentQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const asked = { document: 'installer-sheet', estimateId, number, variantId: variant } as const;
    return this.send(actor, asked, { request, reply });
  }

  /** Strips and their points for cutting by hand. */
  @Get('cutting-sheet.pdf')
  @RequirePermission('work-sheet:read')
  @ApiProduces(PDF)
  @ApiOkResponse({ content: { [PDF]: { schema: BINARY } } })
  cuttingSheet(
    @CurrentActor() actor: Actor,
    @IdParam() estimateId: string,
    @VersionNumberParam() number: number,
    @Query() query: CuttingQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const asked = { document: 'cutting-sheet', estimateId, number, ...choiceOf(query) } as const;
    return this.send(actor, asked, { request, reply });
  }

  /** The same for the cutting table: 1:1 in millimetres, see docs/adr/0015-cutting-files.md. */
  @Get('cutting-sheet.dxf')
  @RequirePermission('work-sheet:read')
  @ApiProduces(DXF)
  @ApiOkResponse({ content: { [DXF]: { schema: BINARY } } })
  cuttingFile(
    @CurrentActor() actor: Actor,
    @IdParam() estimateId: string,
    @VersionNumberParam() number: number,
    @Query() query: CuttingQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const asked = { document: 'cutting-dxf', estimateId, number, ...choiceOf(query) } as const;
    return this.send(actor, asked, { request, reply });
  }

  /** Nothing is printed for a browser that has the same print already. */
  private async send(
    actor: Actor,
    asked: DocumentRequest,
    { request, reply }: Exchange,
  ): Promise<StreamableFile | undefined> {
    const job = await this.documents.prepare(actor, asked);
    const etag = etagOf(job);
    void reply.headers({ etag, 'cache-control': 'private, no-cache', 'content-disposition': dispositionOf(job) });
    if (isKnown(request.headers['if-none-match'], etag)) {
      void reply.status(NOT_MODIFIED);
      return undefined;
    }
    const bytes = await this.documents.print(job);
    return new StreamableFile(bytes, { type: asked.document === 'cutting-dxf' ? DXF : PDF, length: bytes.length });
  }
}

function choiceOf({
  variant,
  room,
  mirrored,
}: CuttingQueryDto): Pick<DocumentRequest, 'variantId' | 'roomId' | 'mirrored'> {
  return { variantId: variant, roomId: room, mirrored: mirrored !== 'false' };
}
