import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PERMISSIONS, ROLES, type Permission, type Role } from '../../../platform/access/index.js';

const COLOR_SCHEMES = ['light', 'dark', 'auto'] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

export class MyOrganizationDto {
  id: string;
  name: string;
  /** ISO 4217. */
  currency: string;
  /** IANA name, for example Europe/Moscow. */
  timezone: string;
}

export class MeDto {
  id: string;
  name: string;
  email: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;

  @ApiProperty({ enum: PERMISSIONS, enumName: 'Permission', isArray: true })
  permissions: Permission[];

  organization: MyOrganizationDto;

  @ApiProperty({ enum: COLOR_SCHEMES, enumName: 'ColorScheme', nullable: true })
  colorScheme: ColorScheme | null;
}

export class SignedInDto {
  user: MeDto;
}

export class UpdateMeDto {
  @ApiProperty({ enum: COLOR_SCHEMES, enumName: 'ColorScheme' })
  @IsIn(COLOR_SCHEMES)
  colorScheme: ColorScheme;
}
