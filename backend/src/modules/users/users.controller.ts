import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import { ListUsersQuery, UserPageDto } from './users.dto.js';
import { UsersService } from './users.service.js';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  /** Active people of the organization, by name. */
  @Get()
  @RequirePermission('user:read')
  list(@CurrentActor() actor: Actor, @Query() query: ListUsersQuery): Promise<UserPageDto> {
    return this.users.list(actor, query);
  }
}
