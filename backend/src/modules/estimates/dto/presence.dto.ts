import { ApiProperty } from '@nestjs/swagger';

export class PresentPersonDto {
  @ApiProperty({ format: 'uuid' })
  userId: string;

  name: string;
}

export class PresenceDto {
  /** Everybody else who has the estimate open. */
  @ApiProperty({ type: () => [PresentPersonDto] })
  others: PresentPersonDto[];
}
