import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { estimateTemplateKinds, type EstimateTemplateKind } from '@smet/database';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsObject, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { PlainText } from '../../../platform/http/plain-text.js';
import { EstimateDraftDto, RoomInputDto } from './estimate-draft.dto.js';

const DOCUMENT = { oneOf: [{ $ref: getSchemaPath(EstimateDraftDto) }, { $ref: getSchemaPath(RoomInputDto) }] };

@ApiExtraModels(EstimateDraftDto, RoomInputDto)
export class CreateTemplateDto {
  @ApiProperty({ enum: estimateTemplateKinds })
  @IsIn(estimateTemplateKinds)
  kind: EstimateTemplateKind;

  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name: string;

  /** A draft of an estimate, or a room; whoever uses it gives its parts new ids. */
  @ApiProperty(DOCUMENT)
  @IsDefined()
  @IsObject()
  document: object;
}

/** How the document of a template of that kind is checked. */
export class EstimateTemplateDocument {
  @ValidateNested()
  @Type(() => EstimateDraftDto)
  document: EstimateDraftDto;
}

export class RoomTemplateDocument {
  @ValidateNested()
  @Type(() => RoomInputDto)
  document: RoomInputDto;
}

export class TemplateHeadDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: estimateTemplateKinds })
  kind: EstimateTemplateKind;

  name: string;

  /** Whether the person may take it away: the author, and who manages the organization. */
  canRemove: boolean;
}

export class TemplateDto extends TemplateHeadDto {
  @ApiProperty(DOCUMENT)
  document: EstimateDraftDto | RoomInputDto;
}

export class TemplateListDto {
  /** By kind and name, without their documents. */
  @ApiProperty({ type: () => [TemplateHeadDto] })
  items: TemplateHeadDto[];
}
