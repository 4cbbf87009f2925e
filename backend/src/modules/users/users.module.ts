import { Module } from '@nestjs/common';
import { Contacts } from './contacts.service.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

@Module({
  controllers: [UsersController],
  providers: [Contacts, UsersRepository, UsersService],
  exports: [Contacts],
})
export class UsersModule {}
