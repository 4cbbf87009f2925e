import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import { IdParam, notFound } from '../../../platform/http/index.js';
import { ExportsService } from './exports.service.js';
import { TABLE_TYPES, tableFile, tableFormats, type TableContent, type TableFormat } from './table-file.js';

const BINARY = { type: 'string', format: 'binary' } as const;

@ApiTags('imports')
@Controller()
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  /** Everything of a kind, as `items.xlsx`; it can be changed and imported again. */
  @Get('exports/:name')
  @RequirePermission('import:run')
  @ApiParam({ name: 'name', example: 'items.xlsx' })
  @ApiOkResponse({ content: { [TABLE_TYPES.xlsx]: { schema: BINARY }, 'text/csv': { schema: BINARY } } })
  async everything(@CurrentActor() actor: Actor, @Param('name') name: string): Promise<StreamableFile> {
    const [kind = '', format = ''] = name.split('.');
    if (!isFormat(format)) throw notFound('EXPORT.NO_SUCH_FORMAT');
    return sent(name, format, await this.exports.everything(actor, kind));
  }

  /** The rows that cannot be taken, in the file's own columns, with the reason in one more. */
  @Get('imports/:id/faulty.xlsx')
  @RequirePermission('import:read')
  @ApiOkResponse({ content: { [TABLE_TYPES.xlsx]: { schema: BINARY } } })
  async faulty(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    return sent('faulty.xlsx', 'xlsx', await this.exports.faulty(actor, id));
  }
}

const isFormat = (format: string): format is TableFormat => tableFormats.some((known) => known === format);

const sent = (name: string, format: TableFormat, content: TableContent) =>
  new StreamableFile(tableFile(format, content), {
    type: TABLE_TYPES[format],
    disposition: `attachment; filename="${name}"`,
  });
