import { ApiProperty } from '@nestjs/swagger';

export class StageDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  code: string;

  name: string;

  @ApiProperty({ enum: ['open', 'won', 'lost'] })
  kind: 'open' | 'won' | 'lost';

  color: string;

  @ApiProperty({ type: 'integer' })
  sort: number;
}

export class PipelineDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  isDefault: boolean;

  @ApiProperty({ type: () => [StageDto] })
  stages: StageDto[];
}

export class PipelineListDto {
  @ApiProperty({ type: () => [PipelineDto] })
  items: PipelineDto[];
}
