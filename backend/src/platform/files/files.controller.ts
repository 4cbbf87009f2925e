import { createHash } from 'node:crypto';
import { Controller, Get, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, RequirePermission, type Actor } from '../access/index.js';
import type { IdempotencyRequest } from '../database/index.js';
import { IdempotencyKey, IdParam } from '../http/index.js';
import { FileDto, UploadQueryDto } from './file.dto.js';
import { fileMissing } from './files.errors.js';
import { Files } from './files.service.js';
import { PURPOSES } from './purposes.js';

const BINARY = { type: 'string', format: 'binary' } as const;

@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(private readonly files: Files) {}

  /** Keeps a file: one part named `file` of a form. What it is is read from its content; the limits are those of the purpose. */
  @Post()
  @RequirePermission('import:run', 'nomenclature:edit')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: BINARY } } })
  @ApiCreatedResponse({ type: FileDto })
  async bring(
    @CurrentActor() actor: Actor,
    @Query() { purpose }: UploadQueryDto,
    @IdempotencyKey() idempotency: IdempotencyRequest | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FileDto> {
    // What is refused before it has come is not read: the connection cannot be used any further.
    void reply.header('connection', 'close');
    const fileSize = this.files.assertAllowed(actor, purpose, Number(request.headers['content-length'] ?? 0));
    const part = request.isMultipart() ? await request.file({ limits: { fileSize } }) : undefined;
    if (!part) throw fileMissing();
    const incoming = { name: part.filename, body: part.file, isCut: () => part.file.truncated };
    const file = await this.files.bring(actor, purpose, incoming, (sha256) => withContent(idempotency, sha256));
    void reply.removeHeader('connection');
    return file;
  }

  /** The bytes, as they came. Tables are only ever saved; pictures may be shown in a page. */
  @Get(':id')
  @RequirePermission('import:read', 'nomenclature:read')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: BINARY } } })
  async open(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { row, body } = await this.files.open(actor, id);
    const kind = PURPOSES[row.purpose].shown ? 'inline' : 'attachment';
    // Its content never changes, but who may open it does.
    void reply.header('cache-control', 'private, no-cache');
    return new StreamableFile(body, {
      type: row.content_type,
      length: Number(row.size),
      disposition: `${kind}; filename="file"; filename*=UTF-8''${encodeURIComponent(row.name)}`,
    });
  }
}

/** The body of a form is not read with the request: its content is what makes two requests the same. */
function withContent(request: IdempotencyRequest | null, sha256: string): IdempotencyRequest | null {
  if (request === null) return null;
  return {
    key: request.key,
    requestHash: createHash('sha256')
      .update(request.requestHash + sha256)
      .digest('hex'),
  };
}
