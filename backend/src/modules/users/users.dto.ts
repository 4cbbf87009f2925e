import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { ROLES, type Role } from '../../platform/access/index.js';
import { PageQuery } from '../../platform/http/index.js';

export class ListUsersQuery extends PageQuery {
  @ApiProperty({ enum: ROLES, enumName: 'Role', required: false })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;
}

export class UserDto {
  id: string;
  name: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
}

export class UserPageDto {
  items: UserDto[];

  /** Null on the last page. */
  nextCursor: string | null;
}
